/** Reads of partitions for people: where they stand, the events behind a moment or an id. */
import type { PartitionStatus, StoredEvent } from '@trove/contracts';
import type { TroveRedis } from '../connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from '../keys.js';
import { processOfToken } from '../leases.js';
import type { EventFilter } from './eventFilter.js';
import { type EventsFound, joinLooks, lookThrough, newestFirst, type Walk } from './eventsLook.js';
import { OutReader } from './outReader.js';
import { withLogged } from './storedEvent.js';

/** Commits of a partition that one look for events goes through at most. */
const COMMITS_PER_LOOK = 2_000;
/** Events of one id that are answered at most. */
const OF_ONE_ID = 100;

export interface PartitionReads {
  status(): Promise<PartitionStatus[]>;
  /** Of the newest commits. */
  recent(filter: EventFilter): Promise<EventsFound>;
  /** Of the commits in this span of time (ms on Redis's clock), its end included. */
  between(filter: EventFilter & { fromMs: number; toMs: number }): Promise<EventsFound>;
  /** Everything decided under an id; more than one when it was sent again or by two sources. */
  find(id: string): Promise<StoredEvent[]>;
}

export interface PartitionReadsOptions {
  readonly redis: TroveRedis;
  readonly partitions: number;
  readonly keys?: KeySpace;
  readonly commitsPerLook?: number;
}

export function createPartitionReads(options: PartitionReadsOptions): PartitionReads {
  const keys = options.keys ?? DEFAULT_KEYS;
  const partitions = Array.from({ length: options.partitions }, (_, k) => k);
  const readers = partitions.map((k) => new OutReader(options.redis, k, partitionKeys(keys, k)));
  const look = async (filter: EventFilter, walkOf: (reader: OutReader) => Walk) => {
    const most = options.commitsPerLook ?? COMMITS_PER_LOOK;
    const looks = readers.map((reader) => lookThrough(reader, walkOf(reader), { filter, most }));
    return joinLooks(await Promise.all(looks), filter.limit);
  };
  return {
    async status() {
      return await Promise.all(partitions.map((k) => statusOf(options.redis, k, keys)));
    },
    async recent(filter) {
      return await look(filter, (reader) => (tell) => reader.backwards('+', tell));
    },
    async between({ fromMs, toMs, ...filter }) {
      return await look(filter, (reader) => (tell) => reader.between(fromMs, toMs, tell));
    },
    async find(id) {
      const needle = Buffer.from(id.replaceAll('-', ''), 'hex');
      const pages = await Promise.all(
        readers.map(async (reader) => withLogged(reader, await reader.holding(needle))),
      );
      return newestFirst(pages.flat(), OF_ONE_ID);
    },
  };
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
    owner: owner === null ? undefined : processOfToken(owner),
    epoch: Number(epoch ?? 0),
  };
}
