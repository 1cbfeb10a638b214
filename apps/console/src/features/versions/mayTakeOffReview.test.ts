import { expect, it } from 'vitest';
import { mayTakeOffReview } from './mayTakeOffReview';

it('is who asked for it, or an admin, and nobody else', () => {
  const ada = { email: 'ada@trove.test', isAdmin: false };
  expect(mayTakeOffReview('ada@trove.test', ada)).toBe(true);
  expect(mayTakeOffReview('grace@trove.test', ada)).toBe(false);
  expect(mayTakeOffReview(undefined, ada)).toBe(false);
  expect(mayTakeOffReview('grace@trove.test', { ...ada, isAdmin: true })).toBe(true);
});
