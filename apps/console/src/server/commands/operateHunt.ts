'use server';
/** What an operator does to a live hunt. Ending it asks for its name: nothing takes that back. */
import { z } from 'zod';
import { command } from '../command';
import { type OperateAnswer, operate } from '../operations';
import { contracts } from '../packages';

const Order = z.object({
  slug: contracts.HuntSlug,
  operation: contracts.Operation,
  /** The hunt's name, written out by whoever ends it. */
  confirmed: z.string().optional(),
});

export const operateHunt = command({
  name: 'operate-hunt',
  needs: 'operate',
  input: Order,
  wrongInput: 'This can’t be asked for: something is missing or beyond its bounds.',
  run: async ({ slug, operation, confirmed }, context): Promise<OperateAnswer> => {
    const isEnd = operation.type === 'hunt.phase_changed.v1' && operation.data.phase === 'ended';
    if (isEnd && confirmed !== slug) {
      return { isDone: false, says: `Write ${slug} to end it: nothing takes that back.` };
    }
    return await operate(context, slug, operation);
  },
});
