'use server';
/** Makes a new hunt of another: of its draft, or of its newest version where it has none. */
import { z } from 'zod';
import { command } from '../command';
import { db } from '../connections';
import { beginDraft, type NewHuntAnswer } from '../drafts/newDraft';
import { contracts, core, database } from '../packages';

const { slug, title } = contracts.HuntDefinition.shape;

export const duplicateHunt = command({
  name: 'duplicate-hunt',
  needs: 'design',
  input: z.object({ of: contracts.HuntSlug, slug, title }),
  wrongInput: 'A hunt needs a title of at most 120 characters and a name of a-z, 0-9 and -.',
  run: async ({ of, slug, title }, { viewer, note }): Promise<NewHuntAnswer> => {
    const original = await sourceOf(of);
    if (original === undefined) return { isDone: false, says: `There is no hunt named ${of}.` };
    const named = core.editHuntFile(original, [
      { op: 'add', path: '/slug', value: slug },
      { op: 'add', path: '/title', value: title },
    ]);
    if (!named.isGood) return { isDone: false, says: named.says };
    const source = named.text;
    const by = viewer.email;
    const draft = { slug, title, source, baseVersion: 0, by, isWritten: true };
    const answer = await beginDraft(draft);
    if (answer.isDone) note({ subject: `draft:${slug}`, after: { title, of } });
    return answer;
  },
});

async function sourceOf(slug: string): Promise<string | undefined> {
  const draft = await database.draftStore(db()).find(slug);
  if (draft) return draft.source;
  const reads = database.huntReads(db());
  const newest = await reads.newestVersion(slug);
  return newest && (await reads.version(slug, newest.version))?.source;
}
