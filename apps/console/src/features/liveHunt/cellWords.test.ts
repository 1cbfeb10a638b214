import { expect, it } from 'vitest';
import type { ClueCell } from './answers';
import { wordsOfCell } from './cellWords';

it('tells a cell in words, with what is known of it and no more', () => {
  const base = { clue: 'clock', wrong: 0, hints: [] };
  const solvedMs = new Date(2026, 5, 1, 21, 4, 7).getTime();
  const words = (cell: Omit<ClueCell, 'clue' | 'wrong' | 'hints'> & Partial<ClueCell>) =>
    wordsOfCell({ ...base, ...cell }, solvedMs + 60_000);
  expect(words({ status: 'locked' })).toBe('locked');
  expect(words({ status: 'open', wrong: 2, hints: ['a'] })).toBe('open, 2 wrong tries, 1 hint');
  expect(words({ status: 'solved', solvedMs, points: 20 })).toBe(
    'solved at 21:04:07 for 20 points',
  );
  expect(words({ status: 'solved', wrong: 1 })).toBe('solved, 1 wrong try');
});
