/** Reads of partitions for people: where they stand, the events behind a moment or an id. */
import type { PartitionStatus, StoredEvent } from '@trove/contracts';
import type { TroveRedis } from '../connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from '../keys.js';
import { type EventFilter, isWanted } from './eventFilter.js';
import { type OutEntry, OutReader } from './outReader.js';
import { withLogged } from './storedEvent.js';

export interface PartitionReads {
  status(): Promise<PartitionStatus[]>;
  /** Newest first. */
  recent(filter: EventFilter): Promise<StoredEvent[]>;
  /** Newest first, of the commits in this span of time (ms on Redis's clock). */
  between(filter: EventFilter & { fromMs: number; toMs: number }): Promise<StoredEvent[]>;
  /** Everything decided under an id; more than one when it was sent again or by two sources. */
  find(id: string): Promise<StoredEvent[]>;
}

export interface PartitionReadsOptions {
  readonly redis: TroveRedis;
  readonly partitions: number;
  readonly keys?: KeySpace;
}

export function createPartitionReads(options: PartitionReadsOptions): PartitionReads {
  const keys = options.keys ?? DEFAULT_KEYS;
  const partitions = Array.from({ length: options.partitions }, (_, k) => k);
  const readers = partitions.map((k) => new OutReader(options.redis, k, partitionKeys(keys, k)));
  const newestFirst = (events: StoredEvent[], limit: number) => {
    return events
      .sort((a, b) => b.committedAt - a.committedAt || b.position - a.position)
      .slice(0, limit);
  };
  return {
    async status() {
      return await Promise.all(partitions.map((k) => statusOf(options.redis, k, keys)));
    },
    async recent(filter) {
      const picked = await Promise.all(readers.map((reader) => pick(reader.backwards(), filter)));
      const events = await Promise.all(picked.map((rows, k) => logged(readers[k], rows)));
      return newestFirst(events.flat(), filter.limit);
    },
    async between(filter) {
      const pages = await Promise.all(
        readers.map(async (reader) => {
          const span = reader.between(filter.fromMs, filter.toMs);
          return await logged(reader, await pick(span, filter));
        }),
      );
      return newestFirst(pages.flat(), filter.limit);
    },
    async find(id) {
      const needle = Buffer.from(id.replaceAll('-', ''), 'hex');
      const pages = await Promise.all(
        readers.map(async (reader) => logged(reader, await reader.holding(needle))),
      );
      return newestFirst(pages.flat(), 100);
    },
  };
}

async function logged(reader: OutReader | undefined, rows: PickedRow[]): Promise<StoredEvent[]> {
  return reader === undefined ? [] : await withLogged(reader, rows);
}

export interface PickedRow {
  readonly out: OutEntry;
  readonly index: number;
}

/** The newest matching rows of a walk through `out`, from new to old. */
async function pick(entries: AsyncIterable<OutEntry>, filter: EventFilter): Promise<PickedRow[]> {
  const rows: PickedRow[] = [];
  for await (const out of entries) {
    const hunt = filter.hunt === undefined ? -1 : out.blob.names.indexOf(filter.hunt);
    if (filter.hunt !== undefined && hunt < 0) continue;
    for (let index = out.blob.count - 1; index >= 0; index -= 1) {
      if (hunt >= 0 && out.blob.huntOf(index) !== hunt) continue;
      if (!isWanted(out.blob, index, filter)) continue;
      rows.push({ out, index });
      if (rows.length >= filter.limit) return rows;
    }
  }
  return rows;
}

async function statusOf(
  redis: TroveRedis,
  partition: number,
  space: KeySpace,
): Promise<PartitionStatus> {
  const keys = partitionKeys(space, partition);
  const [[epoch, appended, decided, cursor], owner, [seconds, micros]] = await Promise.all([
    redis.hmget(keys.meta, 'epoch', 'appended', 'decided', 'cursor'),
    redis.get(keys.owner),
    redis.time() as unknown as Promise<[number, number]>,
  ]);
  const lag = Number(appended ?? 0) - Number(decided ?? 0);
  const nowMs = Number(seconds) * 1000 + Number(micros) / 1000;
  const oldest =
    lag > 0 ? await redis.xrange(keys.log, `(${cursor ?? '0-0'}`, '+', 'COUNT', 1) : [];
  const appendedMs = Number(oldest[0]?.[1][1] ?? nowMs * 1000) / 1000;
  return {
    partition,
    appended: Number(appended ?? 0),
    decided: Number(decided ?? 0),
    lag,
    oldestUndecidedMs: Math.max(0, nowMs - appendedMs),
    owner: owner?.split('#')[0],
    epoch: Number(epoch ?? 0),
  };
}
