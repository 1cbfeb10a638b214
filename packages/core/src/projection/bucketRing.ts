/**
 * A ring of buckets of one width. It holds at most `capacity` of them, counted back from the
 * newest, so that its memory is bounded whatever the frames say.
 */
import {
  METRICS_TICK_MS,
  type MetricsFrame,
  type PartitionStatus,
  type Stage,
} from '@trove/contracts';
import {
  addCounts,
  addHuntTick,
  addTick,
  createSlice,
  figuresOf,
  mergeStage,
  type SliceState,
  sealSlice,
  viewSlice,
} from './bucketSlice.js';
import type { Bucket, BucketSlice, StageFigures } from './buckets.js';
import { createSketch } from './stageSketch.js';
import { lagOf, raiseLag, type WorstLag } from './worstLag.js';

/** Hunts told apart in one bucket; further ones count in all only. */
const HUNTS_PER_BUCKET = 200;

interface BucketState {
  readonly at: number;
  hasWorker: boolean;
  hasIngest: boolean;
  readonly all: SliceState;
  readonly hunts: Map<string, SliceState>;
  lag?: WorstLag;
  isSealed: boolean;
  view?: Bucket;
}

export interface BucketRing {
  readonly widthMs: number;
  readonly capacity: number;
  readonly buckets: Map<number, BucketState>;
  newest: number;
}

export function createRing(widthMs: number, capacity: number): BucketRing {
  return { widthMs, capacity, buckets: new Map(), newest: 0 };
}

/** Adds a frame to the bucket its tick lies in. Answers that bucket's `at`, or nothing if gone. */
export function foldFrame(ring: BucketRing, frame: MetricsFrame): number | undefined {
  const bucket = bucketAt(ring, frame.atMs - METRICS_TICK_MS / 2);
  if (!bucket) return undefined;
  if (frame.app === 'worker') bucket.hasWorker = true;
  else bucket.hasIngest = true;
  addCounts(bucket.all, 'refusals', frame.unattributed);
  for (const [hunt, tick] of Object.entries(frame.hunts)) {
    addTick(bucket.all, tick);
    const slice = sliceOf(bucket, hunt);
    if (!slice) continue;
    addHuntTick(slice, tick);
  }
  return touch(bucket);
}

/** Keeps the worst lag of each partition seen in the bucket of `nowMs`. */
export function foldStatus(
  ring: BucketRing,
  statuses: readonly PartitionStatus[],
  nowMs: number,
): number | undefined {
  const bucket = bucketAt(ring, nowMs);
  if (!bucket) return undefined;
  bucket.lag ??= { lag: [], oldestMs: 0 };
  raiseLag(bucket.lag, lagOf(statuses));
  return touch(bucket);
}

/** Lets go of the sketches of buckets that start before `beforeMs`; their figures stay. */
export function sealBuckets(ring: BucketRing, beforeMs: number): void {
  for (const bucket of ring.buckets.values()) {
    if (bucket.isSealed || bucket.at >= beforeMs) continue;
    sealSlice(bucket.all);
    for (const slice of bucket.hunts.values()) sealSlice(slice);
    bucket.isSealed = true;
  }
}

/** All buckets kept, or those of `at`, oldest first. */
export function viewBuckets(ring: BucketRing, at?: Iterable<number>): Bucket[] {
  const wanted = at ? [...at] : [...ring.buckets.keys()];
  return wanted
    .sort((a, b) => a - b)
    .flatMap((key) => ring.buckets.get(key) ?? [])
    .map(viewBucket);
}

/** Figures of every stage over all buckets that start at `fromMs` or later, by hunt and in all. */
export function stagesSince(
  ring: BucketRing,
  fromMs: number,
): { all: BucketSlice['stages']; hunts: Record<string, BucketSlice['stages']> } {
  const buckets = [...ring.buckets.values()].filter((bucket) => bucket.at >= fromMs);
  const names = new Set(buckets.flatMap((bucket) => [...bucket.hunts.keys()]));
  return {
    all: mergeStages(buckets.map((bucket) => bucket.all)),
    hunts: Object.fromEntries(
      [...names].map((name) => [
        name,
        mergeStages(buckets.flatMap((bucket) => bucket.hunts.get(name) ?? [])),
      ]),
    ),
  };
}

function mergeStages(slices: readonly SliceState[]): BucketSlice['stages'] {
  const stages = new Set(slices.flatMap((slice) => [...slice.pieces.keys()]));
  const figures: { [S in Stage]?: StageFigures } = {};
  for (const stage of stages) {
    const sketch = createSketch();
    for (const slice of slices) mergeStage(sketch, slice, stage);
    figures[stage] = figuresOf(sketch);
  }
  return figures;
}

function bucketAt(ring: BucketRing, ms: number): BucketState | undefined {
  const at = Math.floor(ms / ring.widthMs) * ring.widthMs;
  if (at <= ring.newest - ring.widthMs * ring.capacity) return undefined;
  const known = ring.buckets.get(at);
  if (known) return known;
  const bucket: BucketState = {
    at,
    hasWorker: false,
    hasIngest: false,
    all: createSlice(),
    hunts: new Map(),
    isSealed: false,
  };
  ring.buckets.set(at, bucket);
  if (at > ring.newest) {
    ring.newest = at;
    dropOld(ring);
  }
  return bucket;
}

function dropOld(ring: BucketRing): void {
  const oldest = ring.newest - ring.widthMs * ring.capacity;
  for (const at of ring.buckets.keys()) if (at <= oldest) ring.buckets.delete(at);
}

function sliceOf(bucket: BucketState, hunt: string): SliceState | undefined {
  const known = bucket.hunts.get(hunt);
  if (known || bucket.hunts.size >= HUNTS_PER_BUCKET) return known;
  const slice = createSlice();
  bucket.hunts.set(hunt, slice);
  return slice;
}

function touch(bucket: BucketState): number {
  bucket.view = undefined;
  return bucket.at;
}

function viewBucket(bucket: BucketState): Bucket {
  bucket.view ??= {
    at: bucket.at,
    hasWorker: bucket.hasWorker,
    hasIngest: bucket.hasIngest,
    all: viewSlice(bucket.all),
    hunts: Object.fromEntries([...bucket.hunts].map(([hunt, slice]) => [hunt, viewSlice(slice)])),
    ...(bucket.lag ? { lag: { ...bucket.lag, lag: [...bucket.lag.lag] } } : {}),
  };
  return bucket.view;
}
