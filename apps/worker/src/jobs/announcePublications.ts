/**
 * Finishes publications that were stored but never confirmed, as a crash between the two leaves
 * them. Announcing repeats the event id fixed when the version was stored, so that the log counts
 * it once even if the event had been appended after all.
 */
import type { HuntStore, Publication } from '@trove/db';
import { SINK_LIMITS } from './limits.js';

export interface AnnouncePublicationsDeps {
  readonly store: HuntStore;
  /** Makes the body known and appends the event; harmless when done before. */
  announce(publication: Publication): Promise<unknown>;
}

/** The handler of `announce-publications`. One hunt's failure does not hold up the others. */
export function createAnnouncePublications({ store, announce }: AnnouncePublicationsDeps) {
  return async (): Promise<void> => {
    const failed = new Map<string, unknown>();
    for (const publication of await store.unannounced(SINK_LIMITS.announceAfterMs)) {
      // Versions of one hunt go in order: after a failure its later ones wait for the next run.
      if (failed.has(publication.slug)) continue;
      try {
        await announce(publication);
        await store.markAnnounced(publication.eventId);
      } catch (error) {
        failed.set(publication.slug, error);
      }
    }
    if (failed.size > 0) {
      const slugs = [...failed.keys()].join(', ');
      throw new AggregateError(failed.values(), `cannot announce ${slugs}`);
    }
  };
}
