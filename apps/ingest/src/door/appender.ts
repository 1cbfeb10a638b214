/**
 * Gathers good events into appends: one entry a partition and turn of the event loop while it is
 * quiet, larger entries as soon as a flush is under way. Events are written into the entry as they
 * come, so what waits here is bytes; every caller waits for its own events.
 */
import type { EntryWriter, RedisEventLog } from '@trove/streams';
import { DOOR_LIMITS } from '../limits.js';

export interface Appended {
  readonly appendedAtUs: number;
}

export interface AppenderDeps {
  readonly log: RedisEventLog;
  readonly door: string;
  readonly createWriter: () => EntryWriter;
  /** Nobody holds the partition: wake a worker. */
  wake(partition: number): void;
  onUndecided(partition: number, undecided: number): void;
}

interface Waiting {
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
}

/** Events that leave together. */
interface Entry {
  readonly blob: Buffer;
  readonly count: number;
  readonly waiting: readonly Waiting[];
}

/** What waits for one partition's next flush: full entries, and the one that is being written. */
interface Lane {
  readonly partition: number;
  readonly writer: EntryWriter;
  waiting: Waiting[];
  full: Entry[];
}

export class Appender {
  private readonly lanes = new Map<number, Lane>();
  private waitingEvents = 0;
  private isScheduled = false;
  private underWay = 0;

  constructor(private readonly deps: AppenderDeps) {}

  /** Events in this process whose append has not been answered. */
  get waiting(): number {
    return this.waitingEvents;
  }

  /**
   * `write` writes up to one entry's worth of events at once. Resolves when the log has answered
   * for all of them; rejects when it can't be told.
   */
  append(
    partition: number,
    count: number,
    write: (writer: EntryWriter) => void,
  ): Promise<Appended> {
    const lane = this.laneOf(partition);
    const { writer } = lane;
    if (writer.count > 0 && writer.count + count > DOOR_LIMITS.eventsPerEntry) this.close(lane);
    write(writer);
    this.waitingEvents += count;
    return new Promise((resolve, reject) => {
      lane.waiting.push({ resolve, reject });
      this.schedule();
    });
  }

  private laneOf(partition: number): Lane {
    let lane = this.lanes.get(partition);
    if (lane === undefined) {
      lane = { partition, writer: this.deps.createWriter(), waiting: [], full: [] };
      this.lanes.set(partition, lane);
    }
    return lane;
  }

  private close(lane: Lane): void {
    const { writer, waiting } = lane;
    const { count } = writer;
    lane.full.push({ blob: writer.finish(this.deps.door), count, waiting });
    lane.waiting = [];
  }

  /**
   * One flush of all partitions at a time: what comes while Redis makes the last one durable
   * shares the next one. So a slow disk makes larger flushes instead of a longer queue.
   */
  private schedule(): void {
    if (this.isScheduled || this.underWay > 0 || this.waitingEvents === 0) return;
    this.isScheduled = true;
    setImmediate(() => {
      this.isScheduled = false;
      for (const lane of this.lanes.values()) {
        if (lane.writer.count > 0) this.close(lane);
        for (const entry of lane.full) void this.flush(lane.partition, entry);
        lane.full = [];
      }
    });
  }

  /** Sends one entry; its waiters are told whatever happens, so nothing here can reject. */
  private async flush(partition: number, { blob, count, waiting }: Entry): Promise<void> {
    this.underWay += 1;
    try {
      const { deps } = this;
      const reply = await deps.log.appendEncoded(partition, blob, count);
      deps.onUndecided(partition, reply.undecided);
      if (!reply.isOwned) deps.wake(partition);
      for (const { resolve } of waiting) resolve({ appendedAtUs: reply.appendedAtUs });
    } catch (error) {
      for (const { reject } of waiting) reject(error);
    } finally {
      this.underWay -= 1;
      this.waitingEvents -= count;
      this.schedule();
    }
  }
}
