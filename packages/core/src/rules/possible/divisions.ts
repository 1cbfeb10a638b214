/** Finds divisions and remainders whose right side is zero, or can be. */
import type { ASTNode } from '@marcbachmann/cel-js';
import { childrenOf } from '../tree.js';
import { isZero, type Names, possibleValue } from './possibleValue.js';

export interface Division {
  /** The right side. */
  readonly divisor: ASTNode;
  /** It can be nothing else. */
  readonly isAlways: boolean;
}

/**
 * Of a divisor that can be any number, as a difference of latitudes, zero is one of too many to
 * be worth a word: counted are whole numbers, and spans that begin or end at zero.
 */
export function divisionsByZero(node: ASTNode, names: Names): readonly Division[] {
  const inside = childrenOf(node).flatMap((child) => divisionsByZero(child, names));
  if (node.op !== '/' && node.op !== '%') return inside;
  const [, divisor] = node.args;
  const value = possibleValue(divisor, names);
  if (value?.kind !== 'number') return inside;
  if (isZero(value)) return [...inside, { divisor, isAlways: true }];
  const { low, high, whole } = value;
  const canBe = whole ? low <= 0 && high >= 0 : low === 0 || high === 0;
  return canBe ? [...inside, { divisor, isAlways: false }] : inside;
}
