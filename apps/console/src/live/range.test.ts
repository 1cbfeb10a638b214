import { LONGEST_RANGE_MS } from '@trove/core/rollup-levels';
import { describe, expect, it } from 'vitest';
import { fitRange, readRange, scaleRange, shiftRange, writeRange } from './range';

const T0 = Date.UTC(2026, 10, 25, 20);
const MINUTE = 60_000;

describe('readRange', () => {
  it('reads what writeRange wrote', () => {
    const range = { fromMs: T0, toMs: T0 + 90 * MINUTE };
    expect(writeRange(range)).toBe('2026-11-25T20:00:00Z/2026-11-25T21:30:00Z');
    expect(readRange(writeRange(range))).toEqual(range);
  });

  it('refuses what is no range or cannot be drawn', () => {
    const backwards = writeRange({ fromMs: T0 + MINUTE, toMs: T0 });
    const endless = writeRange({ fromMs: T0, toMs: T0 + LONGEST_RANGE_MS + MINUTE });
    for (const text of ['', 'yesterday', `${T0}`, backwards, endless, 'a/b/c']) {
      expect(readRange(text)).toBeNull();
    }
  });
});

describe('fitRange', () => {
  it('leaves a range alone that can be drawn', () => {
    const range = { fromMs: T0, toMs: T0 + 5 * MINUTE };
    expect(fitRange(range, T0 + 10 * MINUTE)).toEqual(range);
  });

  it('widens one that is too short around its middle', () => {
    expect(fitRange({ fromMs: T0 + 9_000, toMs: T0 + 11_000 }, T0 + MINUTE)).toEqual({
      fromMs: T0 - 20_000,
      toMs: T0 + 40_000,
    });
  });

  it('ends now at the latest and keeps its length', () => {
    const future = { fromMs: T0 + MINUTE, toMs: T0 + 5 * MINUTE };
    expect(fitRange(future, T0)).toEqual({ fromMs: T0 - 4 * MINUTE, toMs: T0 });
  });
});

describe('scaleRange and shiftRange', () => {
  it('look closer, wider and to the side', () => {
    const range = { fromMs: T0, toMs: T0 + 4 * MINUTE };
    expect(scaleRange(range, 0.5)).toEqual({ fromMs: T0 + MINUTE, toMs: T0 + 3 * MINUTE });
    expect(scaleRange(scaleRange(range, 0.5), 2)).toEqual(range);
    expect(shiftRange(range, -0.25)).toEqual({ fromMs: T0 - MINUTE, toMs: T0 + 3 * MINUTE });
  });
});
