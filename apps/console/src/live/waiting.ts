/** How many events came while the view was frozen. */
import type { Bucket } from '@trove/core/projection';
import type { LiveState } from './liveState';
import { outcomeCounts, sumOf } from './series';

/** Events in `newest` that `shown` does not have, as far back as seconds are kept. */
export function eventsSince(shown: LiveState, newest: LiveState): number {
  if (shown === newest) return 0;
  const known = new Map(shown.fine.map((bucket) => [bucket.at, eventsIn(bucket)]));
  return newest.fine.reduce(
    (sum, bucket) => sum + Math.max(0, eventsIn(bucket) - (known.get(bucket.at) ?? 0)),
    0,
  );
}

function eventsIn(bucket: Bucket): number {
  return sumOf(outcomeCounts(bucket.all));
}
