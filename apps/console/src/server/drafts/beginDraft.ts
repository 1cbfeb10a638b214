/** Begins a draft of a published hunt, as its newest version stands. */
import type { CommandContext } from '../command';
import { db } from '../connections';
import { database } from '../packages';

export interface BegunDraft {
  readonly isDone: boolean;
  readonly says: string;
}

export async function beginDraft(
  slug: string,
  { viewer, note }: CommandContext,
): Promise<BegunDraft> {
  const reads = database.huntReads(db());
  const newest = await reads.newestVersion(slug);
  const version = newest && (await reads.version(slug, newest.version));
  if (!version) return { isDone: false, says: `No hunt named ${slug} is published.` };
  const isNew = await database.draftStore(db()).create({
    slug,
    title: version.title,
    source: version.source,
    baseVersion: version.version,
    by: viewer.email,
    isWritten: false,
  });
  // Two designers who start it at once work on the same draft from then on.
  if (isNew) note({ subject: `draft:${slug}`, after: { baseVersion: version.version } });
  return { isDone: true, says: 'The draft is there.' };
}
