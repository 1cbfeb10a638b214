/** Parks identities of events that the door refused; commits park and unpark the rest. */
import type { EventId, LiveHunt } from '@trove/contracts';
import { bucketOf, timeOfIdentity } from '@trove/core';
import { bytesOfEventId } from './codec/identities.js';
import type { TroveRedis } from './connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from './keys.js';
import { PARKED_BOUND, PARKED_PAGE } from './limits.js';

export interface Parking {
  readonly partition: number;
  readonly hunt: string;
  readonly id: EventId;
  /** 8 characters, as `Identities.sourceHash` gives them. */
  readonly sourceHash: string;
}

/** Adds to a pipeline what parks an event. Its id must be within the dedup window. */
export function addParking(
  pipeline: ReturnType<TroveRedis['pipeline']>,
  { partition, hunt, id, sourceHash }: Parking,
  space: KeySpace = DEFAULT_KEYS,
): void {
  const keys = partitionKeys(space, partition);
  const identity = bytesOfEventId(id) + sourceHash;
  const seen = keys.seen(hunt, bucketOf(timeOfIdentity(identity)));
  const scripts = pipeline as unknown as Pick<TroveRedis, 'trovePark'>;
  void scripts.trovePark(2, keys.parked(hunt), seen, Buffer.from(identity, 'latin1'), PARKED_BOUND);
}

/** Identities that a hunt has parked, some at a time; none while there is much room left. */
export async function* parkedPages(
  redis: TroveRedis,
  { partition, slug }: Pick<LiveHunt, 'partition' | 'slug'>,
  { keys = DEFAULT_KEYS, least = PARKED_BOUND / 2 }: { keys?: KeySpace; least?: number } = {},
): AsyncGenerator<readonly Buffer[]> {
  const key = partitionKeys(keys, partition).parked(slug);
  if ((await redis.scard(key)) < least) return;
  let cursor = '0';
  do {
    const [next, identities] = await redis.sscanBuffer(key, cursor, 'COUNT', PARKED_PAGE);
    cursor = next.toString('latin1');
    if (identities.length > 0) yield identities;
  } while (cursor !== '0');
}

/** Takes ids out of the parking place: nobody will send their events again. */
export async function freeParked(
  redis: TroveRedis,
  { partition, slug }: Pick<LiveHunt, 'partition' | 'slug'>,
  { identities, keys = DEFAULT_KEYS }: { identities: readonly Buffer[]; keys?: KeySpace },
): Promise<void> {
  if (identities.length === 0) return;
  await redis.srem(partitionKeys(keys, partition).parked(slug), ...identities);
}
