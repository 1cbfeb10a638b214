/** How many metrics frames history had to leave out, of all processes together, since ever. */
import type { TroveRedis } from './connectRedis.js';
import { DEFAULT_KEYS, globalKeys, type KeySpace } from './keys.js';

export async function countUnreadable(
  redis: TroveRedis,
  count: number,
  keys: KeySpace = DEFAULT_KEYS,
): Promise<void> {
  await redis.incrby(globalKeys(keys).unreadableFrames, count);
}

export async function unreadableFrames(
  redis: TroveRedis,
  keys: KeySpace = DEFAULT_KEYS,
): Promise<number> {
  return Number((await redis.get(globalKeys(keys).unreadableFrames)) ?? 0);
}
