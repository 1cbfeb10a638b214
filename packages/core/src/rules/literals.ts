/**
 * Finds texts that can never be what they are compared with: a verdict that does not exist, a
 * clue the hunt does not have. The types are right there, so nothing else would notice.
 */
import type { ASTNode } from '@marcbachmann/cel-js';
import { meant } from './closest.js';
import { ConditionError } from './conditionFault.js';
import { childrenOf, nameOf } from './tree.js';

/** The texts a name can stand for, by name; a name not listed can be any text. */
export type Vocabulary = ReadonlyMap<string, ReadonlySet<string>>;

const COMPARISONS = new Set(['==', '!=', 'in']);

/** Throws a ConditionError at the first literal outside its name's vocabulary. */
export function checkLiterals(node: ASTNode, vocabulary: Vocabulary): void {
  if (COMPARISONS.has(node.op)) checkComparison(node.args as [ASTNode, ASTNode], vocabulary);
  for (const child of childrenOf(node)) checkLiterals(child, vocabulary);
}

function checkComparison([left, right]: [ASTNode, ASTNode], vocabulary: Vocabulary): void {
  checkAgainst(left, right.op === 'list' ? right.args : [right], vocabulary);
  checkAgainst(right, [left], vocabulary);
}

function checkAgainst(name: ASTNode, values: readonly ASTNode[], vocabulary: Vocabulary): void {
  if (name.op !== 'id' && name.op !== '.') return;
  const written = nameOf(name);
  const known = vocabulary.get(written);
  if (known === undefined) return;
  for (const value of values) {
    if (value.op !== 'value' || typeof value.args !== 'string' || known.has(value.args)) continue;
    const { near, hint } = meant(value.args, known);
    throw new ConditionError({
      ...value.range,
      found: value.args,
      suggestion: near,
      allowed: listed(known),
      message: `"${written}" is never "${value.args}".${hint}`,
    });
  }
}

const LISTED = 20;

function listed(known: ReadonlySet<string>): string {
  const names = [...known].filter((name) => name !== '').slice(0, LISTED);
  return names.join(', ') + (known.size > LISTED ? ', …' : '');
}
