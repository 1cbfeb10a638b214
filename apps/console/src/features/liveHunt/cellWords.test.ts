import { expect, it } from 'vitest';
import { wordsOfCell } from './cellWords';

it('tells a cell in words, with what is known of it and no more', () => {
  const base = { clue: 'clock', wrong: 0, hints: [] };
  expect(wordsOfCell({ ...base, status: 'locked' })).toBe('locked');
  expect(wordsOfCell({ ...base, status: 'open', wrong: 2, hints: ['a'] })).toBe(
    'open, 2 wrong tries, 1 hint',
  );
  const solvedMs = new Date(2026, 5, 1, 21, 4, 7).getTime();
  expect(wordsOfCell({ ...base, status: 'solved', solvedMs, points: 20 })).toBe(
    'solved at 21:04:07 for 20 points',
  );
  expect(wordsOfCell({ ...base, status: 'solved', wrong: 1 })).toBe('solved, 1 wrong try');
});
