'use server';
/** Steers a hunt through its phases from the list of hunts: an event in its log. */
import { z } from 'zod';
import { type OperateAnswer, operate } from '../operations';
import { contracts } from '../packages';
import { requireViewer } from '../viewer';

const Change = z.object({ slug: contracts.HuntSlug, phase: contracts.HuntPhase });

export type PhaseAnswer = OperateAnswer;

export async function changeHuntPhase(input: {
  readonly slug: string;
  readonly phase: string;
}): Promise<PhaseAnswer> {
  const viewer = await requireViewer();
  const change = Change.safeParse(input);
  if (!change.success) return { isDone: false, says: 'No such hunt or phase.' };
  const { slug, phase } = change.data;
  return await operate(viewer, slug, { type: 'hunt.phase_changed.v1', data: { phase } });
}
