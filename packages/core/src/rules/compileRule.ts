/** Makes a rule of the hunt file into what is run per event: a condition that never throws. */
import type { Rule } from '@trove/contracts';
import type { ASTNode } from '@marcbachmann/cel-js';
import type { CompiledRule, RuleErrors, Scope } from '../hunt/compiledHunt.js';
import { compileNode } from './compileCondition.js';
import { type Closure, describeFault } from './evaluated.js';
import type { RuleContext } from './ruleContext.js';

/** The names whose value depends on what other teams did. */
const HUNT_WIDE = /\b(?:clue\s*\.\s*solves|hunt\s*\.\s*solves)\b/;

/** Compiles a rule whose condition has passed `checkCondition`. */
export function compileRule(rule: Rule, ast: ASTNode): CompiledRule {
  const counter = { count: 0, last: '' };
  return {
    id: rule.id,
    award: rule.then.award,
    limit: rule.limit,
    scope: scopeOf(rule),
    when: counted(compileNode(ast), counter),
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
function scopeOf(rule: Rule): Scope {
  const isFirstFinder = rule.limit !== undefined && 'first' in rule.limit;
  return isFirstFinder || HUNT_WIDE.test(rule.when) ? 'hunt' : 'team';
}
