import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COVERED_LEVEL,
  HISTORY_POINTS,
  LONGEST_RANGE_MS,
  piecesOf,
  ROLLUP_LEVELS,
  SHORTEST_RANGE_MS,
  spanOf,
} from './rollupLevels.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A whole hour, so that every level but days has a bucket that begins here. */
const T0 = 500_000 * HOUR;

describe('spanOf', () => {
  const widths = (rangeMs: number, ageMs = 0) => {
    const nowMs = T0 + 1_234;
    const toMs = nowMs - ageMs;
    return spanOf({ fromMs: toMs - rangeMs, toMs }, nowMs);
  };

  it('chooses the width by the range', () => {
    expect(widths(HOUR)).toMatchObject({ widthMs: 10_000, levelMs: 10_000 });
    expect(widths(DAY)).toMatchObject({ widthMs: 5 * MINUTE, levelMs: 5 * MINUTE });
    expect(widths(3 * DAY)).toMatchObject({ widthMs: 15 * MINUTE, levelMs: 5 * MINUTE });
    expect(widths(30 * DAY)).toMatchObject({ widthMs: 3 * HOUR, levelMs: HOUR });
  });

  it('chooses a wider one where narrow rows are no longer kept', () => {
    expect(widths(HOUR, 3 * DAY).widthMs).toBe(MINUTE);
    expect(widths(HOUR, 40 * DAY).widthMs).toBe(5 * MINUTE);
    expect(widths(HOUR, 100 * DAY).widthMs).toBe(HOUR);
  });

  it('is widened to whole buckets and never has more points than a chart draws', () => {
    for (const rangeMs of [MINUTE, HOUR, 5 * HOUR, DAY, 29 * DAY, LONGEST_RANGE_MS]) {
      const { fromMs, toMs, widthMs } = widths(rangeMs);
      expect(fromMs % widthMs).toBe(0);
      expect(toMs % widthMs).toBe(0);
      expect((toMs - fromMs) / widthMs).toBeLessThanOrEqual(HISTORY_POINTS + 1);
    }
  });
});

describe('piecesOf', () => {
  const levels = [...ROLLUP_LEVELS, COVERED_LEVEL].map(({ widthMs }) => widthMs);

  it('fill a span without a hole, each with whole rows of a level that is kept', () => {
    const lengths = fc.integer({ min: SHORTEST_RANGE_MS, max: LONGEST_RANGE_MS });
    const ages = fc.integer({ min: 0, max: 400 * DAY });
    fc.assert(
      fc.property(lengths, ages, (lengthMs, ageMs) => {
        const toMs = T0 - ageMs;
        const span = spanOf({ fromMs: toMs - lengthMs, toMs }, T0);
        const pieces = piecesOf(span);
        let atMs = span.fromMs;
        for (const { fromMs, toMs: endMs, levelMs } of pieces) {
          expect([fromMs, fromMs % levelMs, endMs % levelMs]).toEqual([atMs, 0, 0]);
          expect(levels).toContain(levelMs);
          expect(levelMs).toBeGreaterThanOrEqual(span.levelMs);
          atMs = endMs;
        }
        expect(atMs).toBe(span.toMs);
      }),
    );
  });

  it('take few rows: a month is its days and the hours at its ends', () => {
    const span = spanOf({ fromMs: T0 - 30 * DAY, toMs: T0 }, T0);
    const rows = piecesOf(span).reduce(
      (sum, one) => sum + (one.toMs - one.fromMs) / one.levelMs,
      0,
    );
    expect(rows).toBeLessThan(29 + 2 * 27);
  });
});
