/**
 * How far each durable consumer of a partition is, what its lag holds back in Redis, and why the
 * archive stands still when it does. One hash a partition, so that every process sees the same.
 */
import type { TroveRedis } from './connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from './keys.js';
import { memoryStatus } from './reads/serverStatus.js';

/** Names under which the durable consumers stand. */
export const LEDGER_SINK = 'ledger';
export const ARCHIVE_SINK = 'archive';
/** Bytes that `log` and `out` have above their bound because a sink has not taken them yet. */
const HELD = 'held';
const STOPPED = 'archive-stopped';

interface SinkPlace {
  readonly sink: string;
  readonly partition: number;
  readonly outId: string;
  readonly keys: KeySpace;
}

export async function acknowledgeSink(redis: TroveRedis, place: SinkPlace): Promise<void> {
  const { sink, partition, outId, keys } = place;
  await redis.hset(partitionKeys(keys, partition).sinks, sink, outId);
}

export async function setStopped(
  redis: TroveRedis,
  stop: { readonly partition: number; readonly says: string | undefined; readonly keys: KeySpace },
): Promise<void> {
  const { sinks } = partitionKeys(stop.keys, stop.partition);
  if (stop.says === undefined) await redis.hdel(sinks, STOPPED);
  else await redis.hset(sinks, STOPPED, stop.says);
}

/** Where the archive is off, nobody waits for it and nothing is said of it. */
export async function forgetArchive(
  redis: TroveRedis,
  partitions: number,
  keys: KeySpace = DEFAULT_KEYS,
): Promise<void> {
  for (let partition = 0; partition < partitions; partition += 1) {
    await redis.hdel(partitionKeys(keys, partition).sinks, ARCHIVE_SINK, STOPPED);
  }
}

/** Said by the trimmer at every look. */
export async function setHeld(redis: TroveRedis, sinks: string, bytes: number): Promise<void> {
  await redis.hset(sinks, HELD, bytes);
}

export interface SinkStatus {
  readonly partition: number;
  /** Events decided, as in `meta`. */
  readonly decided: number;
  /** Events taken by each sink that ever ran, by its name. */
  readonly taken: ReadonlyMap<string, number>;
  readonly heldBytes: number;
  /** Why the archive writes nothing; undefined when it does. */
  readonly archiveStopped: string | undefined;
}

/** How the sinks of all partitions stand, in one round trip. */
export async function readSinks(
  redis: TroveRedis,
  partitions: number,
  keys: KeySpace = DEFAULT_KEYS,
): Promise<SinkStatus[]> {
  return await Promise.all(
    Array.from({ length: partitions }, async (_, partition) => {
      const { sinks, meta } = partitionKeys(keys, partition);
      const [fields, decided] = await Promise.all([
        redis.hgetall(sinks),
        redis.hget(meta, 'decided'),
      ]);
      const { [HELD]: held, [STOPPED]: archiveStopped, ...taken } = fields;
      return {
        partition,
        decided: Number(decided ?? 0),
        taken: new Map(Object.entries(taken).map(([sink, id]) => [sink, Number.parseInt(id, 10)])),
        heldBytes: Number(held ?? 0),
        archiveStopped,
      };
    }),
  );
}

/**
 * Shares of Redis's memory that lagging sinks may hold back before the archive no longer spares the
 * machine, before it is an alarm, and before it is `busy`.
 */
export const HELD_SHARES = { pressed: 0.05, alarm: 0.15, busy: 0.35 } as const;
/** The memory those are shares of where Redis has no bound. */
const UNBOUNDED_BYTES = 4 * 1024 * 1024 * 1024;

export type HeldLevel = 'fine' | 'alarm' | 'busy';

/** What all partitions' sinks hold back together. */
export function heldBytesOf(sinks: readonly SinkStatus[]): number {
  return sinks.reduce((sum, { heldBytes }) => sum + heldBytes, 0);
}

function shareOf(heldBytes: number, maxMemoryBytes: number): number {
  return heldBytes / (maxMemoryBytes > 0 ? maxMemoryBytes : UNBOUNDED_BYTES);
}

/** Whether so much is held back that catching up must no longer wait for a quiet moment. */
export async function isPressed(
  redis: TroveRedis,
  partitions: number,
  keys: KeySpace = DEFAULT_KEYS,
): Promise<boolean> {
  const [sinks, { maxMemoryBytes }] = await Promise.all([
    readSinks(redis, partitions, keys),
    memoryStatus(redis),
  ]);
  return shareOf(heldBytesOf(sinks), maxMemoryBytes) >= HELD_SHARES.pressed;
}

/** @param maxMemoryBytes 0 when Redis has no bound */
export function heldLevel(heldBytes: number, maxMemoryBytes: number): HeldLevel {
  const share = shareOf(heldBytes, maxMemoryBytes);
  if (share >= HELD_SHARES.busy) return 'busy';
  return share >= HELD_SHARES.alarm ? 'alarm' : 'fine';
}
