/**
 * What closures give. One that has no result returns one of these symbols, a fault, instead of
 * throwing, so that a bad condition costs no more than a good one.
 */
import type { RuleContext } from './ruleContext.js';

export const MISSING_FIELD = Symbol('the event has no value for a field the condition reads');
export const DIVISION_BY_ZERO = Symbol('division by zero');

export type Evaluated = boolean | number | string | symbol;

/** Evaluates one node of a condition. Pure and total: it never throws and never loops. */
export type Closure = (context: RuleContext) => Evaluated;

/** What a fault means, in words for a log or a screen. */
export function describeFault(fault: symbol): string {
  return fault.description ?? 'unknown fault';
}
