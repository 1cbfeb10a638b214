/**
 * Changes what a clue requires, and refuses at once what would leave clues waiting for each other.
 */
import type { DraftPatch } from '@trove/contracts';
import { HUNT_LIMITS } from '@trove/contracts/hunt-limits';
import { DEADLOCK_WORDS, deadlocks } from '@trove/core/design';
import { clueNames } from '../clues/clueNames';
import { type How, type Needed, neededOf, requiresOf } from '../clues/clueParts';
import type { DraftClue } from '../draft/draftHunt';
import { setDeep } from '../draft/setDeep';
import { dependents } from './unlocks';

export type Change =
  | { readonly isGood: true; readonly patch: DraftPatch }
  | { readonly isGood: false; readonly says: string };

/** What is looked at when prerequisites change. */
export interface Unlocks {
  readonly clues: readonly DraftClue[];
  /** Ids of clues that some rule opens. */
  readonly opened: ReadonlySet<string>;
}

/** `to` requires `from` too. */
export function connect(unlocks: Unlocks, from: string, to: string): Change {
  const { nameOf } = clueNames(unlocks.clues);
  if (from === to) return refused(`“${nameOf(to)}” can not wait for itself.`);
  const needed = neededIn(unlocks, to) ?? { how: 'all', ids: [], atLeast: 1 };
  if (needed.ids.includes(from)) {
    return refused(`“${nameOf(to)}” requires “${nameOf(from)}” already.`);
  }
  if (needed.ids.length >= HUNT_LIMITS.prerequisites) {
    return refused(`A clue can require at most ${HUNT_LIMITS.prerequisites} others.`);
  }
  return changeTo(unlocks, to, { ...needed, ids: [...needed.ids, from] });
}

/** `to` no longer requires `from`. */
export function disconnect(unlocks: Unlocks, from: string, to: string): Change {
  const needed = neededIn(unlocks, to);
  if (!needed?.ids.includes(from)) {
    const { nameOf } = clueNames(unlocks.clues);
    return refused(`“${nameOf(to)}” does not require “${nameOf(from)}”.`);
  }
  return changeTo(unlocks, to, { ...needed, ids: needed.ids.filter((id) => id !== from) });
}

/** Whether all, any or so many of what it names must be solved. */
export function changeHow(
  unlocks: Unlocks,
  to: string,
  { how, atLeast }: { readonly how: How; readonly atLeast: number },
): Change {
  const needed = neededIn(unlocks, to);
  return needed
    ? changeTo(unlocks, to, { ...needed, how, atLeast })
    : refused('It requires nothing.');
}

function changeTo({ clues, opened }: Unlocks, to: string, needed: Needed): Change {
  const index = clues.findIndex(({ id }) => id === to);
  if (index < 0) return refused(`There is no clue “${to}”.`);
  const requires = requiresOf(needed);
  const before = deadlocks(dependents(clues, opened));
  const next = clues.map((clue, at) => (at === index ? { ...clue, requires } : clue));
  const after = deadlocks(dependents(next as readonly DraftClue[], opened));
  const stuck = [...after].find(([id]) => !before.has(id));
  if (stuck) {
    const circle = stuck[1].map(clueNames(clues).nameOf);
    return refused(`${DEADLOCK_WORDS.message} ${circle.join(' → ')}`);
  }
  const patch = [
    ...setDeep({ clues }, ['clues', index, 'requires'], requires),
    // Either other clues open a clue or only a rule does.
    ...(requires === undefined ? [] : setDeep({ clues }, ['clues', index, 'locked'], undefined)),
  ];
  return { isGood: true, patch };
}

function neededIn({ clues }: Unlocks, id: string): Needed | undefined {
  const clue = clues.find((one) => one.id === id);
  return clue && neededOf(clue);
}

function refused(says: string): Change {
  return { isGood: false, says };
}
