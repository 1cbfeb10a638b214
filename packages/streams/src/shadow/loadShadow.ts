/** Reads of a shadow what recomputing further events takes, as state that may be written. */
import {
  emptyCells,
  isControl,
  type LoggedEvent,
  namesOfChunk,
  newMemory,
  type StateCells,
  type TeamWatch,
  type Trail,
} from '@trove/core';
import { loadState } from '../commit/loadState.js';
import type { TroveRedis } from '../connectRedis.js';
import { DEFAULT_KEYS, shadowKeys } from '../keys.js';
import type { ShadowName } from './stageShadow.js';

/** Everything that these events may touch; of a small hunt everything there is. */
export async function loadShadow(
  redis: TroveRedis,
  { partition, hunt, shadow, keys = DEFAULT_KEYS }: ShadowName,
  events: readonly LoggedEvent[],
): Promise<StateCells> {
  const names = [...new Set(events.flatMap(teamsNamed))];
  const teams = names.map((team) => ({ hunt, team }));
  const { joins } = namesOfChunk([{ ...ENTRY, events }], new Map());
  const query = { partition, hunts: [hunt], teams, players: joins, replays: [] };
  const loaded = await loadState(redis, shadowKeys(keys, partition, shadow), query);
  const cells = emptyCells();
  const [state] = loaded.hunts;
  if (state !== undefined) cells.hunts.set(hunt, state);
  const known = [...(loaded.wholes[0] ?? []), ...loaded.teams];
  cells.teams.set(hunt, new Map(known.flatMap((team) => (team ? [[team.team, team]] : []))));
  const memory = loaded.memories[0] ?? newMemory();
  cells.memories.set(hunt, { ...memory, trails: withNamed(memory.trails, names, loaded.trails) });
  const watches = withNamed<TeamWatch>(loaded.watches[0], names, loaded.teamWatches);
  cells.watches.set(hunt, watches);
  joins.forEach(({ player }, i) => {
    const team = loaded.players[i];
    if (team !== undefined) cells.players.set(`${hunt}\n${player}`, team);
  });
  return cells;
}

/** Stands for the entries of the log, which say nothing that is asked here. */
const ENTRY = { id: '', appendedAtUs: 0, door: '', isReplay: false } as const;

/** The team an event stands with, and the one that a server's event is about. */
function teamsNamed(event: LoggedEvent): string[] {
  const about = isControl(event) && 'team' in event.data ? event.data.team : undefined;
  return about === undefined ? [event.team] : [event.team, about];
}

function withNamed<T extends TeamWatch | Trail>(
  known: ReadonlyMap<string, T> | undefined,
  names: readonly string[],
  found: readonly (T | undefined)[],
): Map<string, T> {
  const all = new Map(known);
  names.forEach((name, i) => {
    const value = found[i];
    if (value !== undefined) all.set(name, value);
  });
  return all;
}
