/** What frames and the state of partitions add up to, and for how long it is kept. */
import { describe, expect, it } from 'vitest';
import { stagesSince } from './bucketRing.js';
import { frame, START } from './liveFold.fixture.js';
import {
  allBuckets,
  BUCKETS_KEPT,
  COARSE_WIDTH_MS,
  createLiveFold,
  foldFrames,
  foldPartitions,
  tidyFold,
} from './liveFold.js';
import { createSketch, encodeSketch, recordMicros } from './stageSketch.js';

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
