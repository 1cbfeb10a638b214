/** The newest decided events, each once, oldest first, at most `FEED_KEPT`. */

import type { StoredEvent } from '@trove/contracts';
import { FEED_KEPT } from '../../live/messages';

export interface FeedRing {
  events: readonly StoredEvent[];
}

/** Adds a sample (newest first) and answers those that were not known, oldest first. */
export function addToFeed(ring: FeedRing, sample: readonly StoredEvent[]): readonly StoredEvent[] {
  const known = new Set(ring.events.map(keyOf));
  const fresh = sample.filter((event) => !known.has(keyOf(event))).toReversed();
  if (fresh.length > 0) ring.events = [...ring.events, ...fresh].slice(-FEED_KEPT);
  return fresh;
}

function keyOf(event: StoredEvent): string {
  return `${event.partition}:${event.epoch}:${event.position}`;
}
