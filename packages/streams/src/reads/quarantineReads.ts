/** The quarantine streams: the door's own, and one a partition for what the log refused. */
import { randomUUID } from 'node:crypto';
import type { QuarantineEntry, QuarantineRecord } from '@trove/contracts';
import { QuarantineRecord as QuarantineRecordSchema } from '@trove/contracts';
import type { TroveRedis } from '../connectRedis.js';
import { DEFAULT_KEYS, globalKeys, type KeySpace, partitionKeys } from '../keys.js';
import { addParking, type Parking } from '../park.js';

/** Most records that may wait for PostgreSQL; at the bound the door answers `busy`. */
export const QUARANTINE_BOUND = 200_000;

/** Every stream of refused events, by the name its sink knows it by. */
export function quarantineStreams(
  partitions: number,
  keys: KeySpace = DEFAULT_KEYS,
): ReadonlyMap<string, string> {
  const streams = new Map([['door', globalKeys(keys).quarantine]]);
  for (let k = 0; k < partitions; k += 1) {
    streams.set(`p${k}`, partitionKeys(keys, k).quarantine);
  }
  return streams;
}

/** A record, and where its id is to be parked when it can be. */
export interface Quarantining {
  readonly record: QuarantineRecord;
  readonly parking?: Parking | undefined;
}

/** Packets whose refusals are recognised when they are sent again: more than are on their way. */
const PACKETS = 10_000;

/**
 * Resolves once every record stands in the stream; the refusing ack must wait for it. Each stands
 * there once, though the connection is lost before Redis has answered and sends it again.
 */
export async function quarantine(
  redis: TroveRedis,
  refused: readonly Quarantining[],
  keys: KeySpace = DEFAULT_KEYS,
): Promise<void> {
  const pipeline = redis.pipeline();
  const { quarantine: stream, quarantined } = globalKeys(keys);
  const records = refused.map(({ record }) => JSON.stringify(record));
  const scripts = pipeline as unknown as Pick<TroveRedis, 'troveQuarantine'>;
  void scripts.troveQuarantine(2, stream, quarantined, randomUUID(), PACKETS, ...records);
  for (const { parking } of refused) {
    if (parking !== undefined) addParking(pipeline, parking, keys);
  }
  for (const [error] of (await pipeline.exec()) ?? []) if (error !== null) throw error;
}

/** Refusals of the doors that stand in their stream. */
export async function quarantineLength(
  redis: TroveRedis,
  keys: KeySpace = DEFAULT_KEYS,
): Promise<number> {
  return await redis.xlen(globalKeys(keys).quarantine);
}

export interface QuarantineQuery {
  readonly partitions: number;
  readonly limit: number;
  readonly fromMs?: number;
  readonly toMs?: number;
  readonly keys?: KeySpace;
}

/** Newest first, over all streams; those PostgreSQL already has may have left the streams. */
export async function readQuarantine(
  redis: TroveRedis,
  query: QuarantineQuery,
): Promise<QuarantineEntry[]> {
  const to = query.toMs === undefined ? '+' : String(query.toMs);
  const from = query.fromMs === undefined ? '-' : String(query.fromMs);
  const pages = await Promise.all(
    [...quarantineStreams(query.partitions, query.keys)].map(async ([name, stream]) => {
      const rows = await redis.xrevrange(stream, to, from, 'COUNT', query.limit);
      return rows.map((row) => toEntry(name, row));
    }),
  );
  const all = pages.flat().sort((a, b) => b.refusedAt - a.refusedAt);
  return all.slice(0, query.limit);
}

function toEntry(stream: string, [id, fields]: [string, string[]]): QuarantineEntry {
  const record = QuarantineRecordSchema.parse(JSON.parse(fields[1] ?? ''));
  return { ...record, stream, streamId: id };
}

export interface QuarantineSource {
  readonly names: readonly string[];
  /** Oldest first, after the id. */
  read(stream: string, afterId: string, limit: number): Promise<QuarantineEntry[]>;
  /** Tells that everything up to the id is in PostgreSQL: older records leave the stream. */
  acknowledge(stream: string, id: string): Promise<void>;
}

/** Records that stay in the stream after PostgreSQL has them, for the live screens. */
const KEPT = 5_000;

export function createQuarantineSource(
  redis: TroveRedis,
  partitions: number,
  keys: KeySpace = DEFAULT_KEYS,
): QuarantineSource {
  const streams = quarantineStreams(partitions, keys);
  const keyOf = (name: string): string => {
    const key = streams.get(name);
    if (key === undefined) throw new Error(`no quarantine stream is named ${name}`);
    return key;
  };
  return {
    names: [...streams.keys()],
    async read(stream, afterId, limit) {
      const rows = await redis.xrange(keyOf(stream), `(${afterId}`, '+', 'COUNT', limit);
      return rows.map((row) => toEntry(stream, row));
    },
    async acknowledge(stream, id) {
      const length = await redis.xlen(keyOf(stream));
      if (length <= KEPT) return;
      const surplus = await redis.xrange(keyOf(stream), '-', id, 'COUNT', length - KEPT);
      const last = surplus.at(-1)?.[0];
      if (last !== undefined) await redis.xtrim(keyOf(stream), 'MINID', last);
    },
  };
}
