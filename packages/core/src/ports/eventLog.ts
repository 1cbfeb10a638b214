/**
 * The log of one installation: append-only, in partitions, the truth from which all state is
 * folded. Guarantees every adapter keeps, tested by one suite on all of them:
 * entries of a partition have one order that never changes; an entry is read whole or not at all;
 * an append that was answered is read by every later reader; an append whose answer was lost may
 * stand once, twice or not at all.
 */
import type { LogEntry, LoggedEvent } from './loggedEvent.js';

export interface Append {
  readonly partition: number;
  readonly door: string;
  /** As in the entry; absent means no. */
  readonly isReplay?: boolean;
  /** 1 to 500. */
  readonly events: readonly LoggedEvent[];
}

export interface Appended {
  readonly entryId: string;
  /** Microseconds on the log's clock: the applied time of these events. */
  readonly appendedAtUs: number;
  /** Events of the partition not yet decided, this append included. */
  readonly undecided: number;
  /** False when no worker holds the partition, so that somebody must be woken. */
  readonly isOwned: boolean;
}

export interface ReadAfter {
  readonly partition: number;
  /** Entry id; `0-0` is before the first. */
  readonly after: string;
  /** At most this many entries; an entry holds up to 500 events. */
  readonly maxEntries: number;
  /** Nothing there: wait this long for an append. 0 answers at once. */
  readonly waitMs: number;
}

export interface EventLog {
  /** Rejects on I/O errors; the caller may append the same events again. */
  append(append: Append): Promise<Appended>;
  /**
   * Whole entries after a place, in order; empty when `waitMs` passed without one. An entry that
   * stays damaged says so and is read all the same. Rejects at one that a newer program wrote.
   */
  read(query: ReadAfter): Promise<readonly LogEntry[]>;
}
