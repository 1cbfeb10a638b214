import { applyPatch } from 'rfc6902';
import { describe, expect, it } from 'vitest';
import type { DraftClue } from '../draft/draftHunt';
import { type Change, changeHow, connect, disconnect } from './connect';
import { layOut } from './layOut';
import { unlockGraph } from './unlocks';

const CLUES: readonly DraftClue[] = [
  { id: 'start', title: 'Start' },
  { id: 'left', requires: { all: ['start'] } },
  { id: 'right', requires: { any: ['start', 'left'] } },
  { id: 'end', requires: { atLeast: 1, of: ['left', 'right'] } },
];
const NONE = new Set<string>();
const OF = { clues: CLUES, opened: NONE };

function after(change: Change): readonly DraftClue[] {
  const hunt = { clues: structuredClone(CLUES) };
  expect(change.isGood).toBe(true);
  if (change.isGood) expect(applyPatch(hunt, change.patch).filter(Boolean)).toEqual([]);
  return hunt.clues;
}

describe('the graph of unlocks', () => {
  it('has a node for each clue and an edge for each prerequisite', () => {
    const { nodes, edges } = unlockGraph(CLUES, []);
    expect(nodes.map(({ id, state }) => [id, state])).toEqual([
      ['start', 'open'],
      ['left', 'open'],
      ['right', 'open'],
      ['end', 'end'],
    ]);
    expect(edges.map(({ from, to }) => `${from} ${to}`)).toEqual([
      'start left',
      'start right',
      'left right',
      'left end',
      'right end',
    ]);
  });

  it('says why a clue can not be reached', () => {
    const { nodes } = unlockGraph(
      [
        { id: 'a', requires: { all: ['b'] } },
        { id: 'b', title: 'The well', requires: { all: ['a'] } },
        { id: 'c', requires: { all: ['a'] } },
        { id: 'd', locked: true },
        { id: 'e', locked: true },
        { id: 'f', requires: { all: ['gone'] } },
        { id: 'g', requires: { any: ['gone', 'e'] } },
      ],
      [{ then: { unlock: ['e'] } }],
    );
    expect(nodes.map(({ id, says }) => [id, says])).toEqual([
      ['a', 'waits in a circle: a → The well → a'],
      ['b', 'waits in a circle: The well → a → The well'],
      ['c', 'what it requires can not be reached'],
      ['d', 'no rule unlocks it'],
      ['e', undefined],
      ['f', 'there is no gone'],
      ['g', undefined],
    ]);
  });

  it('bears any file', () => {
    const odd = [{}, { id: 7 as never }, { id: 'a', requires: 'b' as never }, { id: 'a' }];
    expect(unlockGraph(odd, [{ then: 'x' as never }, {}]).nodes).toHaveLength(1);
  });
});

describe('changing prerequisites', () => {
  it('adds one in the way the others are', () => {
    expect(after(connect(OF, 'start', 'end'))[3]?.requires).toEqual({
      atLeast: 1,
      of: ['left', 'right', 'start'],
    });
    const first = connect({ ...OF, clues: [{ id: 'a' }, { id: 'b', locked: true }] }, 'a', 'b');
    expect(first.isGood && first.patch.map(({ op, path }) => `${op} ${path}`)).toEqual([
      'add /clues/1/requires',
      'remove /clues/1/locked',
    ]);
  });

  it('refuses circles in the words of the linter, and names them', () => {
    expect(connect(OF, 'left', 'start')).toEqual({
      isGood: false,
      says:
        'These clues wait for each other: no team could ever unlock them. ' +
        'Start → left → Start',
    });
    expect(connect(OF, 'start', 'left')).toMatchObject({
      says: '“left” requires “Start” already.',
    });
    expect(connect(OF, 'left', 'left')).toMatchObject({ isGood: false });
    expect(connect(OF, 'start', 'nobody')).toMatchObject({ isGood: false });
  });

  it('allows a circle that can be entered from outside', () => {
    const clues: readonly DraftClue[] = [
      { id: 'door' },
      { id: 'a', requires: { any: ['door'] } },
      { id: 'b', requires: { all: ['a'] } },
    ];
    expect(connect({ clues, opened: NONE }, 'b', 'a')).toMatchObject({ isGood: true });
    const all = changeHow({ clues, opened: NONE }, 'a', { how: 'all', atLeast: 1 });
    expect(all).toMatchObject({ isGood: true });
  });

  it('takes one out, and the whole field with the last', () => {
    expect(after(disconnect(OF, 'start', 'left'))[1]).toEqual({ id: 'left' });
    expect(after(disconnect(OF, 'right', 'end'))[3]?.requires).toEqual({
      atLeast: 1,
      of: ['left'],
    });
    expect(disconnect(OF, 'end', 'start')).toMatchObject({ isGood: false });
  });

  it('changes how many are needed, within what there are', () => {
    const two = changeHow(OF, 'end', { how: 'atLeast', atLeast: 9 });
    expect(after(two)[3]?.requires).toEqual({ atLeast: 2, of: ['left', 'right'] });
    expect(after(changeHow(OF, 'end', { how: 'all', atLeast: 1 }))[3]?.requires).toEqual({
      all: ['left', 'right'],
    });
  });
});

describe('the layout', () => {
  it('puts every clue after what it requires', () => {
    const graph = unlockGraph(CLUES, []);
    const places = layOut(graph);
    for (const { from, to } of graph.edges) {
      expect((places.get(from)?.x ?? 0) < (places.get(to)?.x ?? 0)).toBe(true);
    }
  });
});
