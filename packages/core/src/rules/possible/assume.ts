/**
 * What the names of a condition can still be when it is true, or false: nothing, when it can't.
 * Each node is visited a fixed number of times, so the bounds of a condition bound the work.
 */
import type { ASTNode } from '@marcbachmann/cel-js';
import { childrenOf, nameOf } from '../tree.js';
import { both, either, fitted, type Possible, span, without } from './possible.js';
import { type Names, possibleValue } from './possibleValue.js';

/** What holds between names whatever happens; answers undefined for what can't be. */
export type Laws = (names: Names) => Names | undefined;

export interface Assumption {
  readonly truth: boolean;
  readonly laws: Laws;
}

/** Undefined when the condition can never be `truth`. */
export function assume(node: ASTNode, names: Names, given: Assumption): Names | undefined {
  const { truth, laws } = given;
  switch (node.op) {
    case 'value':
      return node.args === truth ? names : undefined;
    case '!_':
      return assume(node.args, names, { truth: !truth, laws });
    case '&&':
    case '||':
      return (node.op === '&&') === truth
        ? assumeAll(partsOf(node, node.op), names, given)
        : anyOf(partsOf(node, node.op).map((part) => assume(part, names, given)));
    case '?:':
      return anyOf([assume(node.args[1], names, given), assume(node.args[2], names, given)]);
    case 'in':
      return assumeMember(node.args, names, given);
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return assumeComparison({ operator: node.op, sides: node.args }, names, given);
    default:
      return names;
  }
}

/** All of them at once: what one tells of a name counts for the others. */
export function assumeAll(
  parts: readonly ASTNode[],
  names: Names,
  given: Assumption,
): Names | undefined {
  let known: Names | undefined = names;
  for (const part of parts) {
    if (known === undefined) return undefined;
    known = assume(part, known, given);
  }
  return known;
}

/** What names can be whenever a condition is true; undefined when it never is. */
export function namesWhenTrue(
  node: ASTNode,
  { names, laws }: { readonly names: Names; readonly laws: Laws },
): Names | undefined {
  const parts = partsOf(node, '&&');
  const once = assumeAll(parts, names, { truth: true, laws });
  // Once more, so that what stands last counts for what stands first.
  return once && assumeAll(parts, once, { truth: true, laws });
}

/** The parts of a chain of one operator, from left to right. */
export function partsOf(node: ASTNode, operator: '&&' | '||'): readonly ASTNode[] {
  if (node.op !== operator) return [node];
  return childrenOf(node).flatMap((part) => partsOf(part, operator));
}

function anyOf(branches: readonly (Names | undefined)[]): Names | undefined {
  const possible = branches.filter((branch) => branch !== undefined);
  const [first, ...others] = possible;
  if (first === undefined || others.length === 0) return first;
  return new Map(
    [...first].map(([name, value]) => [
      name,
      others.reduce<Possible>((all, branch) => either(all, branch.get(name) ?? value), value),
    ]),
  );
}

function assumeMember(
  [item, list]: readonly [ASTNode, ASTNode],
  names: Names,
  given: Assumption,
): Names | undefined {
  const values = list.op === 'list' ? list.args : [];
  const compare = (value: ASTNode, known: Names) =>
    assumeComparison({ operator: '==', sides: [item, value] }, known, given);
  if (given.truth) return anyOf(values.map((value) => compare(value, names)));
  return values.reduce<Names | undefined>((known, value) => known && compare(value, known), names);
}

type Operator = '==' | '!=' | '<' | '<=' | '>' | '>=';

interface Comparison {
  readonly operator: Operator;
  readonly sides: readonly [ASTNode, ASTNode];
}

const OPPOSITE: Readonly<Record<Operator, Operator>> = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};
const MIRRORED: Readonly<Record<Operator, Operator>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

function assumeComparison(
  { operator, sides: [left, right] }: Comparison,
  names: Names,
  { truth, laws }: Assumption,
): Names | undefined {
  const meant = truth ? operator : OPPOSITE[operator];
  const one = possibleValue(left, names);
  const other = possibleValue(right, names);
  if (one === undefined || other === undefined) return undefined;
  const nextOne = narrowed(one, meant, other);
  const nextOther = narrowed(other, MIRRORED[meant], one);
  if (nextOne === undefined || nextOther === undefined) return undefined;
  const changes = [...changeOf(left, one, nextOne), ...changeOf(right, other, nextOther)];
  return changes.length === 0 ? names : laws(new Map([...names, ...changes]));
}

function changeOf(node: ASTNode, before: Possible, after: Possible): [string, Possible][] {
  if ((node.op !== 'id' && node.op !== '.') || before === after) return [];
  return [[nameOf(node), after]];
}

/** What `value` can be when it stands in this relation to something that can be `other`. */
function narrowed(value: Possible, operator: Operator, other: Possible): Possible | undefined {
  if (operator === '==') return both(value, other);
  if (operator === '!=') return without(value, other);
  if (value.kind !== 'number' || other.kind !== 'number') return value;
  const { low, high, whole } = value;
  switch (operator) {
    case '<':
      if (low >= other.high) return undefined;
      return fitted(span(low, Math.min(high, below(other.high, whole)), whole));
    case '<=':
      return fitted(span(low, Math.min(high, other.high), whole));
    case '>':
      if (high <= other.low) return undefined;
      return fitted(span(Math.max(low, -below(-other.low, whole)), high, whole));
    case '>=':
      return fitted(span(Math.max(low, other.low), high, whole));
  }
}

/** The largest value below a bound; the bound itself where there is no largest. */
function below(bound: number, whole: boolean): number {
  return whole && Number.isFinite(bound) ? Math.ceil(bound) - 1 : bound;
}
