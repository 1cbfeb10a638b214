/** The board of any instant, and who was first by which clock; both from the ledger. */
import { z } from 'zod';
import type { FinishAnswer, TimelineAnswer } from '../../../features/liveHunt/answers';
import { db } from '../../connections';
import { contracts, database } from '../../packages';
import { readHunt } from '../hunts';
import { clueHeads, huntRules } from './huntRules';
import { namesOf } from './namesOf';

export const TimelineQuery = z.object({
  /** Absent: now. */
  at: z.coerce.number().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
});

export const FinishQuery = z.object({
  clue: contracts.LocalId.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

/** Undefined when no hunt of this name is published. */
export async function readTimeline(
  slug: string,
  { at: atMs, limit }: z.output<typeof TimelineQuery>,
): Promise<TimelineAnswer | undefined> {
  const live = await readHunt(slug);
  if (live === undefined) return undefined;
  const reads = database.liveReads(db());
  const beganMs = performance.now();
  const [board, span] = await Promise.all([
    reads.boardAt(slug, atMs === undefined ? { limit } : { atMs, limit }),
    reads.span(slug),
  ]);
  const nameOf = await namesOf(
    live,
    board.rows.map(({ team }) => team),
  );
  return {
    ...board,
    rows: board.rows.map((row) => ({ ...row, ...nameOf(row.team) })),
    ...(atMs === undefined ? {} : { atMs }),
    ...(span === undefined ? {} : { span }),
    tookMs: performance.now() - beganMs,
  };
}

/** Undefined when no hunt of this name is published. */
export async function readFinish(
  slug: string,
  { clue, limit }: z.output<typeof FinishQuery>,
): Promise<FinishAnswer | undefined> {
  const live = await readHunt(slug);
  const rules = live && (await huntRules(live));
  if (live === undefined || rules === undefined) return undefined;
  const query = clue === undefined ? { limit } : { clue, limit };
  const finish = await database.liveReads(db()).photoFinish(slug, query);
  const nameOf = await namesOf(
    live,
    finish.map(({ team }) => team),
  );
  return {
    clues: clueHeads(rules),
    finish: finish.map((one) => ({ ...one, ...nameOf(one.team) })),
  };
}
