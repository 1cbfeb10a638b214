'use server';
/** Reviews of drafts: asked for, and given by somebody who wrote nothing of what is new in them. */
import type { StoredDraft } from '@trove/db';
import { z } from 'zod';
import { mayTakeOffReview } from '../../features/versions/mayTakeOffReview';
import { command } from '../command';
import { db } from '../connections';
import { contracts, database } from '../packages';
import type { Viewer } from '../viewer';

const REASON_CHARS = 500;
const At = z.object({ slug: contracts.HuntSlug, revision: z.number().int().min(1) });
const Ask = At.extend({ isNeeded: z.boolean() });
const Review = At.extend({ says: z.string().trim().min(1).max(REASON_CHARS) });

export interface ReviewAnswer {
  readonly isDone: boolean;
  readonly says: string;
}

const CHANGED = { isDone: false, says: 'The draft was changed since you looked at it.' };

export const askForReview = command({
  name: 'ask-for-review',
  needs: 'design',
  input: Ask,
  wrongInput: 'There is no such draft.',
  run: async ({ slug, revision, isNeeded }, { viewer, note }): Promise<ReviewAnswer> => {
    const drafts = database.draftStore(db());
    const draft = await drafts.find(slug);
    if (!draft || draft.revision !== revision) return CHANGED;
    const refused = refusalOfAsking(draft, viewer, isNeeded);
    if (refused) return refused;
    const set = { needsReview: isNeeded };
    const next = await drafts.change({ slug, revision, by: viewer.email, set });
    if (next === undefined) return CHANGED;
    const { needsReview } = draft;
    note({ subject: `draft:${slug}`, before: { needsReview }, after: { needsReview: isNeeded } });
    const says = isNeeded
      ? 'Publishing waits for somebody else’s review now.'
      : 'It can be published without a review.';
    return { isDone: true, says };
  },
});

export const reviewDraft = command({
  name: 'review-draft',
  needs: 'design',
  input: Review,
  wrongInput: `Say what you think of it, in at most ${REASON_CHARS} characters.`,
  run: async ({ slug, revision, says }, { viewer, note }): Promise<ReviewAnswer> => {
    const drafts = database.draftStore(db());
    const draft = await drafts.find(slug);
    if (!draft) return CHANGED;
    if (draft.writers.includes(viewer.email)) {
      return { isDone: false, says: 'Some of it is yours: somebody else has to look at it.' };
    }
    const isDone = await drafts.review({ slug, revision, by: viewer.email, says });
    if (!isDone) return CHANGED;
    const before = { reviewed: draft.reviewedRevision, says: draft.reviewSays };
    note({ subject: `draft:${slug}`, before, after: { reviewed: revision, says } });
    return { isDone, says: 'Reviewed: this very state of the draft can be published.' };
  },
});

/** Whom a review holds can't wave it off, nor make it their own by asking once more. */
function refusalOfAsking(
  { needsReview, reviewAskedBy }: StoredDraft,
  { email, role }: Viewer,
  isNeeded: boolean,
): ReviewAnswer | undefined {
  if (isNeeded === needsReview) return CHANGED;
  const asker = { email, isAdmin: contracts.mayDo(role, 'manage') };
  if (isNeeded || mayTakeOffReview(reviewAskedBy ?? undefined, asker)) return undefined;
  const who = reviewAskedBy ?? 'Somebody else';
  return { isDone: false, says: `${who} asked for a review: only they or an admin take it off.` };
}
