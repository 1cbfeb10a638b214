/** Follows `out` of some partitions on one connection: once a process, never once a socket. */
import type { TroveRedis } from './connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from './keys.js';
import { type OutEntry, toOutEntry } from './reads/outReader.js';

export interface OutTailOptions {
  /** A connection of its own: the tail blocks it. */
  readonly blocking: TroveRedis;
  readonly partitions: readonly number[];
  readonly keys?: KeySpace;
  /** Where to begin, by partition; absent: after what stands there now. */
  readonly from?: ReadonlyMap<number, string>;
  onEntry(partition: number, entry: OutEntry): void;
  onError(error: unknown): void;
}

export interface OutTail {
  close(): Promise<void>;
}

const BLOCK_MS = 1_000;
/** Entries of one partition at once; bounds what one read can hold. */
const COUNT = 32;
const PAUSE_MS = 100;

export function followOut(options: OutTailOptions): OutTail {
  const keys = options.keys ?? DEFAULT_KEYS;
  const streams = options.partitions.map((k) => partitionKeys(keys, k).out);
  const partitionOf = new Map(streams.map((stream, i) => [stream, options.partitions[i] ?? 0]));
  const ids = streams.map((_, i) => options.from?.get(options.partitions[i] ?? 0) ?? '$');
  let isOpen = true;
  const readOnce = async (): Promise<void> => {
    const reply = await options.blocking.xreadBuffer(
      'COUNT',
      COUNT,
      'BLOCK',
      BLOCK_MS,
      'STREAMS',
      ...streams,
      ...ids,
    );
    for (const [name, rows] of (reply ?? []) as [Buffer, [Buffer, Buffer[]][]][]) {
      const stream = name.toString('latin1');
      for (const row of rows) {
        const entry = toOutEntry(row);
        ids[streams.indexOf(stream)] = entry.id;
        options.onEntry(partitionOf.get(stream) ?? 0, entry);
      }
    }
  };
  const run = async (): Promise<void> => {
    for (let i = 0; i < streams.length; i += 1) {
      if (ids[i] === '$') ids[i] = await lastId(options.blocking, streams[i] as string);
    }
    while (isOpen) {
      try {
        await readOnce();
      } catch (error) {
        if (!isOpen) return;
        options.onError(error);
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    }
  };
  const done = run();
  return {
    async close() {
      isOpen = false;
      options.blocking.disconnect();
      await done.catch(() => undefined);
    },
  };
}

async function lastId(redis: TroveRedis, stream: string): Promise<string> {
  const rows = await redis.xrevrange(stream, '+', '-', 'COUNT', 1);
  return rows[0]?.[0] ?? '0-0';
}

export type { OutEntry };
