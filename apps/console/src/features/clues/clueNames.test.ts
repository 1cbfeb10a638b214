import { describe, expect, it } from 'vitest';
import type { DraftClue } from '../draft/draftHunt';
import { clueNames } from './clueNames';

const CLUES: readonly DraftClue[] = [
  { id: 'clue', title: 'The old pier' },
  { id: 'clue-2', title: ' New clue ' },
  { id: 'clue-3', title: 'New clue' },
  { id: 'mast' },
  { id: 'well', title: 'mast' },
  { title: 'Without an id' },
  { id: 7 as never, title: 'Not a text' },
];

describe('names of clues', () => {
  const names = clueNames(CLUES);

  it('are titles, with the id behind where a title alone would not tell which', () => {
    expect(names.all).toEqual([
      { id: 'clue', name: 'The old pier' },
      { id: 'clue-2', name: 'New clue (clue-2)' },
      { id: 'clue-3', name: 'New clue (clue-3)' },
      { id: 'mast', name: 'mast (mast)' },
      { id: 'well', name: 'mast (well)' },
    ]);
    expect(names.nameOf('clue')).toBe('The old pier');
    expect(names.nameOf('gone')).toBe('gone');
  });

  it('lead back to the clue, as its id does', () => {
    for (const { id, name } of names.all) expect(names.idOf(name)).toBe(id);
    expect(names.idOf(' The old pier ')).toBe('clue');
    expect(names.idOf('mast')).toBe('mast');
    for (const text of ['New clue', 'gone', '']) expect(names.idOf(text)).toBeUndefined();
  });
});
