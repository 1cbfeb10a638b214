import type { HuntDefinition } from '@trove/contracts';
import { expect, it } from 'vitest';
import { affectedClues } from './affectedClues';

const cluesOf = (...ids: string[]) => ({
  clues: ids.map((id) => ({ id, title: `The ${id}` })) as HuntDefinition['clues'],
});

it('tells solved clues that are changed, and those that are taken away', () => {
  const before = cluesOf('gull', 'pier', 'ledge');
  const after = cluesOf('ledge', 'pier', 'well');
  const paths = ['clues[gull]', 'clues[pier].points', 'clues[well]'];
  const solves = new Map([
    ['gull', 38],
    ['pier', 5],
    ['ledge', 12],
  ]);
  expect(affectedClues({ before, after, paths }, solves)).toEqual([
    { id: 'pier', title: 'The pier', solves: 5, isGone: false },
    { id: 'gull', title: 'The gull', solves: 38, isGone: true },
  ]);
});

it('leaves out what nobody has solved', () => {
  const change = { before: cluesOf('gull'), after: cluesOf(), paths: ['clues[gull]'] };
  expect(affectedClues(change, new Map())).toEqual([]);
});
