/** Makes a definition into the hunt that is played: indexes, closures and milliseconds. */
import {
  type Clue,
  EVENT_TYPES,
  type HuntDefinition,
  type Mistake,
  type PlayType,
  Teams,
} from '@trove/contracts';
import { type Circle, indexPlaces } from '../geo/placeIndex.js';
import { checkCondition } from '../rules/checkCondition.js';
import { compileRule } from '../rules/compileRule.js';
import { checkCompilable } from './checkHunt.js';
import { compileClue, timeOf } from './compileClue.js';
import type { CompiledClue, CompiledHunt, CompiledRule } from './compiledHunt.js';
import { compileQuality } from './compileQuality.js';
import { mistakeAt } from './huntFault.js';
import { partsOfDefinition } from './huntParts.js';
import { requiredIds } from './prerequisites.js';
import { scopeReasons } from './scopeReasons.js';

export type HuntCompilation =
  | { readonly ok: true; readonly hunt: CompiledHunt }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/**
 * Compiles one version of a hunt. A definition knows no lines: its mistakes are all at line 1,
 * column 1, and are told apart by their paths. Never throws.
 */
export function compileHunt(definition: HuntDefinition, version: number): HuntCompilation {
  const faults = checkCompilable(partsOfDefinition(definition));
  if (faults.length > 0) {
    return { ok: false, mistakes: faults.map((fault) => mistakeAt(fault, { line: 1, column: 1 })) };
  }
  const clues = definition.clues.map(compileClue);
  const clueById = new Map(clues.map((clue) => [clue.id, clue]));
  const compiled = compileRules(definition, clueById);
  const quality = compileQuality(definition.quality);
  const reasons = scopeReasons({ clues, rules: compiled.map(({ rule }) => rule), quality });
  const hunt: CompiledHunt = {
    slug: definition.slug,
    title: definition.title,
    version,
    clock: definition.clock,
    opensMs: timeOf(definition.opens),
    closesMs: timeOf(definition.closes),
    maxEvents: definition.maxEvents,
    teams: definition.teams ?? Teams.parse({}),
    clues,
    clueById,
    ...indexClues(definition.clues, clues),
    dependents: dependentsOf(definition.clues, clueById),
    badges: definition.badges,
    divisions: definition.divisions ?? [],
    quality,
    recommend: definition.recommend,
    rules: byEventType(compiled),
    scope: reasons.length > 0 ? 'hunt' : 'team',
    scopeReasons: reasons,
  };
  return { ok: true, hunt };
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

function dependentsOf(
  clues: readonly Clue[],
  clueById: ReadonlyMap<string, CompiledClue>,
): CompiledHunt['dependents'] {
  const dependents = new Map<string, CompiledClue[]>();
  for (const { id, requires } of clues) {
    const clue = clueById.get(id);
    if (requires === undefined || clue === undefined) continue;
    for (const required of new Set(requiredIds(requires))) addTo(dependents, required, clue);
  }
  return dependents;
}

interface RuleOn {
  readonly on: PlayType;
  readonly rule: CompiledRule;
}

function compileRules(
  definition: HuntDefinition,
  clueById: ReadonlyMap<string, CompiledClue>,
): readonly RuleOn[] {
  const { counters } = partsOfDefinition(definition);
  const { eventTypes } = definition;
  return definition.rules.flatMap((rule): RuleOn[] => {
    const check = checkCondition(rule.when, rule.on, { counters, eventTypes });
    if (!check.ok) return [];
    return [{ on: rule.on, rule: compileRule({ rule, ast: check.ast, clueById, eventTypes }) }];
  });
}

function byEventType(rules: readonly RuleOn[]): CompiledHunt['rules'] {
  const types = new Set<PlayType>([...EVENT_TYPES, ...rules.map(({ on }) => on)]);
  return new Map(
    [...types].map((type) => [type, rules.filter(({ on }) => on === type).map((one) => one.rule)]),
  );
}
