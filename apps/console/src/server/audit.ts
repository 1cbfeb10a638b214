/** Writes the audit log: who changed what, with what it was before and what it is after. */
import type { AuditNote } from './command';
import { db, logger } from './connections';
import { database } from './packages';
import type { Viewer } from './viewer';

/**
 * The change has been made by now, so that a log that can't be written must not undo or hide it:
 * the whole entry then stands in the process's own log, and what is done to live hunts is an event
 * of theirs as well.
 */
export async function noteAudit(
  viewer: Pick<Viewer, 'id' | 'email'>,
  act: string,
  change: AuditNote,
): Promise<void> {
  const entry = { actor: viewer.id, name: viewer.email, act, ...change };
  try {
    await database.auditStore(db()).add(entry);
  } catch (error) {
    logger().error({ err: error, audit: entry }, 'an audit entry is not in PostgreSQL');
  }
}
