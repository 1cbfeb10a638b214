/** The event that swaps a recomputed hunt in: appended, and what became of it. */
import type { EventResult } from '@trove/contracts';
import { appendControl } from '../appendControl.js';
import type { TroveRedis } from '../connectRedis.js';
import { decidedControl } from '../decidedControl.js';
import { createHuntDirectory } from '../huntDirectory.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from '../keys.js';
import { toOutEntry } from '../reads/outReader.js';
import { RedisEventLog } from '../redisEventLog.js';

export interface RepublicationEvent {
  readonly slug: string;
  readonly version: number;
  readonly hash: string;
  /** Canonical JSON of the definition. */
  readonly body: string;
  readonly partition: number;
  /** UUIDv7: the same event appended again counts once. */
  readonly id: string;
  readonly shadow: string;
  readonly by: string;
  readonly keys?: KeySpace | undefined;
}

/** Durable once it resolves; answers whether a worker holds the partition. */
export async function appendRepublication(
  redis: TroveRedis,
  event: RepublicationEvent,
): Promise<{ readonly isOwned: boolean }> {
  const { slug: hunt, version, hash, body, partition, id, shadow, by, keys } = event;
  await createHuntDirectory(redis, keys).putBody(hash, body);
  return await appendControl(new RedisEventLog({ redis, ...(keys && { keys }) }), {
    partition,
    hunt,
    type: 'hunt.published.v1',
    data: { version, hash, retroactive: { shadow, by } },
    id,
  });
}

export interface DecidedSwap {
  readonly result: EventResult;
  readonly epoch: number;
  readonly committedAtUs: number;
}

export interface SwapQuery {
  readonly partition: number;
  readonly id: string;
  /** An entry of `out` that was there before it was appended. */
  readonly afterId: string;
  readonly waitMs: number;
  readonly keys?: KeySpace | undefined;
}

/** Undefined when it was still undecided after `waitMs`. */
export async function decidedSwap(
  redis: TroveRedis,
  { keys = DEFAULT_KEYS, ...query }: SwapQuery,
): Promise<DecidedSwap | undefined> {
  const result = await decidedControl(redis, { ...query, keys });
  if (result === undefined) return undefined;
  const { out } = partitionKeys(keys, query.partition);
  // The commit that holds a position has the first id behind it.
  const [row] = await redis.xrangeBuffer(out, `(${result.position}-0`, '+', 'COUNT', 1);
  if (row === undefined) return undefined;
  const { blob, committedAtUs } = toOutEntry(row);
  return { result, epoch: blob.epoch, committedAtUs };
}
