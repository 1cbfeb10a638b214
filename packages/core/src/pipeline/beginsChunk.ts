/** Where the log may not be cut into chunks as one likes. */
import type { LogEntry } from '../ports/loggedEvent.js';

/**
 * What comes back from quarantine begins a chunk: whether it is parked is asked of the store
 * before the chunk is decided, and an event before it in the same chunk may yet park it.
 */
export function beginsChunk({ isReplay }: Pick<LogEntry, 'isReplay'>): boolean {
  return isReplay;
}
