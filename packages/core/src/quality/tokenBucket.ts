/** A token bucket that is filled evenly: what rates are measured with. Pure. */
import type { Gauge } from './teamWatch.js';

export interface Bucket {
  /** Tokens it holds when it is full, as it is at first. */
  readonly holds: number;
  /** Seconds in which an empty one is full again. */
  readonly fillsInS: number;
}

/** Tokens in it at a moment, ms on the clock of `gauge`. */
export function tokensAt(
  gauge: Gauge | undefined,
  { holds, fillsInS }: Bucket,
  nowMs: number,
): number {
  if (gauge === undefined) return holds;
  const [left, sinceMs] = gauge;
  return Math.min(holds, left + ((nowMs - sinceMs) * holds) / (fillsInS * 1000));
}
