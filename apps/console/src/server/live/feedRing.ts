/** The newest decided events, each once, oldest first, at most `FEED_KEPT`. */
import { FEED_KEPT, type FeedEvent } from '../../live/messages';

export interface FeedRing {
  events: readonly FeedEvent[];
}

/** Adds a sample (newest first) and answers those that were not known, oldest first. */
export function addToFeed(ring: FeedRing, sample: readonly FeedEvent[]): readonly FeedEvent[] {
  const known = new Set(ring.events.map(keyOf));
  const fresh = sample.filter((event) => !known.has(keyOf(event))).toReversed();
  if (fresh.length > 0) ring.events = [...ring.events, ...fresh].slice(-FEED_KEPT);
  return fresh;
}

function keyOf(event: FeedEvent): string {
  return `${event.partition}:${event.epoch}:${event.position}`;
}
