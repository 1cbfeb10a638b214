/** What the checks of quality remember of one team, bounded whatever it sends. Plain values. */

export interface TeamWatch {
  /** How far each device has counted; the least recently used first. */
  readonly devices: ReadonlyMap<string, DeviceCount>;
  /** What the team said of late, where the hunt asks for fingerprints; the oldest first. */
  readonly prints: readonly Print[];
  /** What expectations keep, by their own key; the least recently used first. */
  readonly gauges: ReadonlyMap<string, Gauge>;
}

export interface DeviceCount {
  readonly epoch: number;
  /** The highest number seen. */
  readonly high: number;
  /** Bit i tells whether `high - i` was seen; 32 bits, unsigned. */
  readonly seen: number;
}

export interface Print {
  readonly text: string;
  /**
   * When the first event of this content came, ms on the hunt's clock: a repeat does not extend
   * its window.
   */
  readonly atMs: number;
  readonly position: number;
}

/** A value, and when it was taken, ms on the hunt's clock. */
export type Gauge = readonly [value: number, atMs: number];

export const NO_WATCH: TeamWatch = { devices: new Map(), prints: [], gauges: new Map() };

/** The map with one entry renewed and moved to the end, the first let go beyond `most`. */
export function renewed<V>(
  from: ReadonlyMap<string, V>,
  [key, value]: readonly [string, V],
  most: number,
): Map<string, V> {
  const to = new Map(from);
  to.delete(key);
  to.set(key, value);
  const oldest = to.size > most ? to.keys().next().value : undefined;
  if (oldest !== undefined) to.delete(oldest);
  return to;
}
