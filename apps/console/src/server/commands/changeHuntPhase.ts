'use server';
/** Pauses, resumes or ends a hunt: an event in its log, and a note of it for lists. */
import type { HuntPhase } from '@trove/contracts';
import { z } from 'zod';
import { db, huntDirectory, logger, redis } from '../connections';
import { contracts, database, streams } from '../packages';
import { requireViewer } from '../viewer';

const Change = z.object({ slug: contracts.HuntSlug, phase: contracts.HuntPhase });

export interface PhaseAnswer {
  readonly isDone: boolean;
  readonly says: string;
}

export async function changeHuntPhase(input: {
  readonly slug: string;
  readonly phase: string;
}): Promise<PhaseAnswer> {
  const viewer = await requireViewer();
  const change = Change.safeParse(input);
  if (!change.success) return { isDone: false, says: 'No such hunt or phase.' };
  const { slug, phase } = change.data;
  const live = await huntDirectory().get(slug);
  if (!live) return { isDone: false, says: `No hunt named ${slug} is published.` };
  if (live.phase === 'ended') return { isDone: false, says: 'The hunt has ended for good.' };
  await streams.changePhase(redis(), { slug, phase, by: viewer.email });
  logger().info({ slug, phase, by: viewer.id }, 'phase changed');
  await noteForLists(slug, phase);
  return { isDone: true, says: `${live.title} is ${phase} now.` };
}

/** The log has decided already; a list that learns of it later is no failure. */
async function noteForLists(slug: string, phase: HuntPhase): Promise<void> {
  try {
    await database.huntStore(db()).setPhase(slug, phase);
  } catch (error) {
    logger().warn({ err: error, slug }, 'the phase is not in PostgreSQL yet');
  }
}
