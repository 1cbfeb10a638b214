'use server';
/** Steers a hunt through its phases from the list of hunts: an event in its log. */
import { z } from 'zod';
import { command } from '../command';
import { type OperateAnswer, operate } from '../operations';
import { contracts } from '../packages';

const Change = z.object({ slug: contracts.HuntSlug, phase: contracts.HuntPhase });

export type PhaseAnswer = OperateAnswer;

export const changeHuntPhase = command({
  name: 'change-phase',
  needs: 'operate',
  input: Change,
  wrongInput: 'No such hunt or phase.',
  run: ({ slug, phase }, context): Promise<PhaseAnswer> => {
    return operate(context, slug, { type: 'hunt.phase_changed.v1', data: { phase } });
  },
});
