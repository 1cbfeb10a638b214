/**
 * The one reader of live data in this process, however many tabs are open. It folds metrics
 * frames, asks the partitions where they stand, samples the feed, and hands every viewer the
 * same message. When Redis cannot be read it says so and goes on trying.
 */
import type { PartitionStatus } from '@trove/contracts';
import type { LiveMessage, Surroundings } from '../../live/messages';
import { FEED_SAMPLE } from '../../live/messages';
import type { NamedEvent } from '../../live/namedEvent';
import { projection } from '../packages';
import { addToFeed, type FeedRing, newTo } from './feedRing';
import type { LiveSource } from './liveSource';
import { withTimeout } from './withTimeout';

const {
  allBuckets,
  bucketsSince,
  createLiveFold,
  foldFrames,
  foldPartitions,
  passFrames,
  readingCursor,
  stagesSince,
  tidyFold,
  writeCursor,
} = projection;

/** How often the streams are read, and after how many reads the slower things are. */
const STEP_MS = 250;
const STEPS = { partitions: 2, feed: 4, surroundings: 12 } as const;
const READ_TIMEOUT_MS = 1_500;
const MINUTE_MS = 60_000;
/** Reads in a row while catching up at the start. */
const CATCH_UP_READS = 1_000;

export interface Publication {
  /** The event id of server-sent events; names the last frame of each stream. */
  readonly id: string;
  readonly message: LiveMessage;
}
export type Viewer = (publication: Publication) => void;

export interface TailOptions {
  readonly source: LiveSource;
  /** Milliseconds of this machine. */
  readonly clock: () => number;
  readonly onTrouble: (says: string) => void;
}

type Parts = Partial<Omit<LiveMessage, 'isSnapshot' | 'nowMs' | 'fine' | 'coarse' | 'trouble'>>;

export class LiveTail {
  readonly #options: TailOptions;
  readonly #viewers = new Map<Viewer, () => void>();
  readonly #fold = createLiveFold();
  readonly #feed: FeedRing = { events: [] };
  #partitions: readonly PartitionStatus[] = [];
  #surroundings: Surroundings | undefined;
  #trouble: LiveMessage['trouble'];
  #clockOffsetMs = 0;
  #published: Record<string, string> = {};
  #step = 0;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(options: TailOptions) {
    this.#options = options;
  }

  get viewerCount(): number {
    return this.#viewers.size;
  }

  start(): void {
    this.#timer = setTimeout(() => void this.#loop(), 0);
  }

  /** Reads no more, and tells every viewer to close. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    for (const close of [...this.#viewers.values()]) close();
  }

  /** After it, streams are closed as soon as they are opened. */
  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** Adds a viewer; the answer takes it away again, and may be called twice. */
  subscribe(viewer: Viewer, close: () => void): () => void {
    this.#viewers.set(viewer, close);
    return () => this.#viewers.delete(viewer);
  }

  /** What a new viewer starts from: what changed since its cursor, or everything. */
  opening(cursor: Readonly<Record<string, string>> | undefined): Publication {
    const changed = cursor && bucketsSince(this.#fold, cursor);
    const buckets = changed ?? allBuckets(this.#fold);
    const parts: Parts = {
      ...this.#steadyParts(),
      minute: this.#minute(),
      feed: this.#feed.events,
      surroundings: this.#surroundings,
    };
    return this.#publication(!changed, { ...buckets, ...parts });
  }

  /** One round of reading and publishing; the loop does this every quarter of a second. */
  async step(): Promise<void> {
    try {
      const parts = await withTimeout(this.#read(), READ_TIMEOUT_MS);
      this.#trouble = undefined;
      this.#publish(parts);
    } catch (error) {
      this.#noteTrouble(wordsOf(error));
    }
    this.#step += 1;
  }

  async #loop(): Promise<void> {
    await this.step();
    if (!this.#isStopped) this.#timer = setTimeout(() => void this.#loop(), STEP_MS);
  }

  async #read(): Promise<Parts> {
    const isDue = (every: number) => this.#step % every === 0;
    const [partitions, sample] = await Promise.all([
      isDue(STEPS.partitions) ? this.#options.source.partitions() : undefined,
      isDue(STEPS.feed) ? this.#readSample() : undefined,
      isDue(STEPS.surroundings) ? this.#readSurroundings() : undefined,
      this.#readFrames(),
    ]);
    if (partitions) {
      this.#partitions = partitions;
      foldPartitions(this.#fold, partitions, this.#nowMs());
    }
    if (sample) tidyFold(this.#fold, this.#nowMs());
    return {
      ...this.#steadyParts(),
      ...(sample ? { feed: addToFeed(this.#feed, sample), minute: this.#minute() } : {}),
      ...(isDue(STEPS.surroundings) ? { surroundings: this.#surroundings } : {}),
    };
  }

  /** The feed is the least of what is shown: without it the charts go on. */
  async #readSample(): Promise<readonly NamedEvent[]> {
    const { source } = this.#options;
    try {
      return await source.named(newTo(this.#feed, await source.recent(FEED_SAMPLE)));
    } catch (error) {
      this.#options.onTrouble(`the feed: ${wordsOf(error)}`);
      return [];
    }
  }

  async #readFrames(): Promise<void> {
    for (let read = 0; read < CATCH_UP_READS; read += 1) {
      const read = await this.#options.source.frames(readingCursor(this.#fold));
      foldFrames(this.#fold, read.frames);
      passFrames(this.#fold, read.unreadable);
      if (read.frames.length + read.unreadable.length === 0) return;
    }
  }

  async #readSurroundings(): Promise<void> {
    const before = this.#options.clock();
    const redisMs = await this.#options.source.nowMs();
    this.#clockOffsetMs = redisMs - (before + this.#options.clock()) / 2;
    this.#surroundings = await this.#options.source.surroundings();
  }

  #publish(parts: Parts): void {
    const buckets = bucketsSince(this.#fold, this.#published) ?? allBuckets(this.#fold);
    const publication = this.#publication(false, { ...buckets, ...parts });
    this.#published = { ...this.#fold.cursor };
    for (const viewer of [...this.#viewers.keys()]) viewer(publication);
  }

  #publication(
    isSnapshot: boolean,
    parts: Parts & Pick<LiveMessage, 'fine' | 'coarse'>,
  ): Publication {
    const trouble = this.#trouble ? { trouble: this.#trouble } : {};
    return {
      id: writeCursor(this.#fold.cursor),
      message: { isSnapshot, nowMs: this.#nowMs(), ...parts, ...trouble },
    };
  }

  #noteTrouble(says: string): void {
    if (!this.#trouble) this.#options.onTrouble(says);
    this.#trouble ??= { sinceMs: this.#nowMs(), says };
    this.#publish({});
  }

  #steadyParts(): Parts {
    return { partitions: this.#partitions, processes: [...this.#fold.processes.values()] };
  }

  #minute(): LiveMessage['minute'] {
    return stagesSince(this.#fold.coarse, this.#nowMs() - MINUTE_MS);
  }

  #nowMs(): number {
    return Math.round(this.#options.clock() + this.#clockOffsetMs);
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
