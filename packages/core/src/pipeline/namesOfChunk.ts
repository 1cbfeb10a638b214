/** What a chunk names that is not known yet, so that the caller can load it before it decides. */
import { directoryNames, isMembership } from '../game/membership.js';
import type { LogEntry, LoggedEvent } from '../ports/loggedEvent.js';
import { isControl } from './isControl.js';

export interface ChunkNames {
  readonly hunts: readonly string[];
  readonly teams: readonly { readonly hunt: string; readonly team: string }[];
  /** Names that are asked for in directories of players: of players, and codes of teams. */
  readonly joins: readonly { readonly hunt: string; readonly player: string }[];
  readonly replays: readonly { readonly hunt: string; readonly identity: string }[];
  /** Publications inside the chunk. */
  readonly published: readonly { readonly hash: string; readonly version: number }[];
}

/** Which teams of a hunt are known: a set of names, or something that holds every name. */
export type KnownTeams = Pick<ReadonlySet<string>, 'has'>;

/** @param known what was looked up before, by hunt */
export function namesOfChunk(
  entries: readonly LogEntry[],
  known: ReadonlyMap<string, KnownTeams>,
): ChunkNames {
  const missing = new Map<string, Set<string>>();
  const joins: { hunt: string; player: string }[] = [];
  const replays: { hunt: string; identity: string }[] = [];
  const published: { hash: string; version: number }[] = [];
  for (const { events, isReplay } of entries) {
    for (const event of events) {
      if (isReplay) replays.push({ hunt: event.hunt, identity: event.identity });
      if (known.get(event.hunt)?.has(event.team) !== true) addTeam(missing, event);
      if (!isControl(event)) continue;
      if (event.type === 'hunt.published.v1') published.push(event.data);
      if (!isMembership(event)) continue;
      for (const player of directoryNames(event)) joins.push({ hunt: event.hunt, player });
    }
  }
  const hunts = [...missing.keys()].filter((hunt) => !known.has(hunt));
  const teams = [...missing].flatMap(([hunt, names]) => [...names].map((team) => ({ hunt, team })));
  return { hunts, teams, joins, replays, published };
}

function addTeam(missing: Map<string, Set<string>>, { hunt, team }: LoggedEvent): void {
  const names = missing.get(hunt);
  if (names === undefined) missing.set(hunt, new Set([team]));
  else names.add(team);
}
