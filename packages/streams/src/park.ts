/** Parks identities of events that the door refused; commits park and unpark the rest. */
import type { EventId } from '@trove/contracts';
import { bucketOf, timeOfIdentity } from '@trove/core';
import { bytesOfEventId } from './codec/identities.js';
import type { TroveRedis } from './connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from './keys.js';
import { PARKED_BOUND } from './limits.js';

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
