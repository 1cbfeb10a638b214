/** The EventLog on Redis Streams: one stream a partition, one binary blob an entry. */
import type { Append, Appended, EventLog, LogEntry, ReadAfter } from '@trove/core';
import { EntryWriter } from './codec/entryWriter.js';
import { createIdentities } from './codec/identities.js';
import { decodeEntry } from './codec/logLayout.js';
import { type TroveRedis, writeTogether } from './connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, type PartitionKeys, partitionKeys } from './keys.js';

export interface RedisLogOptions {
  readonly redis: TroveRedis;
  /** A connection of its own for reads that wait; absent where nobody waits. */
  readonly blocking?: TroveRedis;
  readonly keys?: KeySpace;
}

export class RedisEventLog implements EventLog {
  private readonly keys: KeySpace;
  private readonly partitions = new Map<number, PartitionKeys>();
  private writer: EntryWriter | undefined;

  constructor(private readonly options: RedisLogOptions) {
    this.keys = options.keys ?? DEFAULT_KEYS;
  }

  async append({ partition, door, events, isReplay }: Append): Promise<Appended> {
    this.writer ??= new EntryWriter((await createIdentities()).hasher);
    for (const event of events) this.writer.addLogged(event);
    const blob = this.writer.finish(door, isReplay);
    return await this.appendEncoded(partition, blob, events.length);
  }

  /** The door's own way in: it writes entries event by event as it checks them. */
  async appendEncoded(partition: number, blob: Buffer, count: number): Promise<Appended> {
    const { log, meta, owner } = this.keysOf(partition);
    writeTogether(this.options.redis);
    const reply = await this.options.redis.troveAppend(3, log, meta, owner, blob, count);
    const [entryId, undecided, isOwned, micros] = reply as [string, number, number, string];
    return { entryId, undecided, isOwned: isOwned === 1, appendedAtUs: Number(micros) };
  }

  async read({ partition, after, maxEntries, waitMs }: ReadAfter): Promise<readonly LogEntry[]> {
    const { log } = this.keysOf(partition);
    if (waitMs === 0) {
      const { redis } = this.options;
      const rows = await redis.xrangeBuffer(log, `(${after}`, '+', 'COUNT', maxEntries);
      return rows.map(toLogEntry);
    }
    const { blocking } = this.options;
    if (blocking === undefined) throw new Error('this log has no blocking connection');
    const reply = await blocking.xreadBuffer(
      'COUNT',
      maxEntries,
      'BLOCK',
      waitMs,
      'STREAMS',
      log,
      after,
    );
    const [stream] = (reply ?? []) as [Buffer, [Buffer, Buffer[]][]][];
    return stream === undefined ? [] : stream[1].map(toLogEntry);
  }

  private keysOf(partition: number): PartitionKeys {
    let keys = this.partitions.get(partition);
    if (keys === undefined) {
      keys = partitionKeys(this.keys, partition);
      this.partitions.set(partition, keys);
    }
    return keys;
  }
}

/** Parses one row of XRANGE: `[id, ['t', micros, 'e', blob]]`. */
export function toLogEntry(row: readonly [Buffer, readonly Buffer[]]): LogEntry {
  const [id, fields] = row;
  const [, micros, , blob] = fields;
  if (micros === undefined || blob === undefined) throw new Error('log entry without t and e');
  return {
    id: id.toString('latin1'),
    appendedAtUs: Number(micros.toString('latin1')),
    ...decodeEntry(blob),
  };
}
