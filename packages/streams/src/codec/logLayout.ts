/** Reads one log entry as the events it holds. */
import type { EventTrace, LoggedEvent } from '@trove/core';
import { EntryView } from './entryView.js';
import { StoredEvent } from './storedEvent.js';

export interface DecodedEntry {
  readonly door: string;
  readonly isReplay: boolean;
  readonly events: LoggedEvent[];
  readonly traces?: readonly EventTrace[];
}

/** Throws an `UnknownWriter` on what this program does not know, and on a damaged blob. */
export function decodeEntry(blob: Buffer): DecodedEntry {
  const entry = new EntryView(blob);
  const events = new Array<LoggedEvent>(entry.count);
  for (let i = 0; i < entry.count; i += 1) {
    // The door's contract parsed this data before it was written; a union can't follow a number.
    events[i] = new StoredEvent(entry, i) as unknown as LoggedEvent;
  }
  const { door, isReplay, traces } = entry;
  return traces === undefined ? { door, isReplay, events } : { door, isReplay, events, traces };
}
