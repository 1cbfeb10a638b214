/**
 * Gathers good events into appends: one entry a partition and turn of the event loop while it is
 * quiet, larger entries as soon as a flush is under way. Every caller waits for its own events.
 */
import type { LoggedEvent } from '@trove/core';
import { encodeEntry, type RedisEventLog } from '@trove/streams';
import { DOOR_LIMITS } from '../limits.js';

export interface Appended {
  readonly partition: number;
  readonly count: number;
  readonly appendedAtUs: number;
}

export interface AppenderDeps {
  readonly log: RedisEventLog;
  readonly door: string;
  /** Nobody holds the partition: wake a worker. */
  wake(partition: number): void;
  onUndecided(partition: number, undecided: number): void;
}

interface Waiting {
  readonly events: readonly LoggedEvent[];
  readonly texts: readonly string[];
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
}

export class Appender {
  /** Callers that wait, by partition, in the order in which they came. */
  private readonly lanes = new Map<number, Waiting[]>();
  private waitingEvents = 0;
  private isScheduled = false;
  private underWay = 0;

  constructor(private readonly deps: AppenderDeps) {}

  /** Events in this process whose append has not been answered. */
  get waiting(): number {
    return this.waitingEvents;
  }

  /** Resolves once the log has answered for all of them; rejects when it can't be told. */
  append(
    partition: number,
    events: readonly LoggedEvent[],
    texts: readonly string[],
  ): Promise<Appended> {
    this.waitingEvents += events.length;
    return new Promise((resolve, reject) => {
      const lane = this.lanes.get(partition) ?? [];
      this.lanes.set(partition, lane);
      lane.push({ events, texts, resolve, reject });
      this.schedule();
    });
  }

  /**
   * One flush of all partitions at a time: what comes while Redis makes the last one durable
   * shares the next one. So a slow disk makes larger flushes instead of a longer queue.
   */
  private schedule(): void {
    if (this.isScheduled || this.underWay > 0 || this.lanes.size === 0) return;
    this.isScheduled = true;
    setImmediate(() => {
      this.isScheduled = false;
      const lanes = [...this.lanes];
      this.lanes.clear();
      for (const [partition, lane] of lanes) {
        while (lane.length > 0) void this.flush(partition, takeBatch(lane));
      }
    });
  }

  /** Sends one entry; its waiters are told whatever happens, so nothing here can reject. */
  private async flush(partition: number, batch: readonly Waiting[]): Promise<void> {
    const [first] = batch;
    if (first === undefined) return;
    const events = batch.length === 1 ? first.events : batch.flatMap((w) => w.events);
    const texts = batch.length === 1 ? first.texts : batch.flatMap((w) => w.texts);
    this.underWay += 1;
    try {
      const { deps } = this;
      const blob = encodeEntry(deps.door, events, texts);
      const reply = await deps.log.appendEncoded(partition, blob, events.length);
      deps.onUndecided(partition, reply.undecided);
      if (!reply.isOwned) deps.wake(partition);
      for (const { resolve, events: own } of batch) {
        resolve({ partition, count: own.length, appendedAtUs: reply.appendedAtUs });
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      this.underWay -= 1;
      this.waitingEvents -= events.length;
      this.schedule();
    }
  }
}

/** Whole callers' batches, in order, up to one entry's size; at least one. */
function takeBatch(lane: Waiting[]): Waiting[] {
  let count = 0;
  let taken = 0;
  for (const { events } of lane) {
    if (taken > 0 && count + events.length > DOOR_LIMITS.eventsPerEntry) break;
    count += events.length;
    taken += 1;
  }
  return lane.splice(0, taken);
}
