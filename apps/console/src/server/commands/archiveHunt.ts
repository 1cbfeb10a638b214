'use server';
/**
 * Puts a hunt's draft away, so that lists no longer show it, or takes it out again. Nothing is
 * lost. With it goes the hunt, once it is over; one without a draft is given one that says so.
 */
import { z } from 'zod';
import { command } from '../command';
import { db } from '../connections';
import { beginDraft } from '../drafts/beginDraft';
import { contracts, database } from '../packages';

export interface ArchiveAnswer {
  readonly isDone: boolean;
  readonly says: string;
}

export const archiveHunt = command({
  name: 'archive-hunt',
  needs: 'design',
  input: z.object({ slug: contracts.HuntSlug, isArchived: z.boolean() }),
  wrongInput: 'There is no such draft.',
  run: async ({ slug, isArchived }, context): Promise<ArchiveAnswer> => {
    const store = database.draftStore(db());
    if (!(await store.archive(slug, isArchived))) {
      const begun = await beginDraft(slug, context);
      if (!begun.isDone) return begun;
      await store.archive(slug, isArchived);
    }
    context.note({
      subject: `draft:${slug}`,
      before: { isArchived: !isArchived },
      after: { isArchived },
    });
    const says = isArchived ? 'put away; nothing of it is lost' : 'in the list again';
    return { isDone: true, says: `${slug} is ${says}.` };
  },
});
