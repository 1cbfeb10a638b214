/** The number of partitions is fixed at an installation's first start: hunts hang on it. */
import type { TroveRedis } from './connectRedis.js';
import { DEFAULT_KEYS, globalKeys, type KeySpace } from './keys.js';

/** The installation's partition count; `wanted` only decides when there is none yet. */
export async function fixPartitionCount(
  redis: TroveRedis,
  wanted: number,
  keys: KeySpace = DEFAULT_KEYS,
): Promise<number> {
  const key = globalKeys(keys).partitions;
  await redis.set(key, wanted, 'NX');
  return Number(await redis.get(key));
}

/** The installation's partition count; 0 before its first start. */
export async function readPartitionCount(
  redis: TroveRedis,
  keys: KeySpace = DEFAULT_KEYS,
): Promise<number> {
  return Number((await redis.get(globalKeys(keys).partitions)) ?? 0);
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Where a new hunt goes; FNV-1a of its slug. Once published it stays where it is. */
export function placeHunt(slug: string, partitions: number): number {
  let hash = FNV_OFFSET;
  for (let i = 0; i < slug.length; i += 1) {
    hash = Math.imul(hash ^ slug.charCodeAt(i), FNV_PRIME) >>> 0;
  }
  return hash % partitions;
}
