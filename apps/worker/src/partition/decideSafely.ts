/**
 * Decide never throws for what an event can contain, but a bug may. It names the event it was met
 * at, which becomes `quarantined`, and the others go on. So do all events of an entry that is
 * damaged.
 */
import {
  type Chunk,
  type Decision,
  decide,
  type LogEntry,
  type StateView,
  UndecidableError,
} from '@trove/core';

export interface SafeDecision {
  readonly decision: Decision;
  /** Why each quarantined event could not be decided, by its index in the chunk. */
  readonly poisoned: ReadonlyMap<number, unknown>;
}

export function decideSafely(chunk: Omit<Chunk, 'poisoned'>, view: StateView): SafeDecision {
  const poisoned = damagedIn(chunk.entries);
  const size = chunk.entries.reduce((sum, { events }) => sum + events.length, 0);
  for (let tries = 0; tries <= size; tries += 1) {
    try {
      const decision = decide({ ...chunk, poisoned: new Set(poisoned.keys()) }, view);
      return { decision, poisoned };
    } catch (error) {
      if (error instanceof UndecidableError) poisoned.set(error.index, error.cause);
      else poisoned.set(culprit({ chunk, view, poisoned, size }), error);
    }
  }
  throw new Error('a chunk fails with every event taken out');
}

function damagedIn(entries: readonly LogEntry[]): Map<number, unknown> {
  const damaged = new Map<number, unknown>();
  let first = 0;
  for (const { events, damage } of entries) {
    for (let i = 0; damage !== undefined && i < events.length; i += 1) {
      damaged.set(first + i, new Error(`its log entry is damaged: ${damage}`));
    }
    first += events.length;
  }
  return damaged;
}

interface Search {
  readonly chunk: Omit<Chunk, 'poisoned'>;
  readonly view: StateView;
  readonly poisoned: ReadonlyMap<number, unknown>;
  readonly size: number;
}

/** Of a failure behind the last event: the index of the last one of the shortest run that fails. */
function culprit({ chunk, view, poisoned, size }: Search): number {
  const fails = (count: number): boolean => {
    try {
      const entries = beginning(chunk.entries, count);
      decide({ ...chunk, entries, poisoned: new Set(poisoned.keys()) }, view);
      return false;
    } catch {
      return true;
    }
  };
  let low = 1;
  let high = size;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (fails(middle)) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}

function beginning(entries: readonly LogEntry[], count: number): LogEntry[] {
  const kept: LogEntry[] = [];
  let left = count;
  for (const entry of entries) {
    if (left <= 0) break;
    kept.push({ ...entry, events: entry.events.slice(0, left) });
    left -= entry.events.length;
  }
  return kept;
}
