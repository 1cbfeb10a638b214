/** The hunt as one team sees it: made by what answers its players, of the same state. */
import { z } from 'zod';
import type { TeamAnswer } from '../../../features/liveHunt/answers';
import { db, redis } from '../../connections';
import { contracts, core, database, streams } from '../../packages';
import { readHunt } from '../hunts';
import { clueHeads, huntRules } from './huntRules';
import { fromLedger } from './looking';

export const TeamQuery = z.object({ team: contracts.Name });

const BOARD_ROWS = 20;

/** Undefined when there is no such hunt, or the hunt has no such team. */
export async function readTeamView(
  slug: string,
  { team }: z.output<typeof TeamQuery>,
): Promise<TeamAnswer | undefined> {
  const live = await readHunt(slug);
  const rules = live && (await huntRules(live));
  if (live === undefined || rules === undefined) return undefined;
  const nowMs = Date.now();
  const [standing, { rows, frozenAt }, corrections, present] = await Promise.all([
    streams.readTeam(redis(), live, { team }),
    streams.readBoard(redis(), live, { limit: BOARD_ROWS, audience: 'players' }),
    fromLedger(database.liveReads(db()).corrections(slug, team)),
    streams.readPresentNow(redis(), { hunt: slug, team, nowMs }),
  ]);
  const own = standing.team;
  if (own === undefined) return undefined;
  return {
    state: core.teamSnapshot({ live, rules, team, standing, wallMs: nowMs }),
    ...(own.name === undefined ? {} : { name: own.name }),
    roster: core.teamView({ live, rules, team, standing, present }),
    divisions: rules.divisions,
    status: standing.hunt?.statuses.get(team) ?? 'playing',
    board: rows,
    ...(frozenAt === undefined ? {} : { frozenAt }),
    clues: clueHeads(rules),
    ...(corrections === undefined ? {} : { corrections }),
    nowMs,
  };
}
