/** A draft as designers see it: its value, and all that a linter says of it. */
import type { DraftReview, DraftView } from '@trove/contracts';
import type { StoredDraft } from '@trove/db';
import { db } from '../connections';
import { core, database } from '../packages';

/** Undefined when there is no such draft. */
export async function readDraft(slug: string): Promise<DraftView | undefined> {
  const draft = await database.draftStore(db()).find(slug);
  return draft && (await viewOf(draft));
}

export async function viewOf(draft: StoredDraft): Promise<DraftView> {
  const { slug, title, revision, baseVersion, source, updatedBy, updatedAt } = draft;
  const newest = await database.huntReads(db()).newestVersion(slug);
  const { findings, unsaid } = core.lintHuntFile(source);
  return {
    slug,
    title,
    revision,
    baseVersion,
    lastVersion: newest?.version ?? 0,
    value: core.valueOfHuntFile(source),
    source,
    findings,
    unsaid,
    review: reviewOf(draft),
    updatedBy,
    updatedAt: updatedAt.toISOString(),
  };
}

/** A review is of one revision, and of another's work. */
export function reviewOf(draft: StoredDraft): DraftReview {
  const { needsReview, reviewAskedBy, reviewedRevision, reviewedBy, reviewSays, revision } = draft;
  return {
    isNeeded: needsReview,
    isDone: reviewedRevision === revision,
    ...(reviewAskedBy === null ? {} : { askedBy: reviewAskedBy }),
    ...(reviewedBy === null ? {} : { by: reviewedBy }),
    ...(reviewSays === null ? {} : { says: reviewSays }),
  };
}
