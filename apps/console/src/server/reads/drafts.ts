/** Reads of drafts for lists: without their files. */
import type { DraftsAnswer } from '../../features/hunts/answers';
import { db } from '../connections';
import { nextOpenings } from '../drafts/openings';
import { database } from '../packages';

/** Those that are worked on, then those that were put away; the last changed first. */
export async function readDrafts(): Promise<DraftsAnswer> {
  const drafts = database.draftStore(db());
  const [active, archived] = await Promise.all([drafts.list(false), drafts.list(true)]);
  const all = [...active, ...archived];
  const openings = await nextOpenings(
    all.map(({ slug, revision }) => ({ slug, kind: 'revision', number: revision })),
    Date.now(),
  );
  return {
    drafts: all.map(({ slug, title, revision, baseVersion, updatedBy, ...draft }, i) => ({
      ...{ slug, title, revision, baseVersion, updatedBy },
      baseRevision: draft.baseRevision,
      updatedAt: draft.updatedAt.toISOString(),
      isArchived: draft.archivedAt !== null,
      opensMs: openings[i],
    })),
  };
}
