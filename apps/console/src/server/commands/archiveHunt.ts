'use server';
/** Puts a draft away, so that lists no longer show it, or takes it out again. Nothing is lost. */
import { z } from 'zod';
import { command } from '../command';
import { db } from '../connections';
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
  run: async ({ slug, isArchived }, { note }): Promise<ArchiveAnswer> => {
    const isThere = await database.draftStore(db()).archive(slug, isArchived);
    if (!isThere) return { isDone: false, says: `There is no draft named ${slug}.` };
    note({
      subject: `draft:${slug}`,
      before: { isArchived: !isArchived },
      after: { isArchived },
    });
    const says = isArchived ? 'put away; nothing of it is lost' : 'in the list again';
    return { isDone: true, says: `The draft of ${slug} is ${says}.` };
  },
});
