/** The EventLog on Redis Streams: one stream a partition, one binary blob an entry. */
import type { Append, Appended, EventLog, LogEntry, ReadAfter } from '@trove/core';
import { decodeEntry, encodeEntry } from './codec/logLayout.js';
import type { TroveRedis } from './connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys, type PartitionKeys } from './keys.js';

export interface RedisLogOptions {
  readonly redis: TroveRedis;
  /** A connection of its own for `waitFor`, which blocks; absent where nobody waits. */
  readonly blocking?: TroveRedis;
  readonly keys?: KeySpace;
}

/** Entries asked for at once: enough single-event entries to fill a commit. */
const READ_ENTRIES = 256;
/** Blobs are cut off here, so that one read can't hold Redis or the heap. */
const READ_FIRST = 8;

export class RedisEventLog implements EventLog {
  private readonly keys: KeySpace;
  private readonly partitions = new Map<number, PartitionKeys>();

  constructor(private readonly options: RedisLogOptions) {
    this.keys = options.keys ?? DEFAULT_KEYS;
  }

  async append({ partition, door, events }: Append): Promise<Appended> {
    const texts = events.map((event) => JSON.stringify(event.data));
    return await this.appendEncoded(partition, encodeEntry(door, events, texts), events.length);
  }

  /** The door's own way in: it has the JSON of the data at hand and encodes only once. */
  async appendEncoded(partition: number, blob: Buffer, count: number): Promise<Appended> {
    const { log, meta, owner } = this.keysOf(partition);
    const reply = await this.options.redis.troveAppend(3, log, meta, owner, blob, count);
    const [entryId, undecided, isOwned] = reply as [string, number, number];
    return { entryId, undecided, isOwned: isOwned === 1 };
  }

  async read({ partition, after, maxEvents }: ReadAfter): Promise<readonly LogEntry[]> {
    const { log } = this.keysOf(partition);
    const entries: LogEntry[] = [];
    let events = 0;
    let from = after;
    let ask = READ_FIRST;
    while (events < maxEvents) {
      const rows = await this.options.redis.xrangeBuffer(log, `(${from}`, '+', 'COUNT', ask);
      for (const row of rows) {
        const entry = toLogEntry(row);
        entries.push(entry);
        events += entry.events.length;
        from = entry.id;
        if (events >= maxEvents) break;
      }
      if (rows.length < ask) break;
      ask = READ_ENTRIES;
    }
    return entries;
  }

  async waitFor(query: { partition: number; after: string; waitMs: number }): Promise<boolean> {
    const { blocking } = this.options;
    if (blocking === undefined) throw new Error('this log was opened without a blocking connection');
    const { log } = this.keysOf(query.partition);
    const { waitMs, after } = query;
    const reply = await blocking.xread('COUNT', 1, 'BLOCK', waitMs, 'STREAMS', log, after);
    return reply !== null;
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
  const { door, events } = decodeEntry(blob);
  return { id: id.toString('latin1'), appendedAtUs: Number(micros.toString('latin1')), door, events };
}
