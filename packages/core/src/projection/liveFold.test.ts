import type { MetricsFrame } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { stagesSince } from './bucketRing.js';
import {
  allBuckets,
  BUCKETS_KEPT,
  bucketsSince,
  COARSE_WIDTH_MS,
  createLiveFold,
  foldFrames,
  foldPartitions,
  type ReadFrame,
  readingCursor,
  tidyFold,
} from './liveFold.js';
import { createSketch, encodeSketch, recordMicros } from './stageSketch.js';

const START = 1_700_000_001_000;

function frame(atMs: number, hunts: MetricsFrame['hunts'], app: MetricsFrame['app'] = 'worker') {
  const process = `${app}-1`;
  const read: ReadFrame = {
    stream: `metrics:${process}`,
    id: `${atMs}-0`,
    frame: { process, app, atMs, hunts, holds: 1, unattributed: {} },
  };
  return read;
}

function sketchOf(micros: number, count: number): string {
  const sketch = createSketch();
  recordMicros(sketch, micros, count);
  return encodeSketch(sketch);
}

const status = (lag: number, oldestUndecidedMs: number) => ({
  partition: 0,
  appended: lag,
  decided: 0,
  lag,
  oldestUndecidedMs,
  owner: undefined,
  epoch: 1,
});

describe('folding frames', () => {
  it('sums recommendations, and keeps which clues were suggested apart by hunt', () => {
    const fold = createLiveFold();
    const tick = (results: number, clues: number[]) => {
      return { recommendations: { results, followed: 1 }, covered: { of: 9, clues } };
    };
    foldFrames(fold, [
      frame(START + 500, { heron: tick(3, [0, 4]), owl: tick(3, [8]) }),
      frame(
        START + 1_000,
        { heron: { ...tick(2, [4, 5]), recommendations: { get: 2 } } },
        'ingest',
      ),
    ]);
    const [bucket] = allBuckets(fold).fine;
    expect(bucket?.all.recommendations).toEqual({ results: 6, followed: 2, get: 2 });
    expect(bucket?.all.covered).toBeUndefined();
    const covered = { of: 9, clues: [0, 4, 5], times: [1, 2, 1] };
    expect(bucket?.hunts.heron?.covered).toEqual(covered);
    expect(bucket?.hunts.owl?.covered).toEqual({ of: 9, clues: [8], times: [1] });
  });

  it('sums what injected traffic was called and what checks took, by hunt and in all', () => {
    const fold = createLiveFold();
    const tick = (count: number) => ({
      truth: { 'retry>duplicate': count, 'clean>clean': 1 },
      checks: { dedupEvents: 10, dedupNs: count },
    });
    foldFrames(fold, [
      frame(START + 500, { heron: tick(3), owl: tick(4) }, 'ingest'),
      frame(START + 1_000, { heron: { truth: { 'retry>clean': 1 } } }, 'ingest'),
    ]);
    const [bucket] = allBuckets(fold).fine;
    expect(bucket?.all).toMatchObject({
      truth: { 'retry>duplicate': 7, 'clean>clean': 2, 'retry>clean': 1 },
      checks: { dedupEvents: 20, dedupNs: 7 },
    });
    expect(bucket?.hunts.owl).toEqual(tick(4));
  });

  it('sums the ticks of a second by hunt and in all', () => {
    const fold = createLiveFold();
    foldFrames(fold, [
      frame(START + 500, { heron: { outcomes: { accepted: 4, duplicate: 1 }, points: 30 } }),
      frame(START + 1_000, { heron: { outcomes: { accepted: 2 } }, owl: { points: 5 } }),
    ]);
    const [bucket, ...rest] = allBuckets(fold).fine;
    expect(rest).toEqual([]);
    expect(bucket).toMatchObject({
      at: START,
      hasWorker: true,
      hasIngest: false,
      all: { outcomes: { accepted: 6, duplicate: 1 }, points: 35 },
      hunts: { heron: { outcomes: { accepted: 6, duplicate: 1 }, points: 30 }, owl: { points: 5 } },
    });
  });

  it('changes nothing when a frame is read twice', () => {
    const fold = createLiveFold();
    const frames = [frame(START + 500, { heron: { outcomes: { accepted: 4 } } })];
    foldFrames(fold, frames);
    const once = allBuckets(fold);
    foldFrames(fold, frames);
    expect(allBuckets(fold)).toEqual(once);
  });

  it('merges the sketches of two processes instead of averaging their quantiles', () => {
    const fold = createLiveFold();
    const fast = { heron: { stages: { whole: sketchOf(1_000, 990) } } };
    const slow = { heron: { stages: { whole: sketchOf(100_000, 10) } } };
    foldFrames(fold, [frame(START + 500, fast), frame(START + 500, slow, 'ingest')]);
    const [count, p50, p95, p99] = allBuckets(fold).fine[0]?.all.stages?.whole ?? [0, 0, 0, 0];
    expect(count).toBe(1_000);
    for (const figure of [p50, p95, p99]) expect(Math.abs(figure / 1_000 - 1)).toBeLessThan(0.01);
    const minute = stagesSince(fold.fine, START).hunts.heron?.whole;
    expect(minute).toEqual([count, p50, p95, p99]);
  });

  it('counts refusals nobody can be named for in all only', () => {
    const fold = createLiveFold();
    const read = frame(START + 500, {}, 'ingest');
    foldFrames(fold, [{ ...read, frame: { ...read.frame, unattributed: { malformed: 3 } } }]);
    expect(allBuckets(fold).fine[0]?.all.refusals).toEqual({ malformed: 3 });
  });

  it('keeps the worst lag of a bucket', () => {
    const fold = createLiveFold();
    foldPartitions(fold, [status(12, 900)], START + 100);
    foldPartitions(fold, [status(3, 1_400)], START + 600);
    expect(allBuckets(fold).fine[0]?.lag).toEqual({ lag: [12], oldestMs: 1_400 });
  });
});

