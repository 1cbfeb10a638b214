import { expect, it } from 'vitest';
import { isWithin } from './isWithin.js';

it('ends a window after its time, and one of a future that a clock was put back from', () => {
  expect(isWithin(1_000, 1_000, 500)).toBe(true);
  expect(isWithin(1_000, 1_499, 500)).toBe(true);
  expect(isWithin(1_000, 1_500, 500)).toBe(false);
  expect(isWithin(1_000, 999, 500)).toBe(false);
});
