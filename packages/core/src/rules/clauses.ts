/** The clauses of a condition: what its outermost `&&` join, in the order they are written. */
import type { ASTNode } from '@marcbachmann/cel-js';
import type { Closure } from './evaluated.js';
import { ANSWER, falseClause } from './ruleAnswer.js';
import type { RuleContext } from './ruleContext.js';
import { childrenOf } from './tree.js';

/** At least one; a condition without `&&` is its own clause. */
export function clausesOf(node: ASTNode): readonly ASTNode[] {
  return node.op === '&&' ? childrenOf(node).flatMap(clausesOf) : [node];
}

/** Asks the clauses one after another, and answers as the rule does: held, or which was false. */
export type Asked = (context: RuleContext) => number;

/** `onFault` is told when no clause was false and one gave no value (R5). */
export function askInOrder(clauses: readonly Closure[], onFault: (fault: symbol) => void): Asked {
  return (context) => {
    let fault: symbol | undefined;
    for (let i = 0; i < clauses.length; i += 1) {
      const value = (clauses[i] as Closure)(context);
      if (value === false) return falseClause(i);
      if (typeof value === 'symbol') fault ??= value;
    }
    if (fault === undefined) return ANSWER.fired;
    onFault(fault);
    return ANSWER.fault;
  };
}
