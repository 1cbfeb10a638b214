/** Makes a rule of the hunt file into what is run per event: a condition that never throws. */

import type { ASTNode } from '@marcbachmann/cel-js';
import type { EventTypeDefinition, Rule } from '@trove/contracts';
import type {
  CompiledClue,
  CompiledLimit,
  CompiledRule,
  RuleEffects,
  RuleErrors,
} from '../hunt/compiledHunt.js';
import { askInOrder, clausesOf } from './clauses.js';
import { compileCondition } from './compileCondition.js';
import { dataTypes } from './contextTypes.js';
import { describeFault } from './evaluated.js';
import { namesIn } from './tree.js';

/** The names whose value depends on what other teams did. */
const HUNT_WIDE: ReadonlySet<string> = new Set(['clue.solves', 'hunt.solves']);

/** A checked rule with what it names. */
export interface RuleParts {
  readonly rule: Rule;
  /** Of its condition, which has passed `checkCondition`. */
  readonly ast: ASTNode;
  readonly clueById: ReadonlyMap<string, CompiledClue>;
  /** The hunt's own event types. */
  readonly eventTypes?: readonly EventTypeDefinition[] | undefined;
}

export function compileRule({ rule, ast, clueById, eventTypes }: RuleParts): CompiledRule {
  const counter = { count: 0, last: '' };
  const { award = 0, penalise = 0 } = rule.then;
  const scopeReason = scopeReasonOf(rule, ast);
  const data = dataTypes(rule.on, eventTypes);
  return {
    id: rule.id,
    award: award - penalise,
    effects: effectsOf(rule, clueById),
    limit: limitOf(rule),
    scope: scopeReason === undefined ? 'team' : 'hunt',
    scopeReason,
    ask: askInOrder(
      clausesOf(ast).map((clause) => compileCondition(clause, data)),
      countingIn(counter),
    ),
    errors: counter,
  };
}

function countingIn(counter: { -readonly [K in keyof RuleErrors]: RuleErrors[K] }) {
  return (fault: symbol): void => {
    counter.count += 1;
    counter.last = describeFault(fault);
  };
}

function effectsOf(
  { then }: Rule,
  clueById: ReadonlyMap<string, CompiledClue>,
): RuleEffects | undefined {
  const { unlock, counters, badge, message } = then;
  if ([unlock, counters, badge, message].every((effect) => effect === undefined)) return undefined;
  const unlocked = unlock && [...new Set(unlock)].flatMap((id) => clueById.get(id) ?? []);
  return { unlock: unlocked, counters, badge, message };
}

function limitOf({ limit }: Rule): CompiledLimit | undefined {
  if (limit === undefined || 'first' in limit) return limit;
  const coolDownMs = limit.coolDownS === undefined ? undefined : limit.coolDownS * 1_000;
  return { perTeam: 'perTeam' in limit ? limit.perTeam : undefined, coolDownMs };
}

/**
 * Why a rule can't be decided from one team's state; undefined when it can. First finders, and
 * conditions on other teams' finds, need the state of the whole hunt.
 */
export function scopeReasonOf(
  { id, limit }: Pick<Rule, 'id' | 'limit'>,
  ast: ASTNode,
): string | undefined {
  if (limit !== undefined && 'first' in limit) {
    const teams = limit.first === 1 ? 'the first team' : `the first ${limit.first} teams`;
    return `rule "${id}" is for ${teams} of the whole hunt`;
  }
  const name = namesIn(ast).find((one) => HUNT_WIDE.has(one));
  return name === undefined ? undefined : `rule "${id}" reads ${name}`;
}
