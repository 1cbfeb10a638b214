import { describe, expect, it } from 'vitest';
import { textBefore, valuesBefore } from './standBefore';

const FILE = {
  title: 'Harbour',
  clues: [
    { id: 'gull', points: 20 },
    { id: 'pier', points: 30 },
  ],
};

describe('valuesBefore', () => {
  it('tells what each operation found at its place', () => {
    const stood = valuesBefore(FILE, [
      { op: 'replace', path: '/clues/0/points', value: 25 },
      { op: 'add', path: '/title', value: 'Pier' },
      { op: 'add', path: '/description', value: 'New' },
      { op: 'move', from: '/clues/1', path: '/clues/0' },
    ]);
    expect(stood).toEqual([
      { path: '/clues/0/points', value: 20 },
      { path: '/title', value: 'Harbour' },
      { path: '/description' },
      { path: '/clues/1', value: { id: 'pier', points: 30 } },
    ]);
  });

  it('follows a list whose places move, and leaves file and patch as they are', () => {
    const added = { id: 'well', points: 5 };
    const stood = valuesBefore(FILE, [
      { op: 'remove', path: '/clues/0' },
      { op: 'add', path: '/clues/0', value: added },
      { op: 'replace', path: '/clues/0/points', value: 6 },
      { op: 'remove', path: '/clues/1' },
    ]);
    expect(stood).toEqual([
      { path: '/clues/0', value: { id: 'gull', points: 20 } },
      { path: '/clues/0' },
      { path: '/clues/0/points', value: 5 },
      { path: '/clues/1', value: { id: 'pier', points: 30 } },
    ]);
    expect(added.points).toBe(5);
    expect(FILE.clues).toHaveLength(2);
  });
});

describe('textBefore', () => {
  it('is what an edit takes out of its line', () => {
    const text = 'trove: 1\npoints: ten # many\n';
    expect(textBefore(text, { line: 2, column: 9, length: 3, replacement: '10' })).toBe('ten');
    expect(textBefore(text, { line: 9, column: 1, length: 3, replacement: '' })).toBe('');
  });
});
