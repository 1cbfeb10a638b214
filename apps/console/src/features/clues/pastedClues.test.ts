import { Clue } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { PASTE_LIMITS } from './limits';
import { readPastedClues } from './pastedClues';

const NONE = new Set<string>();
const rows = (number: number) => Array.from({ length: number }, (_, i) => `T${i}\tcode\tC${i}`);

describe('pasted clues', () => {
  it('are read a row each, and are sound', () => {
    const text = [
      'The pier\tcode\tPIER-1\t25\tLook **down**.',
      '',
      'המגדלור\tAnswer\tlight | a light',
      '🦊 den\tplace\t48.3, 9.95, 30\t5',
    ].join('\r\n');
    const read = readPastedClues(text, new Set(['the-pier']));
    expect(read).toMatchObject({
      isGood: true,
      clues: [
        { id: 'the-pier-2', points: 25, text: 'Look **down**.', find: { code: 'PIER-1' } },
        { id: 'clue', points: 10, find: { answer: { accept: ['light', 'a light'] } } },
        { id: 'den', find: { place: { id: 'den', lat: 48.3, lon: 9.95, radiusM: 30 } } },
      ],
    });
    if (read.isGood) for (const clue of read.clues) Clue.parse(clue);
  });

  it.each([
    ['\tcode\tX', /Row 1: the title is missing/],
    ['A\tphoto\tX', /"photo" is no kind/],
    ['A\tcode', /what solves it is missing/],
    ['A\tcode\tX\tmany', /"many" is no whole number/],
    ['A\tplace\there', /"here" is no place/],
    ['A\tplace\t1 2 0', /radius of at least 1 m/],
    ['', /no row/],
  ])('%j is refused as a whole', (text, problem) => {
    const good = text === '' ? '' : '\nGood\tcode\tY';
    const read = readPastedClues(text + good, NONE);
    expect(read).toEqual({ isGood: false, problems: [expect.stringMatching(problem)] });
  });

  it('are refused before they are read when there are too many', () => {
    const refused = (text: string) => {
      const read = readPastedClues(text, NONE);
      return read.isGood ? '' : read.problems[0];
    };
    expect(refused(rows(10_000).join('\n'))).toMatch(/at most 5,000 clues.*10,000 more/);
    expect(refused(rows(PASTE_LIMITS.rows + 1).join('\n'))).toMatch(/paste at most 400/);
    expect(refused('x'.repeat(PASTE_LIMITS.characters + 1))).toMatch(/500,001 characters/);
    expect(readPastedClues(rows(PASTE_LIMITS.rows).join('\n'), NONE).isGood).toBe(true);
  });
});
