/** Brings state of a partition forward by a committed decision: the in-memory twin of COMMIT. */
import { type HuntState, newHunt, type TeamState } from '../game/state.js';
import type { TeamWatch } from '../quality/teamWatch.js';
import { applyMemoryChange, type HuntMemory } from '../recommend/huntMemory.js';
import type { Decision, HuntChange } from './decision.js';

/** The hunt after a change. Its count maps are written in place: copying them is not free. */
export function applyHuntChange(base: HuntState | undefined, change: HuntChange): HuntState {
  const from = base ?? newHunt(change.slug);
  const solves = from.solves as Map<string, number>;
  const firsts = from.firsts as Map<string, number>;
  for (const [clue, count] of change.solves) solves.set(clue, count);
  for (const [rule, count] of change.firsts) firsts.set(rule, count);
  return {
    slug: change.slug,
    version: change.version,
    hash: change.hash,
    phase: change.phase,
    startsMs: change.startsMs,
    frozenAtMs: change.frozenAtMs,
    startedAtMs: change.startedAtMs,
    maxTimeMs: change.maxTimeMs,
    ids: change.ids,
    watermarkMs: change.watermarkMs,
    lastPlayMs: change.lastPlayMs,
    floorMs: change.floorMs,
    solved: change.solved,
    teamsMade: change.teamsMade,
    wrongAnswers: change.wrongAnswers ?? from.wrongAnswers,
    statuses: change.statuses ?? from.statuses,
    broadcasts: change.broadcasts ?? from.broadcasts,
    opened: change.opened ?? from.opened,
    solves,
    firsts,
  };
}

export interface StateCells {
  hunts: Map<string, HuntState>;
  /** By hunt, then team. */
  teams: Map<string, Map<string, TeamState>>;
  /** Team by `${hunt}\n${player}`, and by the codes of teams. */
  players: Map<string, string>;
  /** What recommendations are made of, by hunt. */
  memories: Map<string, HuntMemory>;
  /** What checks of quality remember, by hunt, then team. */
  watches: Map<string, Map<string, TeamWatch>>;
  /** Scores by team as they stood when a board was frozen, by hunt; kept where it is there. */
  frozen?: Map<string, ReadonlyMap<string, number>>;
}

export function applyDecision(cells: StateCells, decision: Decision): void {
  for (const change of decision.hunts) {
    const { slug, memory } = change;
    if (cells.frozen !== undefined) freeze(cells.frozen, change, cells.teams.get(slug));
    cells.hunts.set(slug, applyHuntChange(cells.hunts.get(slug), change));
    cells.memories.set(slug, applyMemoryChange(cells.memories.get(slug), memory));
    if (change.watches.size === 0) continue;
    const watches = innerMap(cells.watches, slug);
    for (const [team, watch] of change.watches) watches.set(team, watch);
  }
  for (const team of decision.teams) innerMap(cells.teams, team.hunt).set(team.team, team);
  for (const { hunt, player, team } of decision.players) {
    if (team === undefined) cells.players.delete(`${hunt}\n${player}`);
    else cells.players.set(`${hunt}\n${player}`, team);
  }
}

/** The board as it stood before the decision, but for what came before the freeze in it. */
function freeze(
  frozen: NonNullable<StateCells['frozen']>,
  { slug, frozenAtMs, frozenScores }: HuntChange,
  teams: ReadonlyMap<string, TeamState> = new Map(),
): void {
  if (frozenAtMs === 0) frozen.delete(slug);
  if (frozenScores === undefined) return;
  const before = [...teams.values()].map(({ team, score }) => [team, score] as const);
  frozen.set(slug, new Map([...before, ...frozenScores]));
}

function innerMap<V>(outer: Map<string, Map<string, V>>, key: string): Map<string, V> {
  let inner = outer.get(key);
  if (inner === undefined) {
    inner = new Map();
    outer.set(key, inner);
  }
  return inner;
}
