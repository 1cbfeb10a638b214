/**
 * What a door notes of deliveries: it only remembers while results go out, and writes what has
 * gathered once a tick, one entry a partition. A note that is lost loses no event: the receipt
 * then lacks a time.
 */
import { ByteWriter } from './codec/bytes.js';
import { encodeDelivery, type PushNote, type SeenNote } from './codec/deliveryNote.js';
import type { TroveRedis } from './connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from './keys.js';
import { DELIVERY_BOUNDS } from './limits.js';

export interface DeliveryNotes {
  /** A commit was pushed to somebody. */
  pushed(partition: number, note: PushNote): void;
  /** A device says how far it is; what it said before in this tick is taken up in it. */
  seen(partition: number, note: SeenNote): void;
  /** Writes what has gathered; the last notes of a door that stops. */
  close(): Promise<void>;
}

export interface DeliveryOptions {
  readonly redis: TroveRedis;
  readonly keys?: KeySpace;
  onError(error: unknown): void;
  /** So many notes found no room in this tick. */
  onForgotten(notes: number): void;
}

interface Gathered {
  readonly pushes: PushNote[];
  /** By hunt and player. */
  readonly seen: Map<string, SeenNote>;
}

export function createDeliveryNotes(options: DeliveryOptions): DeliveryNotes {
  const notes = new Notes(options);
  const timer = setInterval(() => notes.tick(), DELIVERY_BOUNDS.tickMs);
  timer.unref();
  return {
    pushed: (partition, note) => notes.pushed(partition, note),
    seen: (partition, note) => notes.seen(partition, note),
    async close() {
      clearInterval(timer);
      await notes.write();
    },
  };
}

class Notes {
  private gathered = new Map<number, Gathered>();
  private forgotten = 0;
  private isWriting = false;
  private readonly writer = new ByteWriter();

  constructor(private readonly options: DeliveryOptions) {}

  pushed(partition: number, note: PushNote): void {
    const { pushes } = this.of(partition);
    if (pushes.length < DELIVERY_BOUNDS.pushesPerTick) pushes.push(note);
    else this.forgotten += 1;
  }

  seen(partition: number, note: SeenNote): void {
    const { seen } = this.of(partition);
    const key = `${note.hunt}\n${note.player}`;
    const before = seen.get(key);
    if (before === undefined && seen.size >= DELIVERY_BOUNDS.playersPerTick) {
      this.forgotten += 1;
      return;
    }
    seen.set(key, before?.epoch === note.epoch ? joined(before, note) : note);
  }

  /** A tick while the last one is still being written leaves its notes to the next. */
  tick(): void {
    if (this.isWriting) return;
    this.isWriting = true;
    this.write()
      .catch((error: unknown) => this.options.onError(error))
      .finally(() => {
        this.isWriting = false;
      });
  }

  async write(): Promise<void> {
    const { gathered, forgotten } = this;
    if (forgotten > 0) this.options.onForgotten(forgotten);
    this.forgotten = 0;
    if (gathered.size === 0) return;
    this.gathered = new Map();
    const pipeline = this.options.redis.pipeline();
    for (const [partition, { pushes, seen }] of gathered) {
      const { deliveries } = partitionKeys(this.options.keys ?? DEFAULT_KEYS, partition);
      const blob = encodeDelivery(this.writer, { pushes, seen: [...seen.values()] });
      pipeline.xadd(deliveries, 'MAXLEN', '~', DELIVERY_BOUNDS.entries, '*', 'd', blob);
    }
    const replies = (await pipeline.exec()) ?? [];
    for (const [error] of replies) if (error !== null) this.options.onError(error);
  }

  private of(partition: number): Gathered {
    const known = this.gathered.get(partition);
    if (known !== undefined) return known;
    const made: Gathered = { pushes: [], seen: new Map() };
    this.gathered.set(partition, made);
    return made;
  }
}

/** Two devices of a player, or one twice: all that either has had, from when the later said so. */
function joined(before: SeenNote, note: SeenNote): SeenNote {
  const since = Math.min(before.since, note.since);
  return { ...note, since, offset: Math.max(before.offset, note.offset) };
}
