/** Names an entry of the quarantine in lists and in the screen's address. */
import type { QuarantineEntry } from '@trove/contracts';

/** Where an entry rests, which is unique, unlike its id. */
export function keyOfEntry(entry: QuarantineEntry): string {
  return `${entry.stream}:${entry.streamId}`;
}
