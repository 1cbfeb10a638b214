/** Where the log may not be cut into chunks as one likes. */
import type { LogEntry, LoggedEvent } from '../ports/loggedEvent.js';

/**
 * What comes back from quarantine begins a chunk: whether it is parked is asked of the store
 * before the chunk is decided, and an event before it in the same chunk may yet park it.
 */
export function beginsChunk({ isReplay }: Pick<LogEntry, 'isReplay'>): boolean {
  return isReplay;
}

/** A publication that counts for what was played before. */
export type Republication = Extract<LoggedEvent, { type: 'hunt.published.v1' }> & {
  readonly data: { readonly retroactive: { readonly shadow: string } };
};

/**
 * The publication for which an entry is a chunk of its own, because another state of its hunt is
 * put in place before it is decided. Only servers append one, each as an entry of its own.
 */
export function republicationIn({
  events: [event],
}: Pick<LogEntry, 'events'>): Republication | undefined {
  if (event?.type !== 'hunt.published.v1' || event.data.retroactive === undefined) return undefined;
  return event as Republication;
}
