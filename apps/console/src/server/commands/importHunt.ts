'use server';
/** Makes a new hunt of a file; what is wrong with it as a hunt is mended in the draft. */
import { z } from 'zod';
import { command } from '../command';
import { beginDraftOf, type NewHuntAnswer } from '../drafts/newDraft';
import { contracts } from '../packages';

const { slug, title } = contracts.HuntDefinition.shape;
const text = z.string().max(contracts.HUNT_LIMITS.fileBytes);

export const importHunt = command({
  name: 'import-hunt',
  needs: 'design',
  input: z.object({ slug, title, text }),
  wrongInput:
    'A hunt needs a title of at most 120 characters, a name of a-z, 0-9 and -, and a file of at ' +
    `most ${contracts.HUNT_LIMITS.fileBytes} bytes.`,
  run: async ({ slug, title, text }, { viewer, note }): Promise<NewHuntAnswer> => {
    const answer = await beginDraftOf(text, { slug, title, by: viewer.email });
    if (answer.isDone) note({ subject: `draft:${slug}`, after: { title, text } });
    return answer;
  },
});
