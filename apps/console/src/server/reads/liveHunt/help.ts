/** Teams that may need help: those longest without a solve, and what they are stuck at. */
import type { TeamState } from '@trove/core';
import type { HelpAnswer, HelpRow } from '../../../features/liveHunt/answers';
import { db, redis } from '../../connections';
import { core, database, streams } from '../../packages';
import { helpQueue } from './helpQueue';
import { clueHeads } from './huntRules';
import { fromLedger, type Looking, lookAt } from './looking';
import { cellsOf } from './progress';
import { teamOutlines } from './teamOutlines';

/** Teams of one answer: more than anybody helps in one evening. */
const ROWS = 200;

/** Undefined when no hunt of this name is published. */
export async function readHelp(slug: string): Promise<HelpAnswer | undefined> {
  const looking = await lookAt(slug);
  if (looking === undefined) return undefined;
  const { live, rules, hunt, nowMs } = looking;
  const [names, outlines, solved] = await Promise.all([
    streams.readTeamNames(redis(), live),
    teamOutlines(live),
    fromLedger(database.liveReads(db()).lastSolves(slug)),
  ]);
  const openedMs = core.huntOpenedMs(rules, hunt);
  const sinceOf = (team: string) => solved?.get(team) ?? openedMs;
  const queue = helpQueue({ names, outlines, rules, hunt, sinceOf });
  const longest = queue.slice(0, ROWS);
  const teams = await streams.readTeams(redis(), live, { teams: longest });
  return {
    clues: clueHeads(rules),
    rows: teams.map((team) => rowOf(looking, team, sinceOf(team.team))),
    total: queue.length,
    nowMs,
    hasTimes: solved !== undefined,
  };
}

function rowOf(looking: Looking, team: TeamState, sinceMs: number): HelpRow {
  const cells = cellsOf(looking, team).filter(({ status }) => status !== 'solved');
  const { name, score, solved } = team;
  return {
    team: team.team,
    ...(name === undefined ? {} : { name }),
    score,
    solved: solved.size,
    sinceMs,
    hasSolved: solved.size > 0,
    stuck: cells.filter(({ wrong, hints }) => wrong > 0 || hints.length > 0),
    open: cells.filter(({ status }) => status === 'open').map(({ clue }) => clue),
  };
}
