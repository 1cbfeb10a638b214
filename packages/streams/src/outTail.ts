/**
 * Follows `out` of some partitions on one connection: once a process, never once a socket. A Redis
 * that comes back without the end of its file goes on at places that were read before: under
 * another epoch, from where the old one ends now. An entry that can't be read is tried again and
 * again, and holds up its own partition alone: the others are read meanwhile.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { TroveRedis } from './connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from './keys.js';
import { type OutEntry, type OutRow, toOutEntry } from './reads/outReader.js';

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
/** How long a partition that can't be read is left out. */
const REST_MS = 250;

interface Place {
  readonly stream: string;
  readonly partition: number;
  id: string;
  /** Of the entry read last; undefined before the first. */
  epoch: number | undefined;
  /** The connection is a new one: Redis may have lost what was read last. */
  mayBeLost: boolean;
  restsUntilMs: number;
}

export function followOut(options: OutTailOptions): OutTail {
  const { blocking, partitions, from, keys = DEFAULT_KEYS } = options;
  const places = partitions.map((partition): Place => {
    const stream = partitionKeys(keys, partition).out;
    const id = from?.get(partition) ?? '$';
    return { stream, partition, id, epoch: undefined, mayBeLost: false, restsUntilMs: 0 };
  });
  const byStream = new Map(places.map((place) => [place.stream, place]));
  let isOpen = true;
  blocking.on('ready', () => {
    for (const place of places) place.mayBeLost = true;
  });
  const isDone = async (place: Place, step: () => Promise<void>): Promise<boolean> => {
    try {
      await step();
      return true;
    } catch (error) {
      if (isOpen) options.onError(error);
      place.restsUntilMs = performance.now() + REST_MS;
      return false;
    }
  };
  const readOnce = async (): Promise<void> => {
    const ready: Place[] = [];
    for (const place of places) {
      if (place.restsUntilMs > performance.now()) continue;
      const isKnown = place.id !== '$' && !place.mayBeLost;
      if (isKnown || (await isDone(place, () => findPlace(blocking, place)))) ready.push(place);
    }
    if (ready.length === 0) return await pause(PAUSE_MS);
    const streams = ready.map(({ stream }) => stream);
    const ids = ready.map(({ id }) => id);
    const count = ['COUNT', COUNT, 'BLOCK', BLOCK_MS] as const;
    const reply = await blocking.xreadBuffer(...count, 'STREAMS', ...streams, ...ids);
    for (const [name, rows] of (reply ?? []) as [Buffer, OutRow[]][]) {
      const place = byStream.get(name.toString('latin1'));
      if (place !== undefined) await isDone(place, () => takeRows(place, rows, options));
    }
  };
  const run = async (): Promise<void> => {
    while (isOpen) {
      try {
        await readOnce();
      } catch (error) {
        if (!isOpen) return;
        options.onError(error);
        await pause(PAUSE_MS);
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

/** Where to read on from: asked at the beginning, and after every connection. */
async function findPlace(redis: TroveRedis, place: Place): Promise<void> {
  if (place.id === '$') await beginAtEnd(redis, place);
  if (place.mayBeLost) await moveBack(redis, place);
  place.mayBeLost = false;
}

/** Throws at a row that can't be read; the place stands before it then. */
async function takeRows(
  place: Place,
  rows: readonly OutRow[],
  { blocking, onEntry }: OutTailOptions,
): Promise<void> {
  for (const row of rows) {
    const entry = toOutEntry(row);
    const { epoch } = entry.blob;
    const isNext = place.epoch !== undefined && epoch > place.epoch;
    // What is read from there again is whole; the rest of this answer is among it.
    if (isNext && (await moveBack(blocking, place))) return;
    place.id = entry.id;
    place.epoch = epoch;
    onEntry(place.partition, entry);
  }
}

async function beginAtEnd(redis: TroveRedis, place: Place): Promise<void> {
  const [row] = await redis.xrevrangeBuffer(place.stream, '+', '-', 'COUNT', 1);
  if (row === undefined) {
    place.id = '0-0';
    return;
  }
  const { id, blob } = toOutEntry(row);
  place.id = id;
  place.epoch = blob.epoch;
}

/**
 * Goes back behind the last entry of an epoch that was read, if what came after it is gone. Answers
 * whether it did. Nothing at all below the place means that everything is gone, or only trimmed.
 */
async function moveBack(redis: TroveRedis, place: Place): Promise<boolean> {
  const before = place.id;
  for (let upTo = before; ; ) {
    const rows = await redis.xrevrangeBuffer(place.stream, upTo, '-', 'COUNT', COUNT);
    for (const row of rows) {
      const { id, blob } = toOutEntry(row);
      if (place.epoch !== undefined && blob.epoch > place.epoch) continue;
      place.id = id;
      return id !== before;
    }
    const last = rows.at(-1);
    if (last === undefined) {
      const isEmpty = upTo !== before || (await redis.xlen(place.stream)) === 0;
      if (isEmpty) place.id = '0-0';
      return place.id !== before;
    }
    upTo = `(${last[0].toString('latin1')}`;
  }
}

export type { OutEntry };
