/** What an event was answered first, for whoever asks when its result has left the log. */
import { type ArchivedEvent, findEvents } from '@trove/archive';
import { archiveReads } from '@trove/db';
import type { RecordSources } from './recordSources.js';

export interface EventOfHunt {
  readonly partition: number;
  readonly hunt: string;
  readonly eventId: string;
}

/**
 * Undefined when the archive does not hold it. Rejects when the archive can't be read, or
 * PostgreSQL is away.
 */
export async function firstDecided(
  { db, folder }: Pick<RecordSources, 'db' | 'folder'>,
  { partition, hunt, eventId }: EventOfHunt,
): Promise<ArchivedEvent | undefined> {
  const known = await archiveReads(db).files({ partition });
  const files = known.filter(({ hunts }) => hunts.includes(hunt));
  if (files.length === 0) return undefined;
  const found = await findEvents({ folder, files, known, wanted: { eventId } });
  return found.find((event) => event.hunt === hunt && !isRepeat(event));
}

/** True for an answer that an event gets only when it was answered before, or is too old. */
export function isRepeat({ outcome }: Pick<ArchivedEvent, 'outcome'>): boolean {
  return outcome === 'duplicate' || outcome === 'late';
}
