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

/** Quoted texts, whose brackets mean nothing. */
const QUOTED = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;

/**
 * A clause as its designer wrote it. The parser leaves brackets at the ends of a node out of its
 * range, which would cut `!(a || b)` short.
 */
export function textOfClause({ input, start, end }: ASTNode): string {
  const bare = input.replaceAll(QUOTED, (text) => '_'.repeat(text.length));
  const { opened, closed } = unmatched(bare.slice(start, end));
  let [from, to] = [start, end];
  for (let i = 0; i < closed; i += 1) from = bare.lastIndexOf('(', from - 1);
  for (let i = 0; i < opened; i += 1) to = bare.indexOf(')', to) + 1;
  return input.slice(Math.max(0, from), to);
}

function unmatched(text: string): { readonly opened: number; readonly closed: number } {
  let [opened, closed] = [0, 0];
  for (const character of text) {
    if (character === '(') opened += 1;
    if (character !== ')') continue;
    if (opened > 0) opened -= 1;
    else closed += 1;
  }
  return { opened, closed };
}

/** Asks the clauses one after another, and answers as the rule does: held, or which was false. */
export type Asked = (context: RuleContext) => number;

/** `onFault` is told when no clause was false and one gave no value (R5). */
export function askInOrder(clauses: readonly Closure[], onFault: (fault: symbol) => void): Asked {
  const [first, ...others] = clauses as readonly [Closure, ...Closure[]];
  return (context) => {
    const value = first(context);
    if (value === false) return FIRST_FALSE;
    let fault = typeof value === 'symbol' ? value : undefined;
    for (let i = 0; i < others.length; i += 1) {
      const other = (others[i] as Closure)(context);
      if (other === false) return falseClause(i + 1);
      if (typeof other === 'symbol') fault ??= other;
    }
    if (fault === undefined) return ANSWER.fired;
    onFault(fault);
    return ANSWER.fault;
  };
}

const FIRST_FALSE = falseClause(0);
