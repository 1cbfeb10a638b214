/**
 * A hunt forgets ids with its events, and one in which nothing happens any more keeps those of its
 * last two days for ever. It gets one event that lets it forget them.
 */
import type { LiveHunt } from '@trove/contracts';
import { type Appended, passedBuckets } from '@trove/core';
import { v7 as uuidv7 } from 'uuid';
import { appendControl } from './appendControl.js';
import { HUNT_HEAD, parseHunt } from './commit/stateCodec.js';
import type { TroveRedis } from './connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from './keys.js';
import { RedisEventLog } from './redisEventLog.js';

export interface AgingHunt {
  readonly live: Pick<LiveHunt, 'slug' | 'partition'>;
  /** On Redis's clock. */
  readonly nowMs: number;
  readonly keys?: KeySpace;
}

/** Undefined where there is nothing to forget, or not all of it is old enough. */
export async function ageHunt(
  redis: TroveRedis,
  { live, nowMs, keys = DEFAULT_KEYS }: AgingHunt,
): Promise<Appended | undefined> {
  const { slug, partition } = live;
  const { hunt, seen } = partitionKeys(keys, partition);
  const head = await redis.hget(hunt(slug), HUNT_HEAD);
  const state = head === null ? undefined : parseHunt(slug, { [HUNT_HEAD]: head });
  const { floorMs = 0 } = state ?? {};
  const buckets = passedBuckets(floorMs, nowMs);
  if (buckets.length === 0) return undefined;
  if ((await redis.exists(...buckets.map((start) => seen(slug, start)))) === 0) return undefined;
  return await appendControl(new RedisEventLog({ redis, keys }), {
    partition,
    hunt: slug,
    type: 'hunt.aged.v1',
    data: {},
    // The floor never falls: below it an id is late whatever else happens meanwhile.
    id: uuidv7({ msecs: floorMs - 1 }),
  });
}
