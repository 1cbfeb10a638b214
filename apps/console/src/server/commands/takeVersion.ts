'use server';
/** Puts a version in the place of the draft, to go on from it or to publish it anew. */
import { z } from 'zod';
import { command } from '../command';
import { db } from '../connections';
import { viewOf } from '../drafts/draftView';
import { GONE } from '../drafts/publishable';
import { contracts, database } from '../packages';
import type { SaveAnswer } from './saveDraft';

const Take = z.object({
  slug: contracts.HuntSlug,
  version: z.number().int().min(1),
  /** Of the draft as the designer saw it. */
  revision: z.number().int().min(1),
});

/** The draft follows the newest version from then on: publishing it takes that one's place. */
export const takeVersion = command({
  name: 'take-version',
  needs: 'design',
  input: Take,
  wrongInput: 'There is no such version.',
  run: async ({ slug, version, revision }, { viewer, note }): Promise<SaveAnswer> => {
    const [drafts, reads] = [database.draftStore(db()), database.huntReads(db())];
    const [before, taken, newest] = await Promise.all([
      drafts.find(slug),
      reads.version(slug, version),
      reads.newestVersion(slug),
    ]);
    if (!before) return GONE;
    if (!taken || !newest) return { isDone: false, says: `${slug} has no version ${version}.` };
    const { source, title } = taken;
    const isNewest = newest.version === version;
    const base = isNewest ? { baseVersion: version } : { follows: newest.version };
    const set = { source, title, ...base };
    const next = await drafts.change({ slug, revision, by: viewer.email, set });
    const draft = await drafts.find(slug);
    if (!draft) return GONE;
    if (next === undefined) {
      const says = `${draft.updatedBy} has changed this draft meanwhile: it is as they left it.`;
      return { isDone: false, says, newer: await viewOf(draft) };
    }
    const after = { revision: next, version };
    note({ subject: `draft:${slug}`, before: { text: before.source }, after });
    return { isDone: true, draft: await viewOf(draft) };
  },
});
