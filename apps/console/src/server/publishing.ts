/** What publishing is made with in this process. */
import type { PublishDeps } from '@trove/publishing';
import { db, huntDirectory, partitionCount, redis } from './connections';
import { database, publishing } from './packages';

export async function publishDeps(): Promise<PublishDeps> {
  return {
    redis: redis(),
    directory: huntDirectory(),
    huntStore: database.huntStore(db()),
    partitions: await partitionCount(),
    check: async (file) => publishing.checkFile(file),
    nowMs: Date.now,
    // Doors and workers hear of it by the hunt's log and the directory.
    onLive: () => undefined,
  };
}
