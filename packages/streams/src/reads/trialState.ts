/** What a hunt and one of its teams have come to, as the state that an event can be tried on. */
import type { LiveHunt } from '@trove/contracts';
import { newMemory, type StateCells } from '@trove/core';
import { loadState } from '../commit/loadState.js';
import type { TroveRedis } from '../connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from '../keys.js';

export interface TrialState {
  /** A copy: whoever tries an event may write in it. */
  readonly cells: StateCells;
  /** False where the hunt has more teams than are loaded together. */
  readonly hasAllTeams: boolean;
  /** Whether the team has done anything yet. */
  readonly isTeamKnown: boolean;
}

/** Undefined before the hunt's publication is decided. Rejects when Redis does not answer. */
export async function readTrialState(
  redis: TroveRedis,
  live: LiveHunt,
  options: { team: string; keys?: KeySpace },
): Promise<TrialState | undefined> {
  const { partition, slug } = live;
  const { team, keys = DEFAULT_KEYS } = options;
  const state = await loadState(redis, partitionKeys(keys, partition), {
    ...{ partition, hunts: [slug], teams: [{ hunt: slug, team }] },
    ...{ players: [], replays: [] },
  });
  const hunt = state.hunts[0];
  if (hunt === undefined) return undefined;
  const teams = new Map((state.wholes[0] ?? []).map((one) => [one.team, one]));
  const [one, watch, trail] = [state.teams[0], state.teamWatches[0], state.trails[0]];
  if (one !== undefined) teams.set(team, one);
  const watches = new Map(state.watches[0]);
  if (watch !== undefined) watches.set(team, watch);
  const memory = state.memories[0] ?? newMemory();
  const trails = new Map(memory.trails);
  if (trail !== undefined) trails.set(team, trail);
  const cells = {
    hunts: new Map([[slug, hunt]]),
    teams: new Map([[slug, teams]]),
    players: new Map<string, string>(),
    memories: new Map([[slug, { ...memory, trails }]]),
    watches: new Map([[slug, watches]]),
  };
  return { cells, hasAllTeams: state.wholes[0] !== undefined, isTeamKnown: one !== undefined };
}
