/**
 * Changes of the list of clues, as operations on the draft. Each is one saving and one step of
 * undo, however many clues it touches.
 */
import type { DraftPatch } from '@trove/contracts';
import type { DraftClue } from '../draft/draftHunt';
import { pointerOf, setField } from '../draft/pathOf';
import { proposeId } from '../draft/proposeId';
import { isRecord, neededOf, newFind, requiresOf } from './clueParts';

interface Position {
  readonly lat: number;
  readonly lon: number;
}

type Clues = readonly DraftClue[];

/** Where no list stands yet, the list comes with the clue. At a place, it is found there. */
export function addClue(clues: Clues, at: number, place?: Position): DraftPatch {
  const id = proposeId('', place ? 'place' : 'clue', idsOf(clues));
  const find = place ? { place: { id, ...place, radiusM: 50 } } : newFind('answer', id);
  const clue = { id, title: place ? 'New place' : 'New clue', points: 10, find };
  return insert(clues, at, clue);
}

/** The copy stands behind its original, under an id of its own. */
export function duplicateClue(clues: Clues, at: number): DraftPatch {
  const original = clues[at];
  if (original === undefined) return [];
  const id = proposeId(String(original.id ?? ''), 'clue', idsOf(clues));
  const copy = { ...structuredClone(original), id };
  return insert(clues, at + 1, withOwnNames(copy, id));
}

/** Codes and places of one hunt have different names: a copy needs its own. */
function withOwnNames(clue: DraftClue, id: string): unknown {
  const find: unknown = clue.find;
  if (!isRecord(find)) return clue;
  if (typeof find['code'] === 'string') return { ...clue, find: { code: id.toUpperCase() } };
  const place = find['place'];
  if (!isRecord(place) || place['id'] === undefined) return clue;
  return { ...clue, find: { place: { ...place, id } } };
}

function insert(clues: Clues, at: number, clue: unknown): DraftPatch {
  if (clues.length === 0) return [{ op: 'add', path: '/clues', value: [clue] }];
  return [{ op: 'add', path: pointerOf('clues', at), value: clue }];
}

/** From the last to the first, so that no index moves before its turn. */
export function removeClues(indices: readonly number[]): DraftPatch {
  const descending = [...indices].sort((one, other) => other - one);
  return descending.map((index) => ({ op: 'remove', path: pointerOf('clues', index) }));
}

/** Nothing where the clue is at that end already. */
export function moveClue(clues: Clues, at: number, step: 1 | -1): DraftPatch {
  const to = at + step;
  if (clues[at] === undefined || clues[to] === undefined) return [];
  return [{ op: 'move', from: pointerOf('clues', at), path: pointerOf('clues', to) }];
}

/** Another id, in the clue and wherever other clues require it. Conditions of rules are texts. */
export function renameClue(clues: Clues, at: number, id: string): DraftPatch {
  const before = clues[at]?.id;
  if (before === id) return [];
  const own = setField(['clues', at, 'id'], before, id);
  const isOnly = clues.filter((clue) => clue.id === before).length === 1;
  if (typeof before !== 'string' || !isOnly) return [own];
  const others = clues.flatMap((clue, index): DraftPatch => {
    const needed = neededOf(clue);
    if (!needed?.ids.includes(before)) return [];
    const ids = needed.ids.map((one) => (one === before ? id : one));
    const value = requiresOf({ ...needed, ids });
    return [{ op: 'replace', path: pointerOf('clues', index, 'requires'), value }];
  });
  return [own, ...others];
}

/** What is changed in all selected clues at once. */
export type BulkChange =
  | { readonly field: 'points'; readonly value: number }
  | { readonly field: 'opens' | 'closes'; readonly value: string | undefined }
  /** They all require this clue, beside what they required; without one, nothing any more. */
  | { readonly field: 'requires'; readonly value: string | undefined };

export function changeClues(
  clues: Clues,
  indices: readonly number[],
  change: BulkChange,
): DraftPatch {
  return indices.flatMap((index): DraftPatch => {
    const clue = clues[index];
    if (clue === undefined) return [];
    const { field } = change;
    const before = clue[field];
    const value = field === 'requires' ? requiresBeside(clue, change.value) : change.value;
    if (JSON.stringify(before) === JSON.stringify(value)) return [];
    return [setField(['clues', index, field], before, value)];
  });
}

function requiresBeside(clue: DraftClue, id: string | undefined): unknown {
  if (id === undefined) return undefined;
  const needed = neededOf(clue) ?? { how: 'all', ids: [], atLeast: 1 };
  if (clue.id === id || needed.ids.includes(id)) return clue.requires;
  return requiresOf({ ...needed, ids: [...needed.ids, id] });
}

export function idsOf(clues: Clues): ReadonlySet<string> {
  return new Set(clues.flatMap(({ id }) => (typeof id === 'string' ? [id] : [])));
}
