/** What an expression can be when its names can be what they can. */
import type { ASTNode } from '@marcbachmann/cel-js';
import { EARTH_RADIUS_M } from '../../geo/distance.js';
import { childrenOf, nameOf } from '../tree.js';
import { ANYTHING, either, oneOf, type Possible, type Span, span } from './possible.js';

/** What names can be; a name that is not there can be anything. */
export type Names = ReadonlyMap<string, Possible>;

const DAY_HOURS = 24;

/** Undefined when it never has a value, because it always divides by zero. */
export function possibleValue(node: ASTNode, names: Names): Possible | undefined {
  switch (node.op) {
    case 'value':
      return literal(node.args);
    case 'id':
    case '.':
      return names.get(nameOf(node)) ?? ANYTHING;
    case 'call':
      return callOf(node.args[0], node.args[1], names);
    case '-_': {
      const value = possibleValue(node.args, names);
      return value?.kind === 'number' ? span(-value.high, -value.low, value.whole) : value;
    }
    case '?:': {
      const yes = possibleValue(node.args[1], names);
      const no = possibleValue(node.args[2], names);
      return yes === undefined || no === undefined ? (yes ?? no) : either(yes, no);
    }
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
      return arithmetic(node.op, childrenOf(node), names);
    default:
      return ANYTHING;
  }
}

function literal(value: unknown): Possible {
  if (typeof value === 'string') return oneOf([value]);
  if (typeof value !== 'number') return ANYTHING;
  return span(value, value, Number.isInteger(value));
}

function callOf(name: string, given: readonly ASTNode[], names: Names): Possible {
  const [first] = given;
  switch (name) {
    case 'timeOf': {
      const text = first === undefined ? undefined : possibleValue(first, names);
      const [only] = text?.kind === 'texts' ? text.texts : [];
      return only === undefined ? ANYTHING : literal(Date.parse(only));
    }
    case 'sizeOf':
      return span(0, Number.POSITIVE_INFINITY, true);
    case 'hourOf':
      return span(0, DAY_HOURS);
    case 'distanceM':
      return span(0, Math.ceil(Math.PI * EARTH_RADIUS_M));
    default:
      return ANYTHING;
  }
}

function arithmetic(
  operator: '+' | '-' | '*' | '/' | '%',
  [one, other]: readonly ASTNode[],
  names: Names,
): Possible | undefined {
  if (one === undefined || other === undefined) return ANYTHING;
  const left = possibleValue(one, names);
  const right = possibleValue(other, names);
  if (left === undefined || right === undefined) return undefined;
  const isDivision = operator === '/' || operator === '%';
  if (isDivision && isZero(right)) return undefined;
  if (left.kind !== 'number' || right.kind !== 'number') return ANYTHING;
  if (isDivision) return quotient(operator, left, right);
  const whole = left.whole && right.whole;
  if (operator === '+') return span(left.low + right.low, left.high + right.high, whole);
  if (operator === '-') return span(left.low - right.high, left.high - right.low, whole);
  return spanOf(corners(left, right, multiply), whole);
}

/** True when it can only be zero. */
export function isZero(value: Possible): boolean {
  return value.kind === 'number' && value.low === 0 && value.high === 0;
}

function quotient(operator: '/' | '%', left: Span, right: Span): Possible {
  if (operator === '%') {
    const most = Math.max(Math.abs(right.low), Math.abs(right.high));
    return span(left.low < 0 ? -most : 0, left.high > 0 ? most : 0, left.whole && right.whole);
  }
  if (right.low <= 0 && right.high >= 0) return ANY_NUMBER;
  return spanOf(corners(left, right, divide), false);
}

const ANY_NUMBER = span(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);

function multiply(one: number, other: number): number {
  return one === 0 || other === 0 ? 0 : one * other;
}

function divide(one: number, other: number): number {
  const value = one / other;
  return Number.isNaN(value) ? Math.sign(one) * Math.sign(other) * Number.POSITIVE_INFINITY : value;
}

function corners(
  left: Span,
  right: Span,
  apply: (one: number, other: number) => number,
): readonly number[] {
  return [left.low, left.high].flatMap((one) => {
    return [right.low, right.high].map((other) => apply(one, other));
  });
}

function spanOf(values: readonly number[], whole: boolean): Possible {
  return span(Math.min(...values), Math.max(...values), whole);
}
