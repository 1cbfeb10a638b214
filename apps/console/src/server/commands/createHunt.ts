'use server';
/** Makes a new hunt of a template: a draft that nobody plays before it is published. */
import { z } from 'zod';
import { TEMPLATES } from '../../features/hunts/templates';
import { command } from '../command';
import { beginDraft, type NewHuntAnswer, newJoinCode } from '../drafts/newDraft';
import { contracts } from '../packages';
import { TEMPLATE_FILES } from '../templates/templates';

const { slug, title } = contracts.HuntDefinition.shape;
const Input = z.object({ slug, title, template: z.enum(TEMPLATES.map(({ id }) => id)) });

export const createHunt = command({
  name: 'create-hunt',
  needs: 'design',
  input: Input,
  wrongInput: 'A hunt needs a title of at most 120 characters and a name of a-z, 0-9 and -.',
  run: async ({ slug, title, template }, { viewer, note }): Promise<NewHuntAnswer> => {
    const source = TEMPLATE_FILES[template]({ slug, title, joinCode: newJoinCode() });
    const by = viewer.email;
    const draft = { slug, title, source, baseVersion: 0, by, isWritten: true };
    const answer = await beginDraft(draft);
    if (answer.isDone) note({ subject: `draft:${slug}`, after: { title, template } });
    return answer;
  },
});
