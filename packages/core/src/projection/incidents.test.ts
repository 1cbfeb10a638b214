import { describe, expect, it } from 'vitest';
import type { Bucket } from './buckets.js';
import { incidentsOf } from './incidents.js';

const SECOND = 1_000;

/** Buckets of a second, with so many misses of one expectation in each. */
function bucketsOf(counts: readonly number[]): Bucket[] {
  return counts.map((count, i) => ({
    at: i * SECOND,
    hasWorker: true,
    hasIngest: true,
    all: {},
    hunts: { harbour: count === 0 ? {} : { unmet: { fresh: count } } },
  }));
}

const zeros = (count: number) => new Array<number>(count).fill(0);

describe('incidents', () => {
  it('open with ten misses in a minute, from the first of them on', () => {
    const spread = bucketsOf([0, 4, ...zeros(30), 5, ...zeros(10), 1, 0]);
    const incident = { hunt: 'harbour', expectation: 'fresh', count: 10, isOpen: true };
    expect(incidentsOf(spread, SECOND)).toEqual([{ ...incident, from: 1_000, to: 44_000 }]);
    const thin = bucketsOf([0, 4, ...zeros(60), 5, ...zeros(10), 1, 0]);
    expect(incidentsOf(thin, SECOND)).toEqual([]);
  });

  it('go on while misses come and are over after two quiet minutes', () => {
    const counts = [20, ...zeros(118), 1, ...zeros(120)];
    const [incident] = incidentsOf(bucketsOf(counts), SECOND);
    expect(incident).toMatchObject({ from: 0, to: 120_000, count: 21, isOpen: false });
  });

  it('are told apart when there is quiet between them, the newest first', () => {
    const counts = [20, ...zeros(130), 30];
    const told = incidentsOf(bucketsOf(counts), SECOND).map(({ count, isOpen }) => [count, isOpen]);
    expect(told).toEqual([
      [30, true],
      [20, false],
    ]);
  });

  it('say nothing of nothing', () => {
    expect(incidentsOf([], SECOND)).toEqual([]);
    expect(incidentsOf(bucketsOf(zeros(9)), SECOND)).toEqual([]);
  });
});
