/** How far the durable consumers of `out` are behind, for alerts. */
import type { TroveRedis } from '../connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from '../keys.js';

export interface SinkLag {
  readonly partition: number;
  /** The consumer's name among the partition's sinks. */
  readonly sink: string;
  /** Decided events that it has not yet taken. */
  readonly events: number;
}

/** Every consumer that has ever acknowledged something, partition by partition. */
export async function readSinkLag(
  redis: TroveRedis,
  partitions: number,
  keys: KeySpace = DEFAULT_KEYS,
): Promise<readonly SinkLag[]> {
  const all = Array.from({ length: partitions }, (_, k) => k);
  const lags = await Promise.all(all.map((partition) => lagsOf(redis, partition, keys)));
  return lags.flat();
}

async function lagsOf(redis: TroveRedis, partition: number, space: KeySpace): Promise<SinkLag[]> {
  const keys = partitionKeys(space, partition);
  // The sinks first: asked the other way round, what is decided meanwhile would count as ahead.
  const sinks = await redis.hgetall(keys.sinks);
  const newest = await redis.xrevrange(keys.out, '+', '-', 'COUNT', 1);
  const end = positionOf(newest[0]?.[0] ?? '0-0');
  return Object.entries(sinks).map(([sink, taken]) => {
    return { partition, sink, events: Math.max(0, end - positionOf(taken)) };
  });
}

/** An id of `out` begins with the position of the next undecided event. */
function positionOf(outId: string): number {
  return Number(outId.split('-')[0]);
}
