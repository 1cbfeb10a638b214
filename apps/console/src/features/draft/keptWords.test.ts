import { describe, expect, it } from 'vitest';
import { keptWords } from './keptWords';

describe('the words of changes that were kept', () => {
  it('are the last ones of each place', () => {
    const rows = keptWords([
      { op: 'replace', path: '/title', value: 'Har' },
      { op: 'add', path: '/clues/-', value: { id: 'pier' } },
      { op: 'replace', path: '/title', value: 'Harbour' },
      { op: 'remove', path: '/clues/0' },
      { op: 'move', from: '/clues/2', path: '/clues/1' },
    ]);
    expect(rows).toEqual([
      { path: '/title', says: 'Harbour' },
      { path: '/clues/-', says: '{"id":"pier"}' },
      { path: '/clues/0', says: 'taken out' },
      { path: '/clues/1', says: 'moved here from /clues/2' },
    ]);
  });
});
