/** The progress of teams by clue: what they did from Redis, when from the ledger. */
import type { TeamState } from '@trove/core';
import type { TeamSolve } from '@trove/db';
import { z } from 'zod';
import type { ClueCell, ProgressAnswer, ProgressRow } from '../../../features/liveHunt/answers';
import { db, redis } from '../../connections';
import { core, database, streams } from '../../packages';
import { findTeams } from './findTeams';
import { clueHeads } from './huntRules';
import { fromLedger, type Looking, lookAt } from './looking';
import { teamOutlines } from './teamOutlines';

export const ProgressQuery = z.object({
  from: z.coerce.number().int().min(0).default(0),
  count: z.coerce.number().int().min(1).max(100).default(50),
  /** Part of a team's name or id. */
  find: z.string().trim().max(64).optional(),
});

/** Undefined when no hunt of this name is published. */
export async function readProgress(
  slug: string,
  { from, count, find }: z.output<typeof ProgressQuery>,
): Promise<ProgressAnswer | undefined> {
  const looking = await lookAt(slug);
  if (looking === undefined) return undefined;
  const { live, rules, nowMs } = looking;
  const all = await streams.readTeamNames(redis(), live);
  const found = find ? findTeams(all, await teamOutlines(live), find) : all;
  const names = found.slice(from, from + count);
  const [teams, solves] = await Promise.all([
    streams.readTeams(redis(), live, { teams: names }),
    fromLedger(database.liveReads(db()).solvesOf(slug, names)),
  ]);
  const times = solvesByTeam(solves ?? []);
  return {
    clues: clueHeads(rules),
    rows: teams.map((team) => rowOf(looking, team, times.get(team.team))),
    total: found.length,
    from,
    nowMs,
    hasTimes: solves !== undefined,
  };
}

type Solves = ReadonlyMap<string, TeamSolve>;

function solvesByTeam(solves: readonly TeamSolve[]): Map<string, Map<string, TeamSolve>> {
  const found = new Map<string, Map<string, TeamSolve>>();
  for (const solve of solves) {
    const ofTeam = found.get(solve.team) ?? new Map<string, TeamSolve>();
    found.set(solve.team, ofTeam);
    ofTeam.set(solve.clue, solve);
  }
  return found;
}

function rowOf(looking: Looking, team: TeamState, solves: Solves | undefined): ProgressRow {
  const { score, solved, name } = team;
  return {
    team: team.team,
    ...(name === undefined ? {} : { name }),
    status: looking.hunt.statuses.get(team.team) ?? 'playing',
    score,
    solved: solved.size,
    cells: cellsOf(looking, team, solves),
  };
}

/** A team's clues, with when it solved them where the ledger has said so. */
export function cellsOf(
  { rules, hunt, nowMs }: Looking,
  team: TeamState,
  solves: Solves = new Map(),
): ClueCell[] {
  return core.clueProgress(rules, { hunt, team, nowMs }).map((progress) => {
    const solve = solves.get(progress.clue);
    if (solve === undefined) return progress;
    return { ...progress, solvedMs: solve.committedMs, points: solve.points };
  });
}
