import { expect, it } from 'vitest';
import { isProofDue } from './reconcileHunts.js';

const at = (text: string) => Date.parse(text);

it('is due once after each night’s hour, and at once when there was none', () => {
  const evening = at('2026-06-01T20:00:00Z');
  expect(isProofDue(evening, undefined)).toBe(true);
  expect(isProofDue(evening, at('2026-06-01T03:00:01Z'))).toBe(false);
  expect(isProofDue(evening, at('2026-06-01T02:59:59Z'))).toBe(true);
  expect(isProofDue(at('2026-06-02T02:59:59Z'), at('2026-06-01T03:00:01Z'))).toBe(false);
  expect(isProofDue(at('2026-06-02T03:00:00Z'), at('2026-06-01T03:00:01Z'))).toBe(true);
});
