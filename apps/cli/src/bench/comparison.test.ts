import { describe, expect, it } from 'vitest';
import { comparisonOf, comparisonTable, type Pair } from './comparison.js';

const pair = (base: number, here: number): Pair => ({
  base: { eventsPerSecond: base, cpuMicros: 10 },
  here: { eventsPerSecond: here, cpuMicros: 12 },
});

describe('comparisonOf', () => {
  it('takes the median of the pairs, so that one bad run decides nothing', () => {
    const found = comparisonOf([pair(100, 90), pair(100, 20), pair(50, 44)]);
    expect(found).toMatchObject({ speed: 0.88, cpu: 1.2, isKept: true });
    expect(comparisonTable(found)).toContain('median 0.88 times as fast');
  });

  it('says when more than 15 % is lost', () => {
    const found = comparisonOf([pair(100, 80), pair(100, 84), pair(100, 100)]);
    expect(found.isKept).toBe(false);
    expect(comparisonTable(found)).toContain('below 0.85');
  });
});
