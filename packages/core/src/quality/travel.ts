/** Whether a player could have travelled between the places where events say it was. */
import { distanceM } from '../geo/distance.js';
import { WATCH_LIMITS } from './limits.js';
import type { Fix } from './teamWatch.js';

const KMH_PER_M_PER_MS = 3_600;
/** Times closer together than this are one: clocks and fixes are no better. */
const LEAST_MS = 1_000;

export interface Travelled {
  readonly isPossible: boolean;
  /** In the order of event time, the newest kept. */
  readonly fixes: readonly Fix[];
}

/**
 * Puts a fix among the others by event time, however late it came, and compares it with its
 * neighbours. One that is impossible is not kept, so that it does not condemn those that follow.
 */
export function travel(known: readonly Fix[], fix: Fix, maxKmh: number): Travelled {
  const place = known.findIndex(({ atMs }) => atMs > fix.atMs);
  const at = place < 0 ? known.length : place;
  const neighbours = [known[at - 1], known[at]];
  const isPossible = neighbours.every((one) => one === undefined || speedKmh(one, fix) <= maxKmh);
  if (!isPossible) return { isPossible, fixes: known };
  const fixes = [...known.slice(0, at), fix, ...known.slice(at)];
  return { isPossible, fixes: fixes.slice(-WATCH_LIMITS.fixes) };
}

/** The least speed that both fixes leave possible: between the edges of their circles. */
function speedKmh(one: Fix, other: Fix): number {
  const apartM = Math.max(0, distanceM(one, other) - one.accuracyM - other.accuracyM);
  return (apartM / Math.max(LEAST_MS, Math.abs(other.atMs - one.atMs))) * KMH_PER_M_PER_MS;
}
