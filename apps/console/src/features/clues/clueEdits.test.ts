import { applyPatch } from 'rfc6902';
import { describe, expect, it } from 'vitest';
import type { DraftClue } from '../draft/draftHunt';
import * as edits from './clueEdits';

const CLUES: readonly DraftClue[] = [
  { id: 'pier', title: 'Pier', points: 10, find: { code: 'PIER' } },
  { id: 'mast', title: 'Mast', points: 20, requires: { all: ['pier'] } },
  { id: 'bell', points: 30, requires: { atLeast: 1, of: ['pier', 'mast'] } },
];

function after(patch: ReturnType<typeof edits.addClue>, clues = CLUES): readonly DraftClue[] {
  const hunt = { clues: structuredClone(clues) };
  expect(applyPatch(hunt, patch).filter(Boolean)).toEqual([]);
  return hunt.clues;
}

const ids = (clues: readonly DraftClue[]) => clues.map(({ id }) => id);

describe('changes of the clues', () => {
  it('add one where it is asked for, under a free id', () => {
    expect(ids(after(edits.addClue(CLUES, 1)))).toEqual(['pier', 'clue', 'mast', 'bell']);
    const first = { clues: undefined };
    applyPatch(first, edits.addClue([], 0));
    expect(first.clues).toHaveLength(1);
  });

  it('duplicate one behind itself, with a code of its own', () => {
    const clues = after(edits.duplicateClue(CLUES, 0));
    expect(ids(clues)).toEqual(['pier', 'pier-2', 'mast', 'bell']);
    expect(clues[1]).toMatchObject({ title: 'Pier', find: { code: 'PIER-2' } });
    expect(edits.duplicateClue(CLUES, 9)).toEqual([]);
  });

  it('remove several, whatever the order they are named in', () => {
    expect(ids(after(edits.removeClues([0, 2, 1])))).toEqual([]);
    expect(ids(after(edits.removeClues([0, 2])))).toEqual(['mast']);
  });

  it('move one, and leave it at an end', () => {
    expect(ids(after(edits.moveClue(CLUES, 0, 1)))).toEqual(['mast', 'pier', 'bell']);
    expect(ids(after(edits.moveClue(CLUES, 2, -1)))).toEqual(['pier', 'bell', 'mast']);
    expect(edits.moveClue(CLUES, 0, -1)).toEqual([]);
    expect(edits.moveClue(CLUES, 2, 1)).toEqual([]);
  });

  it('rename one wherever it is required, unless two have the name', () => {
    const clues = after(edits.renameClue(CLUES, 0, 'quay'));
    expect(clues[0]?.id).toBe('quay');
    expect(clues[1]?.requires).toEqual({ all: ['quay'] });
    expect(clues[2]?.requires).toEqual({ atLeast: 1, of: ['quay', 'mast'] });
    expect(edits.renameClue(CLUES, 0, 'pier')).toEqual([]);
    const twins = [{ id: 'a' }, { id: 'a' }, { requires: { any: ['a'] } }];
    expect(edits.renameClue(twins, 0, 'b')).toHaveLength(1);
  });

  it('set points and windows of all that are selected, and nothing twice', () => {
    const patch = edits.changeClues(CLUES, [0, 1, 7], { field: 'points', value: 10 });
    expect(after(patch).map(({ points }) => points)).toEqual([10, 10, 30]);
    expect(patch).toHaveLength(1);
    const opens = '2031-01-01T00:00:00Z';
    const opened = after(edits.changeClues(CLUES, [0, 1], { field: 'opens', value: opens }));
    expect(opened.map((clue) => clue.opens)).toEqual([opens, opens, undefined]);
    const closed = after(
      edits.changeClues(opened, [0, 2], { field: 'opens', value: undefined }),
      opened,
    );
    expect(closed.map((clue) => clue.opens)).toEqual([undefined, opens, undefined]);
  });

  it('add a prerequisite beside those there are, never to itself', () => {
    const clues = after(edits.changeClues(CLUES, [0, 1, 2], { field: 'requires', value: 'mast' }));
    expect(clues.map(({ requires }) => requires)).toEqual([
      { all: ['mast'] },
      { all: ['pier'] },
      { atLeast: 1, of: ['pier', 'mast'] },
    ]);
    const none = after(edits.changeClues(CLUES, [1, 2], { field: 'requires', value: undefined }));
    expect(none.map(({ requires }) => requires)).toEqual([undefined, undefined, undefined]);
  });
});
