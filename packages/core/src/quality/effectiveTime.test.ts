import { describe, expect, it } from 'vitest';
import { Fold, START_MS, scan } from '../pipeline/pipeline.fixture.js';
import type { LoggedEvent } from '../ports/loggedEvent.js';
import { effectiveMs, watermarkAt } from './effectiveTime.js';
import { WATERMARK_IDLE_MS } from './limits.js';

const MINUTE = 60_000;

/** Happened so long before it was received by a sender whose clock is right. */
function aged(code: string, number: number, [ageMs, nowMs]: [number, number]): LoggedEvent {
  const event = scan(code, { number, timeMs: nowMs - ageMs });
  return { ...event, sentAtMs: nowMs, receivedAtUs: nowMs * 1000 };
}

describe('times', () => {
  it('K1 the sender’s skew falls out of the effective time', () => {
    const receivedAtUs = START_MS * 1000;
    for (const skewMs of [-9 * MINUTE, 0, 9 * MINUTE]) {
      const sentAtMs = START_MS + skewMs;
      const times = { receivedAtUs, sentAtMs, timeMs: sentAtMs - 2_000 };
      expect(effectiveMs(times)).toBe(START_MS - 2_000);
    }
    const early = { receivedAtUs, sentAtMs: START_MS, timeMs: START_MS + MINUTE };
    expect(effectiveMs(early)).toBe(START_MS);
  });

  it('K2 the watermark is the latest effective time and never goes back', () => {
    const fold = new Fold();
    fold.publish();
    fold.decide([aged('NOPE', 1, [1_000, START_MS])], { atMs: START_MS });
    expect(fold.cells.hunts.get('hunt')?.watermarkMs).toBe(START_MS - 1_000);
    fold.decide([aged('NOPE', 2, [5_000, START_MS + 9])], { atMs: START_MS + 9 });
    expect(fold.cells.hunts.get('hunt')?.watermarkMs).toBe(START_MS - 1_000);
  });

  it('K3 an idle hunt’s watermark follows the clock', () => {
    const hunt = { watermarkMs: START_MS - 9, lastPlayMs: START_MS };
    const busy = watermarkAt(hunt, START_MS + WATERMARK_IDLE_MS);
    expect(busy).toEqual({ ms: START_MS - 9, isIdle: false });
    const idle = watermarkAt(hunt, START_MS + 3 * WATERMARK_IDLE_MS);
    expect(idle).toEqual({ ms: START_MS + 2 * WATERMARK_IDLE_MS, isIdle: true });
    expect(watermarkAt({ watermarkMs: 0, lastPlayMs: 0 }, START_MS).isIdle).toBe(false);
  });

  it('K4 what happened too long ago solves without points, and opens what it unlocks', () => {
    for (const [otherwise, points] of [
      ['no_points', 0],
      ['score', 25],
    ] as const) {
      const fold = new Fold();
      fold.publish({ quality: { late: { afterS: 60, otherwise } } });
      fold.decide([aged('NOPE', 1, [0, START_MS])], { atMs: START_MS });
      const late = aged('CLOCK', 2, [MINUTE + 1, START_MS]);
      const { results } = fold.decide([late], { atMs: START_MS });
      expect(results[0]).toMatchObject({ outcome: 'accepted', verdict: 'solved', points });
      expect(results[0]?.extras?.reason).toBe(points === 0 ? 'late_without_points' : undefined);
      expect(fold.scoreOf('herons')).toBe(points);
      expect(fold.cells.teams.get('hunt')?.get('herons')?.solved.has('clock')).toBe(true);
    }
  });

  it('K4 in time to the millisecond it scores, and so does a replay of any age', () => {
    const fold = new Fold();
    fold.publish({ quality: { late: { afterS: 60, otherwise: 'no_points' } } });
    fold.decide([aged('NOPE', 1, [0, START_MS])], { atMs: START_MS });
    const edge = aged('CLOCK', 2, [MINUTE, START_MS]);
    expect(fold.decide([edge], { atMs: START_MS }).results[0]?.points).toBe(25);
    const parked = { ...aged('CLOCK', 3, [9 * MINUTE, START_MS]), team: 'otters' };
    fold.parked.add(parked.identity);
    expect(fold.replay([parked]).results[0]).toMatchObject({ outcome: 'replayed', points: 25 });
  });
});
