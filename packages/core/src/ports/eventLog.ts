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
  /** 1 to 500. */
  readonly events: readonly LoggedEvent[];
}

export interface Appended {
  readonly entryId: string;
  /** Events of the partition not yet decided, this append included. */
  readonly undecided: number;
  /** False when no worker holds the partition, so that somebody must be woken. */
  readonly isOwned: boolean;
}

export interface ReadAfter {
  readonly partition: number;
  /** Entry id; `0-0` is before the first. */
  readonly after: string;
  /** Stop after the entry that reaches this many events. */
  readonly maxEvents: number;
}

export interface EventLog {
  /** Rejects on I/O errors; the caller may append the same events again. */
  append(append: Append): Promise<Appended>;
  /** Whole entries after a place, in order; empty at the end. */
  read(query: ReadAfter): Promise<readonly LogEntry[]>;
  /** Resolves true when an entry after the place exists, false when `waitMs` passed first. */
  waitFor(query: { partition: number; after: string; waitMs: number }): Promise<boolean>;
}
