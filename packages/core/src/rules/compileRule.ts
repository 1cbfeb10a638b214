/** Makes a rule of the hunt file into what is run per event: a condition that never throws. */

import type { ASTNode } from '@marcbachmann/cel-js';
import type { Rule } from '@trove/contracts';
import type { CompiledRule, RuleErrors, Scope } from '../hunt/compiledHunt.js';
import { compileCondition } from './compileCondition.js';
import { type Closure, describeFault } from './evaluated.js';
import type { RuleContext } from './ruleContext.js';
import { namesIn } from './tree.js';

/** The names whose value depends on what other teams did. */
const HUNT_WIDE: ReadonlySet<string> = new Set(['clue.solves', 'hunt.solves']);

/** Compiles a rule whose condition has passed `checkCondition`. */
export function compileRule(rule: Rule, ast: ASTNode): CompiledRule {
  const counter = { count: 0, last: '' };
  return {
    id: rule.id,
    award: rule.then.award,
    limit: rule.limit,
    scope: scopeOf(rule, ast),
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

/** First finders, and conditions on other teams' finds, need the state of the whole hunt. */
function scopeOf({ limit }: Rule, ast: ASTNode): Scope {
  const isFirstFinder = limit !== undefined && 'first' in limit;
  return isFirstFinder || namesIn(ast).some((name) => HUNT_WIDE.has(name)) ? 'hunt' : 'team';
}
