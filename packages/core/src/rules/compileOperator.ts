/**
 * Closures of the comparisons and of arithmetic without division. A constant on the right, the
 * common case, gets a closure of its own: it is half of what makes conditions cheap.
 */
import type { ASTNode } from '@marcbachmann/cel-js';
import type { Closure, Evaluated } from './evaluated.js';

/** The checker has made sure that both sides are of one type; number stands for either. */
type Plain = number;
type Maker = (left: Closure, right: Closure) => Closure;
type ConstantMaker = (left: Closure, right: Plain) => Closure;

/** A maker for operators of two values, whose fault, left first, is the operator's. */
function guarded(apply: (left: Plain, right: Plain) => Evaluated): Maker {
  return (left, right) => (context) => {
    const one = left(context);
    if (typeof one === 'symbol') return one;
    const other = right(context);
    return typeof other === 'symbol' ? other : apply(one as Plain, other as Plain);
  };
}

const MAKERS: Readonly<Record<string, Maker>> = {
  '==': guarded((left, right) => left === right),
  '!=': guarded((left, right) => left !== right),
  '<': guarded((left, right) => left < right),
  '<=': guarded((left, right) => left <= right),
  '>': guarded((left, right) => left > right),
  '>=': guarded((left, right) => left >= right),
  '+': guarded((left, right) => left + right),
  '-': guarded((left, right) => left - right),
  '*': guarded((left, right) => left * right),
};

/** Written out one by one, so that each is a function the engine can specialise. */
const CONSTANT_MAKERS: Readonly<Record<string, ConstantMaker>> = {
  '==': (left, constant) => (context) => {
    const value = left(context);
    return typeof value === 'symbol' ? value : (value as Plain) === constant;
  },
  '!=': (left, constant) => (context) => {
    const value = left(context);
    return typeof value === 'symbol' ? value : (value as Plain) !== constant;
  },
  '<': (left, constant) => (context) => {
    const value = left(context);
    return typeof value === 'symbol' ? value : (value as Plain) < constant;
  },
  '<=': (left, constant) => (context) => {
    const value = left(context);
    return typeof value === 'symbol' ? value : (value as Plain) <= constant;
  },
  '>': (left, constant) => (context) => {
    const value = left(context);
    return typeof value === 'symbol' ? value : (value as Plain) > constant;
  },
  '>=': (left, constant) => (context) => {
    const value = left(context);
    return typeof value === 'symbol' ? value : (value as Plain) >= constant;
  },
};

/** The closure of a binary operator; `compile` makes those of its operands. */
export function compileOperator(
  operator: string,
  [left, right]: readonly [ASTNode, ASTNode],
  compile: (node: ASTNode) => Closure,
): Closure {
  const ofConstant = CONSTANT_MAKERS[operator];
  if (ofConstant !== undefined && right.op === 'value') {
    return ofConstant(compile(left), right.args as Plain);
  }
  const maker = MAKERS[operator];
  // The checker lets no other operator through.
  if (maker === undefined) throw new RangeError(`operator ${operator} has no closure`);
  return maker(compile(left), compile(right));
}
