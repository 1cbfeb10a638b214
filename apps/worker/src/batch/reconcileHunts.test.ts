import { expect, it } from 'vitest';
import { isProofDue } from './reconcileHunts.js';
import { isTwinDue } from './runTwin.js';

const at = (text: string) => Date.parse(text);

it('is due once after each night’s hour, and at once when there was none', () => {
  const evening = at('2026-06-01T20:00:00Z');
  expect(isProofDue(evening, undefined)).toBe(true);
  expect(isProofDue(evening, at('2026-06-01T03:00:01Z'))).toBe(false);
  expect(isProofDue(evening, at('2026-06-01T02:59:59Z'))).toBe(true);
  expect(isProofDue(at('2026-06-02T02:59:59Z'), at('2026-06-01T03:00:01Z'))).toBe(false);
  expect(isProofDue(at('2026-06-02T03:00:00Z'), at('2026-06-01T03:00:01Z'))).toBe(true);
});

it('is due when the last one is dated ahead, as a clock that was wrong leaves it', () => {
  const now = at('2026-06-01T20:00:00Z');
  expect(isProofDue(now, at('2026-06-01T20:00:59Z'))).toBe(false);
  expect(isProofDue(now, at('2026-06-01T20:01:01Z'))).toBe(true);
});

it('runs the twin at its interval, also when its last run is dated ahead', () => {
  const now = at('2026-06-01T20:00:00Z');
  const isDue = (last: string) => isTwinDue(now, 10_000, { at: at(last) });
  expect(isTwinDue(now, 10_000, undefined)).toBe(true);
  expect(isDue('2026-06-01T19:59:50Z')).toBe(true);
  expect(isDue('2026-06-01T19:59:51Z')).toBe(false);
  expect(isDue('2026-06-01T20:00:30Z')).toBe(false);
  expect(isDue('2026-06-01T21:00:00Z')).toBe(true);
});
