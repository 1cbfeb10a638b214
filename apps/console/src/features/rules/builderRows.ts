/**
 * Blocks as the rows of the query builder, and back. A row keeps its block’s value whole, so that
 * nothing depends on how the builder prints it.
 */
import type { Block, BlockGroup, BlockValue, Comparison, TextTest } from '@trove/core/rule-blocks';
import type { RuleGroupType, RuleType } from 'react-querybuilder';

export type RowOperator =
  | Comparison
  | TextTest
  | `not ${TextTest}`
  | 'in'
  | 'not in'
  | 'has'
  | 'not has'
  | 'is'
  | 'not is';

/** One value, several of a list, or none where the operator says it all. */
export type RowValue = BlockValue | readonly BlockValue[] | undefined;

const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=']);
const NOTHING: BlockValue = { is: 'text', value: '' };

export function rowsOfBlocks(group: BlockGroup): RuleGroupType {
  return {
    combinator: group.joint === '&&' ? 'and' : 'or',
    not: group.isNot,
    rules: group.blocks.map((block) => {
      return block.kind === 'group' ? rowsOfBlocks(block) : rowOf(block);
    }),
  };
}

function rowOf(block: Exclude<Block, BlockGroup>): RuleType {
  const { left: field } = block;
  switch (block.kind) {
    case 'compare':
      return { field, operator: block.operator, value: block.right };
    case 'list':
      return { field, operator: negated('in', block.isNot), value: block.values };
    case 'text':
      return { field, operator: negated(block.test, block.isNot), value: block.right };
    case 'has':
      return { field, operator: negated('has', block.isNot), value: undefined };
    case 'flag':
      return { field, operator: negated('is', block.isNot), value: undefined };
  }
}

function negated(operator: string, isNot: boolean): string {
  return isNot ? `not ${operator}` : operator;
}

export function blocksOfRows({ combinator, not, rules }: RuleGroupType): BlockGroup {
  return {
    kind: 'group',
    joint: combinator === 'or' ? '||' : '&&',
    isNot: not === true,
    blocks: rules.map((row) => ('rules' in row ? blocksOfRows(row) : blockOf(row))),
  };
}

function blockOf({ field: left, operator, value }: RuleType): Block {
  const isNot = operator.startsWith('not ');
  const bare = isNot ? operator.slice('not '.length) : operator;
  if (COMPARISONS.has(bare)) {
    return { kind: 'compare', left, operator: bare as Comparison, right: oneValue(value) };
  }
  switch (bare) {
    case 'in':
      return { kind: 'list', left, isNot, values: manyValues(value) };
    case 'has':
      return { kind: 'has', left, isNot };
    case 'is':
      return { kind: 'flag', left, isNot };
    default:
      return { kind: 'text', left, test: bare as TextTest, isNot, right: oneValue(value) };
  }
}

export function oneValue(value: RowValue): BlockValue {
  if (isMany(value)) return value[0] ?? NOTHING;
  return value ?? NOTHING;
}

/** At least one: the language has no empty list. */
export function manyValues(value: RowValue): readonly BlockValue[] {
  if (!isMany(value)) return [value ?? NOTHING];
  return value.length === 0 ? [NOTHING] : value;
}

function isMany(value: RowValue): value is readonly BlockValue[] {
  return Array.isArray(value);
}
