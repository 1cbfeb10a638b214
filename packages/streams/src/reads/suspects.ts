/** What operators have found of suspected events, as it stands in their partitions. */
import type { StoredEvent } from '@trove/contracts';
import type { Suspect } from '@trove/core';
import { parseWatch } from '../commit/watchCodec.js';
import type { TroveRedis } from '../connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from '../keys.js';

type Placed = Pick<StoredEvent, 'partition' | 'position' | 'hunt' | 'team'>;

/** In the order asked for; undefined for an event that can't be settled. One round trip. */
export async function readSuspects(
  redis: TroveRedis,
  events: readonly Placed[],
  space: KeySpace = DEFAULT_KEYS,
): Promise<readonly (Suspect | undefined)[]> {
  const texts = await Promise.all(
    events.map(({ partition, hunt, team }) => {
      return redis.hget(partitionKeys(space, partition).watches(hunt), team);
    }),
  );
  return events.map(({ position }, i) => {
    const text = texts[i];
    return typeof text === 'string' ? parseWatch(text).suspects.get(position) : undefined;
  });
}
