import type { BlockGroup } from '@trove/core/rule-blocks';
import { blocksOf, textOfBlocks } from '@trove/core/rule-blocks';
import { describe, expect, it } from 'vitest';
import { blocksOfRows, rowsOfBlocks } from './builderRows';

function treeOf(text: string): BlockGroup {
  const reading = blocksOf(text);
  if (!reading.ok) throw new Error(reading.says);
  return reading.tree;
}

describe('blocks as rows of the builder', () => {
  it.each([
    'true',
    '!true',
    "verdict == 'solved'",
    "!(verdict == 'solved' || clue.solves < 3)",
    "clue.id in ['pier', 'mast'] && !(team.solved in [1, 2])",
    "!event.data.code.contains('x') && event.data.code.startsWith('y')",
    '!has(event.data.accuracyM) || (has(event.data.ageS) && event.data.accuracyM <= 30)',
    'event.data.isLit && !event.data.isOld',
    "event.time < timestamp('2026-05-01T20:00:00Z') && team.score > clue.points * 2",
    'a == 1 && (b == 2 || (c == 3 && d == true))',
  ])('RB1 keep %s whole', (text) => {
    const tree = treeOf(text);
    const again = blocksOfRows(rowsOfBlocks(tree));
    expect(again).toEqual(tree);
    expect(textOfBlocks(again)).toBe(text);
  });

  it('RB1 of a new row without a value write one that can be read', () => {
    const rows = [
      { field: 'verdict', operator: '==', value: undefined },
      { field: 'clue.id', operator: 'in', value: [] },
    ];
    const text = textOfBlocks(blocksOfRows({ combinator: 'and', rules: rows }));
    expect(text).toBe("verdict == '' && clue.id in ['']");
  });
});
