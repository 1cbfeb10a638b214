/** What publishing is made with in this process. */
import type { PublishDeps } from '@trove/publishing';
import { env } from '../env';
import { db, huntDirectory, redis } from './connections';
import { database } from './packages';

export function publishDeps(): PublishDeps {
  return {
    redis: redis(),
    directory: huntDirectory(),
    huntStore: database.huntStore(db()),
    partitions: env().TROVE_PARTITIONS,
    nowMs: Date.now,
    // Doors and workers hear of it by the hunt's log and the directory.
    onLive: () => undefined,
  };
}
