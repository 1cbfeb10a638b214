import { describe, expect, it } from 'vitest';
import {
  INCIDENT_RANGE_MS,
  INCIDENTS_KEPT_MS,
  incidentsOf,
  incidentWidthOf,
  type UnmetBucket,
} from './incidents.js';
import { spanOf } from './rollupLevels.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Buckets of one width, with so many misses of one expectation in each. */
function bucketsOf(counts: readonly number[], widthMs = SECOND): UnmetBucket[] {
  return counts.map((count, i) => ({
    at: i * widthMs,
    hunts: { harbour: count === 0 ? {} : { unmet: { fresh: count } } },
  }));
}

/** What is found in them where events are known up to their end, or up to `endMs`. */
function told(counts: readonly number[], widthMs = SECOND, endMs = counts.length * widthMs) {
  return incidentsOf(bucketsOf(counts, widthMs), { widthMs, endMs });
}

const zeros = (count: number) => new Array<number>(count).fill(0);

describe('incidents', () => {
  it('open with ten misses in a minute, from the first of them on', () => {
    const spread = [0, 4, ...zeros(30), 5, ...zeros(10), 1, 0];
    const incident = { hunt: 'harbour', expectation: 'fresh', count: 10, isOpen: true };
    expect(told(spread)).toEqual([{ ...incident, from: 1_000, to: 44_000 }]);
    expect(told([0, 4, ...zeros(60), 5, ...zeros(10), 1, 0])).toEqual([]);
  });

  it('go on while misses come and are over after two quiet minutes', () => {
    const counts = [20, ...zeros(118), 1, ...zeros(120)];
    expect(told(counts)).toMatchObject([{ from: 0, to: 120_000, count: 21, isOpen: false }]);
    expect(told(counts, SECOND, 239_999)).toMatchObject([{ isOpen: true }]);
  });

  it('are told apart when there is quiet between them, the newest first', () => {
    expect(told([20, ...zeros(130), 30])).toMatchObject([
      { count: 30, isOpen: true },
      { count: 20, isOpen: false },
    ]);
  });

  it('are ten in one minute where buckets are a minute wide, over after two without', () => {
    expect(told([4, 9, 9, 0, 0, 0], MINUTE)).toEqual([]);
    const counts = [3, 12, 1, 0, 2, 0, 0, 10, 0];
    expect(told(counts, MINUTE)).toMatchObject([
      { from: 7 * MINUTE, to: 8 * MINUTE, count: 10, isOpen: true },
      { from: MINUTE, to: 5 * MINUTE, count: 15, isOpen: false },
    ]);
  });

  it('are the same when buckets without a miss are left out', () => {
    const whole = bucketsOf([20, ...zeros(200), 30, 0]);
    const span = { widthMs: SECOND, endMs: whole.length * SECOND };
    const sparse = whole.filter(({ hunts }) => hunts['harbour']?.unmet !== undefined);
    expect(sparse).toHaveLength(2);
    expect(incidentsOf(sparse, span)).toEqual(incidentsOf(whole, span));
  });

  it('are not known where buckets are wider than a minute', () => {
    expect(told([60, 60, 0], HOUR)).toBeUndefined();
    expect(told([0], 2 * MINUTE)).toBeUndefined();
  });

  it('say nothing of nothing', () => {
    expect(told([])).toEqual([]);
    expect(told(zeros(9))).toEqual([]);
  });
});

describe('incidentWidthOf', () => {
  const now = 1_000 * DAY;
  const widthOf = (agoMs: number, lengthMs: number) => {
    const range = { fromMs: now - agoMs, toMs: now - agoMs + lengthMs };
    return incidentWidthOf(spanOf(range, now), now);
  };

  it('is that of rows no wider than a minute, whatever width the range is drawn in', () => {
    expect(widthOf(HOUR, HOUR)).toBe(10_000);
    expect(widthOf(DAY, INCIDENT_RANGE_MS)).toBe(MINUTE);
    expect(widthOf(20 * DAY, INCIDENT_RANGE_MS)).toBe(MINUTE);
    expect(widthOf(20 * DAY, HOUR)).toBe(MINUTE);
  });

  it('is none where the range is too long, or its minutes are no longer kept', () => {
    expect(widthOf(2 * DAY, 2 * DAY)).toBeUndefined();
    expect(widthOf(INCIDENTS_KEPT_MS, HOUR)).toBe(MINUTE);
    expect(widthOf(INCIDENTS_KEPT_MS + HOUR, HOUR)).toBeUndefined();
  });
});
