/** What the route of a draft's rules answers. */
import type { RuleFunction, RulesReport } from '@trove/core';

export interface RulesAnswer extends RulesReport {
  /** The draft's revision it is told of. */
  readonly revision: number;
  readonly functions: readonly RuleFunction[];
}

/** How often rules of a hunt have fired in the last hour, by id; those that have not are absent. */
export interface RulesFiredAnswer {
  readonly fired: Readonly<Record<string, number>>;
}
