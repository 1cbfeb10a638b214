/** Whether a player could have travelled between the places where events say it was. */
import { distanceM } from '../geo/distance.js';
import { WATCH_LIMITS } from './limits.js';
import type { Fix, Walk } from './teamWatch.js';

const KMH_PER_M_PER_MS = 3_600;
/** Times closer together than this are one: clocks and fixes are no better. */
const LEAST_MS = 1_000;

export interface Travelled {
  readonly isPossible: boolean;
  readonly walk: Walk;
}

/**
 * Puts a fix among the others by event time, however late it came, and compares it with its
 * neighbours. One that is impossible is not kept, so that it does not condemn those that follow;
 * it goes astray, and what is kept gives way to the next one that bears it out.
 */
export function travel({ fixes, astray }: Walk, fix: Fix, maxKmh: number): Travelled {
  const place = fixes.findIndex(({ atMs }) => atMs > fix.atMs);
  const at = place < 0 ? fixes.length : place;
  const isNear = (one: Fix | undefined) => one === undefined || speedKmh(one, fix) <= maxKmh;
  const [before, after] = [fixes[at - 1], fixes[at]];
  if (isNear(before) && isNear(after)) {
    if (isVague(before, fix, maxKmh)) return { isPossible: true, walk: { fixes, astray } };
    const kept = [...fixes.slice(0, at), fix, ...fixes.slice(at)].slice(-WATCH_LIMITS.fixes);
    return { isPossible: true, walk: { fixes: kept, astray: since(kept, astray) } };
  }
  // What is borne out since is not given up for what comes late.
  if (at < fixes.length && fixes.length > 1) return { isPossible: false, walk: { fixes, astray } };
  if (astray === undefined || !isNear(astray)) {
    return { isPossible: false, walk: { fixes, astray: fix } };
  }
  const pair = astray.atMs > fix.atMs ? [fix, astray] : [astray, fix];
  return { isPossible: true, walk: { fixes: pair, astray: undefined } };
}

/** Whether a fix says less of where the player is than the one before: any way would lead by it. */
function isVague(before: Fix | undefined, fix: Fix, maxKmh: number): boolean {
  if (before === undefined) return false;
  const reachM = ((fix.atMs - before.atMs) * maxKmh) / KMH_PER_M_PER_MS;
  return fix.accuracyM > before.accuracyM + reachM;
}

/** The one astray, unless the player was where it is known to be at that time or later. */
function since(kept: readonly Fix[], astray: Fix | undefined): Fix | undefined {
  const lastMs = kept.at(-1)?.atMs ?? 0;
  return astray !== undefined && astray.atMs > lastMs ? astray : undefined;
}

/** The least speed that both fixes leave possible: between the edges of their circles. */
function speedKmh(one: Fix, other: Fix): number {
  const apartM = Math.max(0, distanceM(one, other) - one.accuracyM - other.accuracyM);
  return (apartM / Math.max(LEAST_MS, Math.abs(other.atMs - one.atMs))) * KMH_PER_M_PER_MS;
}
