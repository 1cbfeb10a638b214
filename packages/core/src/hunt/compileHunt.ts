/** Makes a definition into the hunt that is played: indexes, closures and milliseconds. */
import { type Clue, EVENT_TYPES, type HuntDefinition, type Mistake } from '@trove/contracts';
import { type Circle, indexPlaces } from '../geo/placeIndex.js';
import { checkCondition } from '../rules/checkCondition.js';
import { compileRule } from '../rules/compileRule.js';
import { checkHunt } from './checkHunt.js';
import type { CompiledClue, CompiledHunt, CompiledRule } from './compiledHunt.js';
import { mistakeAt } from './huntFault.js';
import { partsOfDefinition } from './huntParts.js';
import { normaliseAnswer } from './normaliseAnswer.js';
import { unlockTest } from './prerequisites.js';

export type HuntCompilation =
  | { readonly ok: true; readonly hunt: CompiledHunt }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/**
 * Compiles one version of a hunt. A definition knows no lines: its mistakes are all at line 1,
 * column 1, and are told apart by their paths. Never throws.
 */
export function compileHunt(definition: HuntDefinition, version: number): HuntCompilation {
  const faults = checkHunt(partsOfDefinition(definition));
  if (faults.length > 0) {
    return { ok: false, mistakes: faults.map((fault) => mistakeAt(fault, { line: 1, column: 1 })) };
  }
  const clues = definition.clues.map(compileClue);
  const rules = compileRules(definition);
  const isHuntWide = [...rules.values()].flat().some((rule) => rule.scope === 'hunt');
  const hunt: CompiledHunt = {
    slug: definition.slug,
    title: definition.title,
    version,
    clock: definition.clock,
    opensMs: timeOf(definition.opens),
    closesMs: timeOf(definition.closes),
    maxEvents: definition.maxEvents,
    clues,
    clueById: new Map(clues.map((clue) => [clue.id, clue])),
    ...indexClues(definition.clues, clues),
    rules,
    scope: isHuntWide ? 'hunt' : 'team',
  };
  return { ok: true, hunt };
}

function timeOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Date.parse(text);
}

function compileClue(clue: Clue): CompiledClue {
  const { id, title, text, points, find } = clue;
  const base = {
    id,
    title,
    text,
    points,
    opensMs: timeOf(clue.opens),
    closesMs: timeOf(clue.closes),
    isUnlocked: unlockTest(clue.requires),
  };
  if ('place' in find) {
    const { lat, lon } = find.place;
    return { ...base, kind: 'place', place: { lat, lon } };
  }
  if ('code' in find) return { ...base, kind: 'code' };
  const accepted = new Set(find.answer.accept.map(normaliseAnswer));
  const { attempts, coolDownS } = find.answer;
  return {
    ...base,
    kind: 'answer',
    isAnswer: (answer) => accepted.has(normaliseAnswer(answer)),
    attempts,
    coolDownMs: coolDownS === 0 ? undefined : coolDownS * 1_000,
  };
}

type ClueIndexes = Pick<CompiledHunt, 'clueByPlace' | 'clueByCode' | 'cluesNear'>;

/** `clues[i]` is compiled from `definitions[i]`. */
function indexClues(definitions: readonly Clue[], clues: readonly CompiledClue[]): ClueIndexes {
  const clueByPlace = new Map<string, CompiledClue[]>();
  const clueByCode = new Map<string, CompiledClue[]>();
  const circles: { circle: Circle; clue: CompiledClue }[] = [];
  clues.forEach((clue, index) => {
    const find = definitions[index]?.find;
    if (find === undefined) return;
    if ('code' in find) addTo(clueByCode, find.code, clue);
    if (!('place' in find)) return;
    if (find.place.id !== undefined) addTo(clueByPlace, find.place.id, clue);
    circles.push({ circle: find.place, clue });
  });
  const places = indexPlaces(circles, ({ circle }) => circle);
  const cluesNear = (lat: number, lon: number) =>
    places.holding({ lat, lon }).map(({ clue }) => clue);
  return { clueByPlace, clueByCode, cluesNear };
}

function addTo(index: Map<string, CompiledClue[]>, key: string, clue: CompiledClue): void {
  const clues = index.get(key);
  if (clues === undefined) index.set(key, [clue]);
  else clues.push(clue);
}

function compileRules({ rules }: HuntDefinition): CompiledHunt['rules'] {
  const compiled = rules.flatMap((rule): { on: string; rule: CompiledRule }[] => {
    const check = checkCondition(rule.when, rule.on);
    return check.ok ? [{ on: rule.on, rule: compileRule(rule, check.ast) }] : [];
  });
  return new Map(
    EVENT_TYPES.map((type) => [
      type,
      compiled.filter(({ on }) => on === type).map(({ rule }) => rule),
    ]),
  );
}
