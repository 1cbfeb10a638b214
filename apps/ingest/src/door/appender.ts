/**
 * Gathers good events into appends: one entry a partition and turn of the event loop while it is
 * quiet, larger entries as soon as appends are under way. Every caller waits for its own events.
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

interface Lane {
  waiting: Waiting[];
  inFlight: number;
  isScheduled: boolean;
}

export class Appender {
  private readonly lanes = new Map<number, Lane>();
  private waitingEvents = 0;

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
    const lane = this.laneOf(partition);
    this.waitingEvents += events.length;
    return new Promise((resolve, reject) => {
      lane.waiting.push({ events, texts, resolve, reject });
      this.schedule(partition, lane);
    });
  }

  private laneOf(partition: number): Lane {
    let lane = this.lanes.get(partition);
    if (lane === undefined) {
      lane = { waiting: [], inFlight: 0, isScheduled: false };
      this.lanes.set(partition, lane);
    }
    return lane;
  }

  private schedule(partition: number, lane: Lane): void {
    if (lane.isScheduled || lane.inFlight >= DOOR_LIMITS.appendsInFlight) return;
    lane.isScheduled = true;
    setImmediate(() => {
      lane.isScheduled = false;
      while (lane.waiting.length > 0 && lane.inFlight < DOOR_LIMITS.appendsInFlight) {
        void this.flush(partition, lane);
      }
    });
  }

  /** Sends one entry; its waiters are told whatever happens, so nothing here can reject. */
  private async flush(partition: number, lane: Lane): Promise<void> {
    const batch = takeBatch(lane);
    const events =
      batch.length === 1 ? (batch[0] as Waiting).events : batch.flatMap((w) => w.events);
    const texts = batch.length === 1 ? (batch[0] as Waiting).texts : batch.flatMap((w) => w.texts);
    lane.inFlight += 1;
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
      lane.inFlight -= 1;
      this.waitingEvents -= events.length;
      if (lane.waiting.length > 0) this.schedule(partition, lane);
    }
  }
}

/** Whole callers' batches, in order, up to one entry's size. */
function takeBatch(lane: Lane): Waiting[] {
  let count = 0;
  let taken = 0;
  for (const { events } of lane.waiting) {
    if (taken > 0 && count + events.length > DOOR_LIMITS.eventsPerEntry) break;
    count += events.length;
    taken += 1;
  }
  return lane.waiting.splice(0, taken);
}
