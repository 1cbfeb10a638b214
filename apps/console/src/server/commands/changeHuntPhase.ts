'use server';
/** Pauses, resumes or ends a hunt: an event in its log, and a note of it for lists. */
import type { HuntPhase } from '@trove/contracts';
import { z } from 'zod';
import { command } from '../command';
import { db, huntDirectory, logger, redis } from '../connections';
import { contracts, database, streams } from '../packages';

const Change = z.object({ slug: contracts.HuntSlug, phase: contracts.HuntPhase });

export interface PhaseAnswer {
  readonly isDone: boolean;
  readonly says: string;
}

export const changeHuntPhase = command({
  name: 'change-phase',
  needs: 'operate',
  input: Change,
  wrongInput: 'No such hunt or phase.',
  run: async ({ slug, phase }, { viewer, note }): Promise<PhaseAnswer> => {
    const live = await huntDirectory().get(slug);
    if (!live) return { isDone: false, says: `No hunt named ${slug} is published.` };
    if (live.phase === 'ended') return { isDone: false, says: 'The hunt has ended for good.' };
    await streams.changePhase(redis(), { slug, phase, by: viewer.email });
    logger().info({ slug, phase, by: viewer.id }, 'phase changed');
    note({ subject: `hunt:${slug}`, before: { phase: live.phase }, after: { phase } });
    await noteForLists(slug, phase);
    return { isDone: true, says: `${live.title} is ${phase} now.` };
  },
});

/** The log has decided already; a list that learns of it later is no failure. */
async function noteForLists(slug: string, phase: HuntPhase): Promise<void> {
  try {
    await database.huntStore(db()).setPhase(slug, phase);
  } catch (error) {
    logger().warn({ err: error, slug }, 'the phase is not in PostgreSQL yet');
  }
}
