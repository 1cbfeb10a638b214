/** What the bench asks Redis about: memory for each remembered id, and the file rewrite. */

import { setTimeout as sleep } from 'node:timers/promises';
import { WIRE_LIMITS } from '@trove/contracts';
import {
  createHuntDirectory,
  createPartitionReads,
  DEFAULT_KEYS,
  partitionKeys,
  type TroveRedis,
} from '@trove/streams';
import { BENCH } from './limits.js';

const REWRITE_RUNS = 'aof_rewrite_in_progress:1';

/** Redis is to rewrite its file when the bench asks, and at no other time. */
export async function holdRewrites(redis: TroveRedis): Promise<void> {
  await redis.config('SET', 'auto-aof-rewrite-percentage', '0');
}

/** Rewrites the append-only file; resolves with the seconds it took. */
export async function rewriteFile(redis: TroveRedis): Promise<number> {
  const from = performance.now();
  await redis.bgrewriteaof();
  do await sleep(100);
  while ((await redis.info('persistence')).includes(REWRITE_RUNS));
  return (performance.now() - from) / 1_000;
}

/** Bytes of the hashes that remember ids, for each id in them. */
export async function bytesPerId(redis: TroveRedis): Promise<number> {
  let bytes = 0;
  let ids = 0;
  for (const { slug, partition } of await createHuntDirectory(redis).list()) {
    const { seen } = partitionKeys(DEFAULT_KEYS, partition);
    for (const bucketMs of recentBuckets(Date.now())) {
      const key = seen(slug, bucketMs);
      const usage = await redis.memory('USAGE', key, 'SAMPLES', 0);
      bytes += Number(usage ?? 0);
      ids += await redis.hlen(key);
    }
  }
  return Math.round((bytes / ids) * 10) / 10;
}

/** A bench may run over the turn of an hour. */
function recentBuckets(nowMs: number): number[] {
  const width = WIRE_LIMITS.dedupBucketMs;
  const current = Math.floor(nowMs / width) * width;
  return [current - width, current];
}

/** Events appended and not decided yet, over all partitions. */
export async function totalLag(redis: TroveRedis): Promise<number> {
  const reads = createPartitionReads({ redis, partitions: BENCH.partitions });
  const status = await reads.status();
  return status.reduce((sum, { lag }) => sum + lag, 0);
}
