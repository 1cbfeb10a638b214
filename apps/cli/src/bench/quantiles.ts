/** Quantiles of all measured latencies, none left out. Pure. */
import type { Quantiles } from './shapes.js';

/** Sorts the samples in place. */
export function quantilesOf(samplesMs: Float64Array): Quantiles {
  samplesMs.sort();
  const at = (share: number) => {
    const index = Math.min(samplesMs.length - 1, Math.ceil(share * samplesMs.length) - 1);
    return rounded(samplesMs[Math.max(0, index)] ?? Number.NaN);
  };
  return { p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99), maxMs: at(1) };
}

/** The middle value; of an even number the lower of the two in the middle. */
export function medianBy<T>(values: readonly T[], by: (value: T) => number): T {
  const sorted = [...values].sort((a, b) => by(a) - by(b));
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (middle === undefined) throw new Error('A median needs at least one value.');
  return middle;
}

export function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
