'use server';
/** Begins a draft of a published hunt. */
import { z } from 'zod';
import { command } from '../command';
import { beginDraft } from '../drafts/beginDraft';
import { contracts } from '../packages';

export const startDraft = command({
  name: 'start-draft',
  needs: 'design',
  input: z.object({ slug: contracts.HuntSlug }),
  wrongInput: 'There is no such hunt.',
  run: async ({ slug }, context) => await beginDraft(slug, context),
});
