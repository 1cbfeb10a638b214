import type { HuntTick, MetricsFrame } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { COVERED_LEVEL, ROLLUP_LEVELS, spanOf } from './rollupLevels.js';
import { ALL_HUNTS, foldRollups, mergeRollups, type Rollup, startsOf } from './rollups.js';
import { createSketch, encodeSketch, quantilesOf, recordMicros } from './stageSketch.js';
import { sumCovered, viewRollups } from './viewRollups.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A whole hour, so that every level has a bucket that begins here. */
const T0 = 500_000 * HOUR;

function sketchOf(...micros: number[]): string {
  const sketch = createSketch();
  for (const one of micros) recordMicros(sketch, one);
  return encodeSketch(sketch);
}

function frame(atMs: number, hunts: Record<string, HuntTick>, more: Partial<MetricsFrame> = {}) {
  return {
    process: 'w1',
    app: 'worker',
    atMs,
    hunts,
    holds: 1,
    unattributed: {},
    ...more,
  } as const;
}

const rowsOf = (rollups: readonly Rollup[], widthMs: number, hunt: string) =>
  rollups.filter((row) => row.widthMs === widthMs && row.hunt === hunt);

const accepted = (n: number, ...micros: number[]): HuntTick => ({
  outcomes: { accepted: n },
  stages: { whole: sketchOf(...micros) },
});

describe('foldRollups', () => {
  it('puts a frame into one bucket of every level, by hunt and in all', () => {
    const rollups = foldRollups([
      frame(T0 + 61_000, { a: accepted(3, 10), b: accepted(2, 20) }),
      frame(T0 + 61_500, { a: accepted(1, 30) }, { app: 'ingest', unattributed: { malformed: 4 } }),
    ]);
    for (const { widthMs } of ROLLUP_LEVELS) {
      const [all, ...others] = rowsOf(rollups, widthMs, ALL_HUNTS);
      expect(others).toEqual([]);
      expect(all).toMatchObject({
        at: Math.floor((T0 + 60_750) / widthMs) * widthMs,
        tick: { outcomes: { accepted: 6 }, refusals: { malformed: 4 } },
        hasWorker: true,
        hasIngest: true,
      });
      expect(rowsOf(rollups, widthMs, 'a')[0]?.tick.outcomes).toEqual({ accepted: 4 });
      expect(rowsOf(rollups, widthMs, 'b')[0]?.tick.outcomes).toEqual({ accepted: 2 });
    }
  });

  it('keeps what injected traffic was called and what checks took', () => {
    const tick: HuntTick = {
      truth: { 'late>late': 2 },
      checks: { contractEvents: 5, contractNs: 900 },
    };
    const once = foldRollups([frame(T0 + 61_000, { a: tick })]);
    const [row] = rowsOf(mergeRollups(once, once), HOUR, 'a');
    expect(row?.tick).toEqual({
      truth: { 'late>late': 4 },
      checks: { contractEvents: 10, contractNs: 1_800 },
    });
    const span = spanOf({ fromMs: T0, toMs: T0 + HOUR }, T0 + HOUR);
    const view = viewRollups(
      once.filter(({ widthMs }) => widthMs === span.levelMs),
      span,
    );
    expect(view.buckets.find(({ hunts }) => hunts['a'])?.all.truth).toEqual({ 'late>late': 2 });
  });

  it('counts a tick that ends with a bucket in that bucket', () => {
    const rollups = foldRollups([frame(T0 + MINUTE, { a: accepted(1) })]);
    expect(rowsOf(rollups, MINUTE, 'a')[0]?.at).toBe(T0);
  });

  it('keeps which clues of a hunt were suggested, merged, beside the figures and in days', () => {
    const told = (...clues: number[]): HuntTick => ({ covered: { of: 9, clues } });
    const [first, second] = [told(1, 2), told(2, 5)].map((tick, i) =>
      foldRollups([frame(T0 + 1_000 + i * 2_000, { a: tick })]),
    ) as [Rollup[], Rollup[]];
    const merged = mergeRollups(first, second);
    const covered = { of: 9, clues: [2, 5, 1], times: [2, 1, 1] };
    for (const widthMs of [MINUTE, COVERED_LEVEL.widthMs]) {
      for (const hunt of ['a', ALL_HUNTS]) {
        const [row] = rowsOf(merged, widthMs, hunt);
        expect(row?.details).toEqual({ a: { covered } });
        expect(row?.tick.covered).toBeUndefined();
      }
    }
  });

  it('tells of single hunts, in the rows of all, what a sum would mix up', () => {
    const told = (clue: number, unmet: number): HuntTick => ({
      covered: { of: 9, clues: [clue] },
      unmet: { sharp: unmet },
    });
    const first = foldRollups([frame(T0 + 1_000, { a: told(2, 3), b: told(4, 1) })]);
    const later = foldRollups([frame(T0 + 3_000, { a: told(5, 2), c: accepted(1) })]);
    const merged = mergeRollups(first, later);
    for (const { widthMs } of ROLLUP_LEVELS) {
      const [all] = rowsOf(merged, widthMs, ALL_HUNTS);
      expect(all?.tick.unmet).toEqual({ sharp: 6 });
      expect(all?.details).toEqual({
        a: { unmet: { sharp: 5 }, covered: { of: 9, clues: [5, 2], times: [1, 1] } },
        b: { unmet: { sharp: 1 }, covered: { of: 9, clues: [4], times: [1] } },
      });
      expect(rowsOf(merged, widthMs, 'a')[0]?.details).toEqual({
        a: { covered: { of: 9, clues: [5, 2], times: [1, 1] } },
      });
    }
    expect(rowsOf(merged, COVERED_LEVEL.widthMs, 'c')).toEqual([]);
  });

  it('adds up which clues were suggested over rows', () => {
    const row = (clue: number) => ({ a: { of: 9, clues: [clue, 7], times: [2, 1] } });
    expect(sumCovered([row(1), row(1), { b: { of: 2, clues: [0] } }, {}])).toEqual({
      a: { of: 9, clues: [1, 7], times: [4, 2] },
      b: { of: 2, clues: [0], times: [1] },
    });
  });

  it('keeps the worst lag of a bucket', () => {
    const look = (atMs: number, lag: number) => ({
      atMs,
      statuses: [
        {
          partition: 1,
          lag,
          oldestUndecidedMs: lag * 2,
          appended: 0,
          decided: 0,
          owner: undefined,
          epoch: 1,
        },
      ],
    });
    const rows = [1, 9, 4].flatMap((lag) => foldRollups([], look(T0 + lag, lag)));
    const merged = mergeRollups(rows.slice(4), rows.slice(0, 4));
    expect(merged.map(({ lag, oldestMs }) => [lag, oldestMs])).toEqual(
      ROLLUP_LEVELS.map(() => [[0, 9], 18]),
    );
  });
});

