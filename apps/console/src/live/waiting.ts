/**
 * How many events came while the view was frozen. They are added up as they come: seconds are kept
 * for a few minutes only, and a pause may be longer.
 */
import type { Bucket, BucketSlice } from '@trove/core/projection';
import { outcomeCounts, sumOf } from './series';

/** Events that this tab was told of since its first message. */
export interface Arrived {
  readonly all: number;
  readonly hunts: { readonly [slug: string]: number | undefined };
}

export const NONE_ARRIVED: Arrived = { all: 0, hunts: {} };

/** With what changed seconds have more than the known ones; older than those is what was known. */
export function addArrivals(
  before: Arrived,
  known: readonly Bucket[],
  changed: readonly Bucket[],
): Arrived {
  const byStart = new Map(known.map((bucket) => [bucket.at, bucket]));
  const oldest = known[0]?.at ?? Number.NEGATIVE_INFINITY;
  let { all } = before;
  const hunts = { ...before.hunts };
  for (const bucket of changed) {
    if (bucket.at < oldest) continue;
    const had = byStart.get(bucket.at);
    all += moreIn(bucket.all, had?.all);
    for (const [slug, slice] of Object.entries(bucket.hunts)) {
      hunts[slug] = (hunts[slug] ?? 0) + moreIn(slice, had?.hunts[slug]);
    }
  }
  return { all, hunts };
}

/** Events that came between two states, of one hunt or of all. */
export function eventsSince(shown: Arrived, newest: Arrived, hunt: string | undefined): number {
  if (hunt === undefined) return newest.all - shown.all;
  return (newest.hunts[hunt] ?? 0) - (shown.hunts[hunt] ?? 0);
}

function moreIn(slice: BucketSlice | undefined, had: BucketSlice | undefined): number {
  return Math.max(0, eventsIn(slice) - eventsIn(had));
}

function eventsIn(slice: BucketSlice = {}): number {
  return sumOf(outcomeCounts(slice));
}
