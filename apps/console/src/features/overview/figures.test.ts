import type { Bucket } from '@trove/core/projection';
import { describe, expect, it } from 'vitest';
import { outcomeRows } from '../../live/series';
import { headFigures, pastFigures } from './figures';

const bucket = (at: number, all: Bucket['all'], hasWorker = true): Bucket => {
  return { at, hasWorker, hasIngest: hasWorker, all, hunts: {} };
};

describe('head figures', () => {
  it('take the newest seconds that are known and compare them with the window', () => {
    const slow = Array.from({ length: 10 }, (_, at) =>
      bucket(at * 1_000, { outcomes: { accepted: 10 } }),
    );
    const fast = Array.from({ length: 5 }, (_, at) =>
      bucket(10_000 + at * 1_000, { outcomes: { accepted: 20, duplicate: 10 }, points: 4 }),
    );
    const dead = bucket(15_000, {}, false);
    const view = { buckets: [...slow, ...fast, dead], widthMs: 1_000, hunt: undefined };
    const figures = headFigures(view);
    expect(figures.eventsPerSecond).toBe(30);
    expect(figures.change).toBeCloseTo(30 / (250 / 15) - 1);
    expect(figures.duplicates).toBe(0.2);
    expect(figures.points).toBe(20);
  });

  it('count what the door refused as refused', () => {
    const all = { outcomes: { accepted: 3 }, acks: { appended: 3, invalid: 1 } } as const;
    const view = { buckets: [bucket(0, all)], widthMs: 1_000, hunt: undefined };
    expect(headFigures(view)).toMatchObject({ refused: 0.25, p99Micros: undefined });
  });

  it('of the past are means over what is known, a bucket that still fills for its own time', () => {
    const hour = 3_600_000;
    const whole = bucket(0, { outcomes: { accepted: 3_600 } });
    const filling = { ...bucket(hour, { outcomes: { accepted: 600 } }), spanMs: hour / 6 };
    const dead = bucket(2 * hour, {}, false);
    const view = { buckets: [whole, filling, dead], widthMs: hour, hunt: undefined };
    expect(pastFigures(view, [5, 1, 2, 3])).toMatchObject({ eventsPerSecond: 1, p99Micros: 3 });
    expect(outcomeRows(view).map(({ accepted }) => accepted)).toEqual([1, 1, null]);
  });

  it('say nothing of nothing', () => {
    const view = { buckets: [], widthMs: 1_000, hunt: undefined };
    expect(headFigures(view)).toMatchObject({ eventsPerSecond: 0, change: undefined, refused: 0 });
  });
});