describe('mergeRollups', () => {
  it('makes the same of a bucket whether its parts come at once or late', () => {
    const frames = [10, 500, 9_000, 20, 70].map((micros, i) =>
      frame(T0 + 1_000 + i * 7_000, { a: accepted(i + 1, micros, micros * 2) }),
    );
    const whole = foldRollups(frames);
    const pieces = frames
      .map((one) => foldRollups([one]))
      .reduce((stored, fresh) => {
        const merged = mergeRollups(stored, fresh);
        const names = new Set(merged.map(({ widthMs, at, hunt }) => `${widthMs} ${at} ${hunt}`));
        const rest = stored.filter(
          ({ widthMs, at, hunt }) => !names.has(`${widthMs} ${at} ${hunt}`),
        );
        return [...rest, ...merged];
      });
    const order = ({ widthMs, at, hunt }: Rollup) => `${widthMs} ${at} ${hunt}`;
    const byName = (rows: Rollup[]) => rows.sort((x, y) => (order(x) < order(y) ? -1 : 1));
    expect(byName(pieces)).toEqual(byName(whole));
  });

  it('leaves out rows that nothing was added to', () => {
    const stored = foldRollups([frame(T0 + 1_000, { a: accepted(1) })]);
    const fresh = foldRollups([frame(T0 + DAY, { a: accepted(2) })]);
    expect(mergeRollups(stored, fresh)).toEqual(fresh);
  });
});

describe('startsOf', () => {
  it('tells each start once, and none of frames that do not say', () => {
    const frames = [
      frame(T0, {}, { startedAtMs: T0 - 5 }),
      frame(T0 + 500, {}, { startedAtMs: T0 - 5 }),
      frame(T0 + 900, {}, { startedAtMs: T0 + 800 }),
      frame(T0 + 900, {}, { process: 'old' }),
    ];
    expect(startsOf(frames)).toEqual([
      { process: 'w1', app: 'worker', atMs: T0 - 5 },
      { process: 'w1', app: 'worker', atMs: T0 + 800 },
    ]);
  });
});

describe('viewRollups', () => {
  const span = { fromMs: T0, toMs: T0 + 15 * MINUTE, widthMs: 5 * MINUTE, levelMs: MINUTE };
  const frames = [1, 2, 6].map((minute) =>
    frame(T0 + minute * MINUTE + 1_000, { a: accepted(2, 10 ** minute, 10 ** minute) }),
  );
  const rows = foldRollups(frames).filter(({ widthMs }) => widthMs === MINUTE);

  it('merges rows into wider buckets and leaves no hole', () => {
    const { buckets } = viewRollups(rows, span);
    expect(buckets.map(({ at, all }) => [at - T0, all.outcomes?.accepted])).toEqual([
      [0, 4],
      [5 * MINUTE, 2],
      [10 * MINUTE, undefined],
    ]);
    expect(buckets.map(({ hasWorker }) => hasWorker)).toEqual([true, true, false]);
    expect(buckets[0]?.hunts['a']?.outcomes).toEqual({ accepted: 4 });
  });

  it('takes quantiles from merged sketches, never from means', () => {
    const together = createSketch();
    for (const micros of [10, 10, 100, 100, 1e6, 1e6]) recordMicros(together, micros);
    const { count, p50, p95, p99 } = quantilesOf(together);
    expect(viewRollups(rows, span, 'a').stages?.whole).toEqual([count, p50, p95, p99]);
  });
});
