/**
 * The fold behind the live charts: metrics frames in, buckets of two widths out. It remembers
 * which frame touched which bucket, so that a viewer who names the last frame it has seen gets
 * exactly the buckets that changed since, whole, and can put them in place of its own.
 */
import type { MetricsFrame, PartitionStatus } from '@trove/contracts';
import {
  type BucketRing,
  createRing,
  foldFrame,
  foldStatus,
  sealBuckets,
  viewBuckets,
} from './bucketRing.js';
import type { Bucket } from './buckets.js';
import { compareStreamIds } from './streamCursor.js';

export const FINE_WIDTH_MS = 1_000;
export const COARSE_WIDTH_MS = 3_000;
/** Buckets of each width: 5 minutes of fine ones, 15 of coarse ones, 300 points either way. */
export const BUCKETS_KEPT = 300;
/** Sketches are kept this long for late frames and for figures over the last minute. */
const SEAL_AFTER_MS = 90_000;
/** Frames remembered for resuming: 15 minutes of two ticks a second from twenty processes. */
const TOUCHES_KEPT = 36_000;
/** How far back charts look; a stream that fell silent before is remembered as long again. */
const SPAN_MS = COARSE_WIDTH_MS * BUCKETS_KEPT;
const STATUS_STREAM = 'status';

/** The newest id seen of each stream. */
export type StreamCursor = Readonly<Record<string, string>>;

export interface ReadFrame {
  readonly stream: string;
  readonly id: string;
  readonly frame: MetricsFrame;
}

/** A process that sends frames, as its newest one tells. */
export interface LiveProcess {
  readonly process: string;
  readonly app: MetricsFrame['app'];
  readonly atMs: number;
  readonly holds: number;
}

export interface ChangedBuckets {
  readonly fine: readonly Bucket[];
  readonly coarse: readonly Bucket[];
}

interface Touch {
  readonly stream: string;
  readonly id: string;
  readonly fine: number | undefined;
  readonly coarse: number | undefined;
}

export interface LiveFold {
  readonly fine: BucketRing;
  readonly coarse: BucketRing;
  readonly cursor: Record<string, string>;
  readonly processes: Map<string, LiveProcess>;
  readonly touches: Touch[];
  /** The newest id of each stream of the cursor whose touch is no longer remembered. */
  readonly forgotten: Record<string, string>;
  /**
   * The last id of each stream that fell silent before everything shown, as that of a process
   * that was replaced. Redis keeps such a stream for a while, and it is not to be read again.
   */
  readonly gone: Record<string, string>;
}

export function createLiveFold(): LiveFold {
  return {
    fine: createRing(FINE_WIDTH_MS, BUCKETS_KEPT),
    coarse: createRing(COARSE_WIDTH_MS, BUCKETS_KEPT),
    cursor: {},
    processes: new Map(),
    touches: [],
    forgotten: {},
    gone: {},
  };
}

/** Where to read on in every stream, those that have fallen silent among them. */
export function readingCursor({ gone, cursor }: LiveFold): StreamCursor {
  return { ...gone, ...cursor };
}

/** Folds frames in; one already seen, by stream and id, changes nothing. */
export function foldFrames(fold: LiveFold, frames: readonly ReadFrame[]): void {
  for (const { stream, id, frame } of frames) {
    const seen = fold.cursor[stream] ?? fold.gone[stream];
    if (seen !== undefined && compareStreamIds(id, seen) <= 0) continue;
    fold.cursor[stream] = id;
    delete fold.gone[stream];
    const { process, app, atMs, holds } = frame;
    fold.processes.set(process, { process, app, atMs, holds });
    fold.touches.push({
      stream,
      id,
      fine: foldFrame(fold.fine, frame),
      coarse: foldFrame(fold.coarse, frame),
    });
  }
}

/** Frames that can't be read: they change nothing, and are not to be read again. */
export function passFrames(
  { cursor, gone }: LiveFold,
  places: readonly Pick<ReadFrame, 'stream' | 'id'>[],
): void {
  for (const { stream, id } of places) {
    const read = stream in cursor ? cursor : gone;
    if (compareStreamIds(id, read[stream] ?? '0-0') > 0) read[stream] = id;
  }
}

/** Folds in where the partitions stood at `nowMs`, a whole number that only grows. */
export function foldPartitions(
  fold: LiveFold,
  statuses: readonly PartitionStatus[],
  nowMs: number,
): void {
  const id = `${Math.floor(nowMs)}-0`;
  fold.cursor[STATUS_STREAM] = id;
  fold.touches.push({
    stream: STATUS_STREAM,
    id,
    fine: foldStatus(fold.fine, statuses, nowMs),
    coarse: foldStatus(fold.coarse, statuses, nowMs),
  });
}

/** Everything kept. */
export function allBuckets(fold: LiveFold): ChangedBuckets {
  return { fine: viewBuckets(fold.fine), coarse: viewBuckets(fold.coarse) };
}

/**
 * The buckets that changed after `cursor`, each whole. Undefined when the cursor names a stream
 * that nobody knows or reaches behind what is remembered: then only everything is gapless.
 */
export function bucketsSince(fold: LiveFold, cursor: StreamCursor): ChangedBuckets | undefined {
  if (!isCovered(fold, cursor)) return undefined;
  const fine = new Set<number>();
  const coarse = new Set<number>();
  for (const touch of fold.touches) {
    const seen = cursor[touch.stream];
    if (seen !== undefined && compareStreamIds(touch.id, seen) <= 0) continue;
    if (touch.fine !== undefined) fine.add(touch.fine);
    if (touch.coarse !== undefined) coarse.add(touch.coarse);
  }
  return { fine: viewBuckets(fold.fine, fine), coarse: viewBuckets(fold.coarse, coarse) };
}

/** Bounds the memory: call it about once a second with the time of the newest data. */
export function tidyFold(fold: LiveFold, nowMs: number): void {
  sealBuckets(fold.fine, nowMs - SEAL_AFTER_MS);
  sealBuckets(fold.coarse, nowMs - SEAL_AFTER_MS);
  const forgottenMs = nowMs - SPAN_MS;
  for (const [name, process] of fold.processes) {
    if (process.atMs < forgottenMs) fold.processes.delete(name);
  }
  dropSilent(fold, forgottenMs);
  const excess = Math.max(0, fold.touches.length - TOUCHES_KEPT);
  for (const { stream, id } of fold.touches.splice(0, excess)) {
    if (stream in fold.cursor) fold.forgotten[stream] = id;
  }
}

/** What such a stream touched is shown no more, so that nobody misses what is forgotten of it. */
function dropSilent({ cursor, forgotten, gone }: LiveFold, beforeMs: number): void {
  for (const [stream, id] of Object.entries(gone)) {
    if (Number.parseInt(id, 10) < beforeMs - SPAN_MS) delete gone[stream];
  }
  for (const [stream, id] of Object.entries(cursor)) {
    if (Number.parseInt(id, 10) >= beforeMs) continue;
    gone[stream] = id;
    delete cursor[stream];
    delete forgotten[stream];
  }
}

function isCovered(fold: LiveFold, cursor: StreamCursor): boolean {
  const streams = Object.keys(cursor);
  const known = readingCursor(fold);
  if (streams.length === 0 || streams.some((stream) => !(stream in known))) return false;
  return Object.entries(fold.forgotten).every(
    ([stream, id]) => compareStreamIds(cursor[stream] ?? '0-0', id) >= 0,
  );
}
