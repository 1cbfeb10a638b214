/** The EventLog on Redis Streams: one stream a partition, one binary blob an entry. */
import type { Append, Appended, EventLog, LogEntry, ReadAfter } from '@trove/core';
import { damagedEntry } from './codec/damagedEntry.js';
import { EntryWriter } from './codec/entryWriter.js';
import { createIdentities } from './codec/identities.js';
import { decodeEntry } from './codec/logLayout.js';
import { UnknownWriter } from './codec/unknownWriter.js';
import { type TroveRedis, writeTogether } from './connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, type PartitionKeys, partitionKeys } from './keys.js';
import { LOG_LIMITS } from './limits.js';

export interface RedisLogOptions {
  readonly redis: TroveRedis;
  /** A connection of its own for reads that wait; absent where nobody waits. */
  readonly blocking?: TroveRedis;
  readonly keys?: KeySpace;
  /**
   * Appends fail at once while there is no connection. Those that wait in the client are sent when
   * it is back, long after whoever asked has given up and has asked again.
   */
  readonly isImpatient?: boolean;
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
    const { redis, isImpatient } = this.options;
    if (isImpatient === true && redis.status !== 'ready') throw new Error('Redis is not connected');
    writeTogether(redis);
    const reply = await redis.troveAppend(3, log, meta, owner, blob, count);
    const [entryId, undecided, isOwned, micros] = reply as [string, number, number, string];
    const appendedAtUs = appliedUs(entryId, micros);
    return { entryId, undecided, isOwned: isOwned === 1, appendedAtUs };
  }

  async read({ partition, after, maxEntries, waitMs }: ReadAfter): Promise<readonly LogEntry[]> {
    const { log } = this.keysOf(partition);
    if (waitMs === 0) {
      const { redis } = this.options;
      const rows = await redis.xrangeBuffer(log, `(${after}`, '+', 'COUNT', maxEntries);
      return await this.entriesOf(log, rows);
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
    return stream === undefined ? [] : await this.entriesOf(log, stream[1]);
  }

  private async entriesOf(log: string, rows: readonly LogRow[]): Promise<LogEntry[]> {
    const entries: LogEntry[] = [];
    for (const row of rows) {
      try {
        entries.push(toLogEntry(row));
      } catch (error) {
        // What stands in front of it does not have to wait for who can read it.
        if (error instanceof UnknownWriter && entries.length > 0) return entries;
        if (error instanceof UnknownWriter) throw error;
        entries.push(await this.readAgain(log, row));
      }
    }
    return entries;
  }

  /** The damage may be on the way here and not in the log. */
  private async readAgain(log: string, row: LogRow): Promise<LogEntry> {
    const id = row[0].toString('latin1');
    let damage = '';
    for (let tries = 1; tries < LOG_LIMITS.reads; tries += 1) {
      const [again = row] = await this.options.redis.xrangeBuffer(log, id, id);
      try {
        return toLogEntry(again);
      } catch (error) {
        if (error instanceof UnknownWriter) throw error;
        damage = error instanceof Error ? error.message : String(error);
      }
    }
    const [, [, micros, , blob = Buffer.alloc(0)]] = row;
    return damagedEntry(
      { id, appendedAtUs: appliedUs(id, micros?.toString('latin1')), blob },
      damage,
    );
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

/** One row of XRANGE: `[id, ['t', micros, 'e', blob]]`. */
type LogRow = readonly [Buffer, readonly Buffer[]];

/** Throws as `decodeEntry` does. */
export function toLogEntry(row: LogRow): LogEntry {
  const [id, fields] = row;
  const [, micros, , blob] = fields;
  if (micros === undefined || blob === undefined) throw new Error('log entry without t and e');
  const name = id.toString('latin1');
  const appendedAtUs = appliedUs(name, micros.toString('latin1'));
  return { id: name, appendedAtUs, ...decodeEntry(blob) };
}

/** Redis's clock may be set back. Ids of a log are times too, which never go back. */
function appliedUs(id: string, micros = ''): number {
  return Math.max(Number(micros) || 0, Number.parseInt(id, 10) * 1_000);
}
