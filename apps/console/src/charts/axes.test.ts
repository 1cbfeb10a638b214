import { describe, expect, it } from 'vitest';
import { logAxis } from './logAxis';
import { formatTick, timeTicks } from './timeTicks';

const series = [{ key: 'p50', label: 'p50', colour: 'red' }];

describe('axes', () => {
  it('of powers of ten hold every value and the threshold', () => {
    const rows = [
      { at: 0, p50: 1.4 },
      { at: 1, p50: null },
      { at: 2, p50: 320 },
    ];
    const axis = logAxis(rows, series, 5);
    expect(axis.domain).toEqual([1, 1_000]);
    expect(axis.ticks).toEqual([1, 10, 100, 1_000]);
    expect(logAxis([], series, 5).domain).toEqual([1, 10]);
  });

  it('of time have a tick at each whole minute, or at every third', () => {
    expect(timeTicks([59_000, 190_000])).toEqual([60_000, 120_000, 180_000]);
    expect(timeTicks([59_000, 181_000])).toEqual([60_000, 120_000]);
    expect(timeTicks([0, 900_000])).toHaveLength(5);
  });

  it.each([0.2, 1, 2.4, 4, 9, 60])('over %d days never say the same twice', (days) => {
    const rangeMs = days * 86_400_000;
    const from = Date.UTC(2026, 10, 20);
    const labels = timeTicks([from, from + rangeMs]).map((at) => formatTick(at, rangeMs));
    expect(labels.length).toBeGreaterThan(1);
    expect(new Set(labels).size).toBe(labels.length);
  });
});
