/** The newest decided events, each once, oldest first, at most `FEED_KEPT`. */
import type { StoredEvent } from '@trove/contracts';
import { FEED_KEPT } from '../../live/messages';
import type { NamedEvent } from '../../live/namedEvent';

export interface FeedRing {
  events: readonly NamedEvent[];
}

/** Those of a sample that are not known yet, in the same order. */
export function newTo<T extends StoredEvent>(ring: FeedRing, sample: readonly T[]): readonly T[] {
  const known = new Set(ring.events.map(keyOf));
  return sample.filter((event) => !known.has(keyOf(event)));
}

/** Adds a sample (newest first) and answers those that were not known, oldest first. */
export function addToFeed(ring: FeedRing, sample: readonly NamedEvent[]): readonly NamedEvent[] {
  const fresh = newTo(ring, sample).toReversed();
  if (fresh.length > 0) ring.events = [...ring.events, ...fresh].slice(-FEED_KEPT);
  return fresh;
}

function keyOf(event: StoredEvent): string {
  return `${event.partition}:${event.epoch}:${event.position}`;
}
