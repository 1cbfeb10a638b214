import { TEAM_LIMITS } from '@trove/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fold, START_MS, scan } from '../pipeline/pipeline.fixture.js';
import { NO_TIMELINE, type ScorePoint, withPoint } from './scoreTimeline.js';

const T0_S = START_MS / 1000;

describe('a team’s points over time', () => {
  it('TM12 are bounded, in order, and never nearer than their gap', () => {
    const steps = fc.array(fc.tuple(fc.nat({ max: 900 }), fc.integer({ min: -50, max: 50 })), {
      maxLength: 1_000,
    });
    fc.assert(
      fc.property(steps, (moves) => {
        let timeline = NO_TIMELINE;
        let last: ScorePoint = { atS: T0_S, score: 0 };
        const reached = new Map<number, number>();
        for (const [later, points] of moves) {
          last = { atS: last.atS + later, score: last.score + points };
          if (!reached.has(last.atS)) reached.set(last.atS, last.score);
          timeline = withPoint(timeline, last);
        }
        expect(timeline.points.length).toBeLessThanOrEqual(TEAM_LIMITS.timelinePoints);
        for (const [i, { atS, score }] of timeline.points.entries()) {
          expect(reached.get(atS)).toBe(score);
          const before = timeline.points[i - 1];
          if (before !== undefined) expect(atS - before.atS).toBeGreaterThanOrEqual(timeline.gapS);
        }
        const [{ atS } = last] = timeline.points.slice(-1);
        expect(last.atS - atS).toBeLessThan(timeline.gapS);
      }),
      { numRuns: 200 },
    );
  });

  it('TM12 are kept when points move, and not when they do not', () => {
    const fold = new Fold();
    fold.publish({ rules: [] });
    fold.decide([scan('NOPE', { number: 1 })]);
    fold.decide([scan('CLOCK', { number: 2 })], { atMs: START_MS + 5_000 });
    fold.decide([scan('LATE', { number: 3 })], { atMs: START_MS + 61_000 });
    expect(fold.cells.teams.get('hunt')?.get('herons')?.timeline.points).toEqual([
      { atS: T0_S + 5, score: 20 },
      { atS: T0_S + 61, score: 25 },
    ]);
  });
});
