/** Makes a rule of the hunt file into what is run per event: a condition that never throws. */

import type { ASTNode } from '@marcbachmann/cel-js';
import type { Rule } from '@trove/contracts';
import type {
  CompiledClue,
  CompiledLimit,
  CompiledRule,
  RuleEffects,
  RuleErrors,
} from '../hunt/compiledHunt.js';
import { compileCondition } from './compileCondition.js';
import { type Closure, describeFault } from './evaluated.js';
import type { RuleContext } from './ruleContext.js';
import { namesIn } from './tree.js';

/** The names whose value depends on what other teams did. */
const HUNT_WIDE: ReadonlySet<string> = new Set(['clue.solves', 'hunt.solves']);

/** A checked rule with what it names. */
export interface RuleParts {
  readonly rule: Rule;
  /** Of its condition, which has passed `checkCondition`. */
  readonly ast: ASTNode;
  readonly clueById: ReadonlyMap<string, CompiledClue>;
}

export function compileRule({ rule, ast, clueById }: RuleParts): CompiledRule {
  const counter = { count: 0, last: '' };
  const { award = 0, penalise = 0 } = rule.then;
  const scopeReason = scopeReasonOf(rule, ast);
  return {
    id: rule.id,
    award: award - penalise,
    effects: effectsOf(rule, clueById),
    limit: limitOf(rule),
    scope: scopeReason === undefined ? 'team' : 'hunt',
    scopeReason,
    when: counted(compileCondition(ast, rule.on), counter),
    errors: counter,
  };
}

function counted(
  condition: Closure,
  counter: { -readonly [K in keyof RuleErrors]: RuleErrors[K] },
): (context: RuleContext) => boolean {
  return (context) => {
    const value = condition(context);
    if (typeof value !== 'symbol') return value === true;
    counter.count += 1;
    counter.last = describeFault(value);
    return false;
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

/** First finders, and conditions on other teams' finds, need the state of the whole hunt. */
function scopeReasonOf({ id, limit }: Rule, ast: ASTNode): string | undefined {
  if (limit !== undefined && 'first' in limit) {
    const teams = limit.first === 1 ? 'the first team' : `the first ${limit.first} teams`;
    return `rule "${id}" is for ${teams} of the whole hunt`;
  }
  const name = namesIn(ast).find((one) => HUNT_WIDE.has(one));
  return name === undefined ? undefined : `rule "${id}" reads ${name}`;
}
