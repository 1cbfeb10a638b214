/** Boards made of scores, and what changes between two of them. */
import { BACKTEST_LIMITS, type BoardRow, type RankChange } from '@trove/contracts';
import type { TeamState } from '../game/state.js';

export type Scores = ReadonlyMap<string, number>;

export function scoresOf(teams: ReadonlyMap<string, TeamState>): Map<string, number> {
  return new Map([...teams].map(([team, { score }]) => [team, score]));
}

/** Points of the teams that stand on the board: those of playtesters do not. */
export function boardOf(teams: ReadonlyMap<string, TeamState>): Map<string, number> {
  return scoresOf(new Map([...teams].filter(([, { isPlaytest }]) => !isPlaytest)));
}

/** Equal scores share a rank and stand in the order of their names. */
export function rankScores(scores: Scores): BoardRow[] {
  const pairs = [...scores].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  let rank = 0;
  let last: number | undefined;
  return pairs.map(([team, score], i) => {
    if (score !== last) rank = i + 1;
    last = score;
    return { rank, team, score };
  });
}

export interface BoardChange {
  readonly teams: number;
  /** Teams with another rank. */
  readonly teamsMoved: number;
  readonly pointsGained: number;
  readonly pointsLost: number;
  /** Teams among the first of either board, in the order of the new one. */
  readonly ranks: RankChange[];
}

/**
 * A team that stands on one board only has no points on the other.
 *
 * @param nameOf what a team is called, where it is known
 */
export function changeOfBoards(
  before: Scores,
  after: Scores,
  nameOf: (team: string) => string | undefined,
): BoardChange {
  const teams = [...new Set([...after.keys(), ...before.keys()])];
  const was = new Map(rankScores(withAll(before, teams)).map((row) => [row.team, row]));
  const ranks: RankChange[] = [];
  const sum = { teams: teams.length, teamsMoved: 0, pointsGained: 0, pointsLost: 0 };
  for (const { team, ...place } of rankScores(withAll(after, teams))) {
    const { rank, score } = was.get(team) as BoardRow;
    if (rank !== place.rank) sum.teamsMoved += 1;
    if (place.score > score) sum.pointsGained += place.score - score;
    else sum.pointsLost += score - place.score;
    const isShown = Math.min(rank, place.rank) <= BACKTEST_LIMITS.rankedTeams;
    if (!isShown || ranks.length >= 2 * BACKTEST_LIMITS.rankedTeams) continue;
    ranks.push({ team, name: nameOf(team), before: { rank, score }, after: place });
  }
  return { ...sum, ranks };
}

/** What each team gains or loses from one board to another; teams that don't are left out. */
export function movesBetween(before: Scores, after: Scores): Map<string, number> {
  const moves = new Map<string, number>();
  for (const team of new Set([...before.keys(), ...after.keys()])) {
    const points = (after.get(team) ?? 0) - (before.get(team) ?? 0);
    if (points !== 0) moves.set(team, points);
  }
  return moves;
}

function withAll(scores: Scores, teams: readonly string[]): Scores {
  return new Map(teams.map((team) => [team, scores.get(team) ?? 0]));
}