describe('bounds', () => {
  it('keep 15 minutes and drop what is older or comes too late', () => {
    const fold = createLiveFold();
    const span = COARSE_WIDTH_MS * BUCKETS_KEPT;
    for (let at = 0; at <= 2 * span; at += COARSE_WIDTH_MS) {
      foldFrames(fold, [frame(START + at, {})]);
    }
    foldFrames(fold, [frame(START, { heron: { points: 1 } }, 'ingest')]);
    expect(allBuckets(fold).coarse).toHaveLength(BUCKETS_KEPT);
    tidyFold(fold, START + 2 * span);
    expect([...fold.processes.keys()]).toEqual(['worker-1']);
  });

  it('keep the figures of a sealed bucket', () => {
    const fold = createLiveFold();
    foldFrames(fold, [frame(START + 500, { heron: { stages: { whole: sketchOf(2_000, 7) } } })]);
    const before = allBuckets(fold);
    tidyFold(fold, START + 600_000);
    expect(allBuckets(fold).fine[0]?.all).toEqual(before.fine[0]?.all);
    expect(stagesSince(fold.fine, 0).all).toEqual({});
  });
});

describe('resuming', () => {
  it('answers exactly the buckets that changed since', () => {
    const fold = createLiveFold();
    foldFrames(fold, [frame(START + 500, { heron: { points: 1 } })]);
    const seen = { ...fold.cursor };
    foldFrames(fold, [frame(START + 5_500, { heron: { points: 2 } })]);
    const changed = bucketsSince(fold, seen);
    expect(changed?.fine.map((bucket) => bucket.at)).toEqual([START + 5_000]);
    expect(bucketsSince(fold, { ...fold.cursor })).toEqual({ fine: [], coarse: [] });
  });

  it('sends a process that appeared since', () => {
    const fold = createLiveFold();
    foldFrames(fold, [frame(START + 500, {})]);
    const seen = { ...fold.cursor };
    foldFrames(fold, [frame(START + 600, { heron: { acks: { appended: 3 } } }, 'ingest')]);
    expect(bucketsSince(fold, seen)?.fine[0]?.all.acks).toEqual({ appended: 3 });
  });

  it('refuses a cursor it cannot vouch for', () => {
    const fold = createLiveFold();
    foldFrames(fold, [frame(START + 500, {})]);
    expect(bucketsSince(fold, {})).toBeUndefined();
    expect(bucketsSince(fold, { 'metrics:gone-9': '1-0' })).toBeUndefined();
  });
});

/** A fold that reads streams as a tail does; a hundred frames in, one process replaces another. */
function replacedProcess() {
  const fold = createLiveFold();
  const at = (n: number) => START + n * 5_000;
  const old = Array.from({ length: 100 }, (_, n) => frame(at(n), { heron: { points: 1 } }));
  const expiresMs = at(99) + 16 * 60_000;
  let published = { ...fold.cursor };
  /** How many buckets are published at each step up to one. */
  const steps = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, step) => {
      const nowMs = at(from + step);
      const after = readingCursor(fold)['metrics:worker-1'] ?? '';
      const unread = nowMs < expiresMs ? old.filter(({ id }) => id > after) : [];
      foldFrames(fold, [...unread, frame(nowMs, {}, 'ingest')]);
      tidyFold(fold, nowMs);
      const changed = bucketsSince(fold, published);
      published = { ...fold.cursor };
      return changed?.fine.length;
    });
  return { fold, at, steps };
}

describe('a process that was replaced', () => {
  it('is not read again once it is out of sight', () => {
    const { fold, steps } = replacedProcess();
    expect(steps(100, 101)).toEqual([undefined]);
    expect(new Set(steps(101, 300))).toEqual(new Set([1]));
    expect(fold.touches).toHaveLength(300);
    expect([...fold.processes.keys()]).toEqual(['ingest-1']);
    expect(Object.keys(fold.cursor)).toEqual(['metrics:ingest-1']);
    expect(Object.keys(fold.gone)).toEqual(['metrics:worker-1']);
  });

  it('takes nothing from who reads on when its touches are forgotten', () => {
    const { fold, at, steps } = replacedProcess();
    steps(100, 300);
    const busy = Array.from({ length: 36_000 }, (_, n) => frame(at(300) + n, {}, 'ingest'));
    foldFrames(fold, busy);
    steps(310, 311);
    expect(Object.keys(fold.forgotten)).toEqual(['metrics:ingest-1']);
    expect(steps(311, 313)).toEqual([1, 1]);
  });

  it('takes nothing from who reads on when its touches were forgotten before', () => {
    const { fold, at, steps } = replacedProcess();
    steps(100, 101);
    const busy = Array.from({ length: 36_000 }, (_, n) => frame(at(101) + n, {}, 'ingest'));
    foldFrames(fold, busy);
    steps(110, 111);
    expect(Object.keys(fold.forgotten)).toContain('metrics:worker-1');
    expect(steps(300, 302)).toEqual([1, 1]);
    expect(steps(470, 472)).toEqual([1, 1]);
    expect(fold.gone).toEqual({});
  });

  it('is read on from where it was when it had only been silent', () => {
    const { fold, at, steps } = replacedProcess();
    steps(100, 300);
    foldFrames(fold, [frame(at(99), {})]);
    expect(Object.keys(fold.gone)).toEqual(['metrics:worker-1']);
    foldFrames(fold, [frame(at(300), {})]);
    expect(fold.gone).toEqual({});
    expect(fold.cursor['metrics:worker-1']).toBe(`${at(300)}-0`);
  });
});
