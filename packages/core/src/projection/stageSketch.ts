/**
 * Sketches of stage durations: how ingest and worker write them into a metrics frame and how the
 * console merges them again. DDSketch gives every quantile within 1 % of its value, and merging
 * loses nothing, so that a p99 of two processes is a true p99 and never a mean of two.
 */
import { DDSketch } from '@datadog/sketches-js';

export type StageSketch = DDSketch;

/** Quantiles of one sketch in microseconds; all 0 when it is empty. */
export interface StageQuantiles {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

const RELATIVE_ACCURACY = 0.01;
/** Keys beyond this stand for durations of hours; a frame that names one is damaged. */
const MAX_KEY = 2_000;

/** An empty sketch. Feed it with `recordMicros`, not with `accept`. */
export function createSketch(): StageSketch {
  return new DDSketch({ relativeAccuracy: RELATIVE_ACCURACY });
}

/**
 * Adds `weight` durations of `micros`. Negative ones (two clocks that disagree by microseconds)
 * count as 0; NaN and infinities are ignored.
 */
export function recordMicros(sketch: StageSketch, micros: number, weight = 1): void {
  if (Number.isFinite(micros) && weight > 0) sketch.accept(Math.max(0, micros), weight);
}

/**
 * Base64 of unsigned varints: the count of zeros, then for each filled bin the distance of its
 * key from the one before (the first zigzag-coded) and its count. About 3 bytes a bin, where the
 * library's protobuf takes 8 for empty bins too and wants a peer dependency.
 */
export function encodeSketch(sketch: StageSketch): string {
  const bytes: number[] = [];
  pushVarint(bytes, sketch.zeroCount);
  let previous = 0;
  let isFirst = true;
  sketch.store.bins.forEach((count, index) => {
    if (count <= 0) return;
    const key = index + sketch.store.offset;
    pushVarint(bytes, isFirst ? zigzag(key) : key - previous);
    pushVarint(bytes, count);
    previous = key;
    isFirst = false;
  });
  return btoa(String.fromCharCode(...bytes));
}

/** Adds an encoded sketch to `into`. Throws a RangeError when the text is damaged. */
export function mergeSketch(into: StageSketch, encoded: string): void {
  const reader = { bytes: atob(encoded), at: 0 };
  const zeros = readVarint(reader);
  into.zeroCount += zeros;
  into.count += zeros;
  let key = 0;
  for (let isFirst = true; reader.at < reader.bytes.length; isFirst = false) {
    const step = readVarint(reader);
    key = isFirst ? unzigzag(step) : key + step;
    if (Math.abs(key) > MAX_KEY) throw new RangeError(`sketch names bin ${key}`);
    const count = readVarint(reader);
    into.store.add(key, count);
    into.count += count;
  }
}

/**
 * Adds a sketch's durations to buckets with upper bounds in seconds; `counts` has one more, for
 * what is above all bounds. A duration within 1 % of a bound may be counted on its other side.
 */
export function countInBuckets(
  sketch: StageSketch,
  boundsSeconds: readonly number[],
  counts: number[],
): void {
  const add = (micros: number, count: number) => {
    const found = boundsSeconds.findIndex((bound) => micros <= bound * 1e6);
    const at = found < 0 ? boundsSeconds.length : found;
    counts[at] = (counts[at] ?? 0) + count;
  };
  add(0, sketch.zeroCount);
  const { bins, offset } = sketch.store;
  bins.forEach((count, index) => {
    if (count > 0) add(sketch.mapping.value(index + offset), count);
  });
}

/** p50, p95 and p99 in microseconds. */
export function quantilesOf(sketch: StageSketch): StageQuantiles {
  if (sketch.count === 0) return { count: 0, p50: 0, p95: 0, p99: 0 };
  const at = (quantile: number) => Math.round(sketch.getValueAtQuantile(quantile));
  return { count: sketch.count, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

function zigzag(value: number): number {
  return value >= 0 ? value * 2 : -value * 2 - 1;
}

function unzigzag(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}

function pushVarint(bytes: number[], value: number): void {
  let rest = Math.round(value);
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

function readVarint(reader: { bytes: string; at: number }): number {
  let value = 0;
  let scale = 1;
  for (;;) {
    const byte = reader.bytes.charCodeAt(reader.at++);
    if (Number.isNaN(byte) || scale > 2 ** 49) throw new RangeError('sketch ends early');
    value += (byte % 128) * scale;
    if (byte < 128) return value;
    scale *= 128;
  }
}
