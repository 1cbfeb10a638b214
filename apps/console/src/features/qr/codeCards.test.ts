import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { codeCards, pathOfModules } from './codeCards';

describe('a sheet of codes', () => {
  it('has a card for each code, in the order of the file', () => {
    const cards = codeCards([
      { id: 'a', title: 'אור', find: { code: 'A-1' } },
      { id: 'b', find: { answer: { accept: ['x'] } } },
      { id: 'c', find: { code: 'C-3' } },
      { id: 'd', find: { code: 7 as never } },
      { id: 'e', find: { code: '' } },
      {},
    ]);
    expect(cards).toEqual([
      { index: 0, title: 'אור', code: 'A-1' },
      { index: 2, title: 'c', code: 'C-3' },
    ]);
  });

  it('draws every dark module once', () => {
    const { data } = encode('DOOR-4412', { border: 0 });
    const dark = data.flat().filter(Boolean).length;
    expect(pathOfModules(data).match(/M/g)).toHaveLength(dark);
    expect(pathOfModules([[true, false]])).toBe('M0 0h1v1h-1z');
  });
});
