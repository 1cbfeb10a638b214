/** The board of any instant, and who was first by which clock; both from the ledger. */
import type { LiveHunt } from '@trove/contracts';
import { z } from 'zod';
import type { FinishAnswer, TimelineAnswer } from '../../../features/liveHunt/answers';
import { db, redis } from '../../connections';
import { contracts, database, streams } from '../../packages';
import { readHunt } from '../hunts';
import { clueHeads, huntRules } from './huntRules';

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
  const nameOf = await namesOf(live, board.rows);
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
  const nameOf = await namesOf(live, finish);
  return {
    clues: clueHeads(rules),
    finish: finish.map((one) => ({ ...one, ...nameOf(one.team) })),
  };
}

/** The ledger knows teams by their ids; the partition knows what they are called. */
async function namesOf(live: LiveHunt, rows: readonly { readonly team: string }[]) {
  const teams = [...new Set(rows.map(({ team }) => team))];
  const states = await streams.readTeams(redis(), live, { teams });
  const names = new Map(states.map(({ team, name }) => [team, name]));
  return (team: string): { readonly name?: string } => {
    const name = names.get(team);
    return name === undefined ? {} : { name };
  };
}
