/** Which rules open which clues, and which solves those rules wait for. */
import type { Clue, PlayType, Rule } from '@trove/contracts';
import { checkCondition } from '../rules/checkCondition.js';
import { namesWhenTrue } from '../rules/possible/assume.js';
import { namesIn } from '../rules/tree.js';
import type { HuntParts } from './huntParts.js';
import { type ConditionNames, conditionNames } from './lint/conditionNames.js';
import { requiredIds } from './prerequisites.js';

/** One rule that unlocks a clue. */
export interface UnlockWay {
  /** Its id; undefined for a rule that is not well formed. */
  readonly rule: string | undefined;
  /**
   * Clues of which one is solved whenever it fires; undefined where it can fire without a solve,
   * or that is not known.
   */
  readonly after: ReadonlySet<string> | undefined;
  /** Its condition picks those clues, and what the team has besides has no say. */
  readonly isPicked: boolean;
}

export type UnlockWays = ReadonlyMap<string, readonly UnlockWay[]>;

/** By the clue's id; clues that no rule unlocks are not in it. */
export function unlockWays(parts: HuntParts): UnlockWays {
  const ways = new Map<string, UnlockWay[]>();
  const namesOn = namesByType(parts);
  for (const rule of parts.rules) {
    if (rule?.then.unlock === undefined) continue;
    const way = { rule: rule.id, ...waitOf(rule, parts, namesOn) };
    for (const id of rule.then.unlock) {
      const known = ways.get(id);
      if (known === undefined) ways.set(id, [way]);
      else known.push(way);
    }
  }
  for (const id of parts.unlocked) {
    if (!ways.has(id)) ways.set(id, [{ rule: undefined, ...UNKNOWN }]);
  }
  return ways;
}

/** The clues that a clue waits for, of which one or all are needed. */
export function idsBefore({ id, requires }: Clue, ways: UnlockWays): readonly string[] {
  const after = (ways.get(id) ?? []).flatMap((way) => [...(way.after ?? [])]);
  return [...new Set([...(requires === undefined ? [] : requiredIds(requires)), ...after])];
}

type NamesOn = (on: PlayType) => ConditionNames | undefined;

/** Undefined while a clue is not well formed: what conditions can be about is not known then. */
function namesByType({ clues, rules, eventTypes, quality }: HuntParts): NamesOn {
  const known = new Map<PlayType, ConditionNames>();
  const whole = clues.filter((clue) => clue !== undefined);
  if (whole.length < clues.length) return () => undefined;
  const hunt = {
    clues: whole,
    rules: rules.filter((rule) => rule !== undefined),
    eventTypes: eventTypes.filter((type) => type !== undefined),
    ...(quality === undefined ? {} : { quality }),
  };
  return (on) => {
    const names = known.get(on) ?? conditionNames(on, hunt);
    known.set(on, names);
    return names;
  };
}

/** Verdicts of events about a clue that the team has solved, by this event or before. */
const SOLVED: ReadonlySet<string> = new Set(['solved', 'already_solved', 'solved_again']);

const UNKNOWN = { after: undefined, isPicked: false } as const;

function waitOf(rule: Rule, parts: HuntParts, namesOn: NamesOn): Omit<UnlockWay, 'rule'> {
  const { counters } = parts;
  const eventTypes = parts.eventTypes.filter((type) => type !== undefined);
  const check = checkCondition(rule.when, rule.on, { counters, eventTypes });
  const possible = namesOn(rule.on);
  if (!check.ok || possible === undefined) return UNKNOWN;
  const names = namesWhenTrue(check.ast, possible);
  const verdict = names?.get('verdict');
  const clue = names?.get('clue.id');
  if (verdict?.kind !== 'texts' || clue?.kind !== 'texts') return UNKNOWN;
  if (![...verdict.texts].every((text) => SOLVED.has(text))) return UNKNOWN;
  const read = namesIn(check.ast);
  const isPicked = read.includes('clue.id') && !read.some((name) => name.startsWith('team.'));
  return { after: clue.texts, isPicked };
}
