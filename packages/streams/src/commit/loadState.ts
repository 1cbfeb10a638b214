/** Reads the hunts, teams and players a chunk names: in one round trip, two for a new hunt. */
import {
  type HuntMemory,
  type LoadedState,
  newMemory,
  type StateQuery,
  type TeamState,
  WHOLE_HUNT_TEAMS,
} from '@trove/core';
import type { TroveRedis } from '../connectRedis.js';
import type { PartitionKeys } from '../keys.js';
import { parseMemory, parseTrail } from './memoryCodec.js';
import { teamInDirectory } from './rosterCodec.js';
import { parseHunt, parseTeam } from './stateCodec.js';
import { parseWatch } from './watchCodec.js';

/** Fields of one hash that are asked for together. */
interface Asked {
  readonly key: string;
  readonly fields: string[];
  readonly indexes: number[];
}

export async function loadState(
  redis: TroveRedis,
  keys: PartitionKeys,
  { hunts, teams, players, replays }: StateQuery,
): Promise<LoadedState> {
  const askedTeams = group(teams, ({ hunt, team }) => ({ key: keys.teams(hunt), field: team }));
  const askedTrails = group(teams, ({ hunt, team }) => ({ key: keys.trails(hunt), field: team }));
  const askedWatches = group(teams, ({ hunt, team }) => ({ key: keys.watches(hunt), field: team }));
  const askedPlayers = group(players, ({ hunt, player }) => {
    return { key: keys.players(hunt), field: player };
  });
  const pipeline = redis.pipeline();
  for (const hunt of hunts) pipeline.hgetall(keys.hunt(hunt));
  for (const hunt of hunts) pipeline.hgetall(keys.recommend(hunt));
  for (const hunt of hunts) pipeline.hlen(keys.teams(hunt));
  for (const asked of [askedTeams, askedTrails, askedWatches, askedPlayers]) {
    for (const { key, fields } of asked) pipeline.hmget(key, ...fields);
  }
  const replies = await valuesOf(pipeline);
  const take = (count: number) => replies.splice(0, count);
  const huntFields = take(hunts.length) as Fields[];
  const memories = (take(hunts.length) as Fields[]).map(parseMemory);
  const sizes = take(hunts.length);
  const teamTexts = spread(askedTeams, take(askedTeams.length), teams.length);
  const trailTexts = spread(askedTrails, take(askedTrails.length), teams.length);
  const watchTexts = spread(askedWatches, take(askedWatches.length), teams.length);
  const playerTeams = spread(askedPlayers, take(askedPlayers.length), players.length);
  return {
    hunts: hunts.map((hunt, i) => parseHunt(hunt, huntFields[i] as Fields)),
    ...(await loadWholes({ redis, keys, hunts, sizes, memories })),
    teams: teams.map((name, i) => {
      const text = teamTexts[i] ?? undefined;
      return text === undefined ? undefined : parseTeam(name, text);
    }),
    trails: trailTexts.map((text) => (text === null ? undefined : parseTrail(text))),
    teamWatches: watchTexts.map((text) => (text === null ? undefined : parseWatch(text))),
    players: playerTeams.map(teamInDirectory),
    parked: await loadParked(redis, keys, replays),
  };
}

/** Replays are rare: they have a round trip of their own. */
async function loadParked(
  redis: TroveRedis,
  keys: PartitionKeys,
  replays: StateQuery['replays'],
): Promise<boolean[]> {
  if (replays.length === 0) return [];
  const pipeline = redis.pipeline();
  for (const { hunt, identity } of replays) {
    pipeline.sismember(keys.parked(hunt), Buffer.from(identity, 'latin1'));
  }
  return (await valuesOf(pipeline)).map((answer) => answer === 1);
}

type Fields = Readonly<Record<string, string>>;

async function valuesOf(pipeline: ReturnType<TroveRedis['pipeline']>): Promise<unknown[]> {
  return ((await pipeline.exec()) ?? []).map(([error, value]) => {
    if (error !== null) throw error;
    return value;
  });
}

type LoadedWholes = Pick<LoadedState, 'wholes' | 'memories' | 'watches'>;

interface Wholes {
  readonly redis: TroveRedis;
  readonly keys: PartitionKeys;
  readonly hunts: readonly string[];
  /** How many teams each hunt has. */
  readonly sizes: readonly unknown[];
  readonly memories: readonly (HuntMemory | undefined)[];
}

/** Teams, with their trails and watches, of the hunts that are small enough. */
async function loadWholes(asked: Wholes): Promise<LoadedWholes> {
  const { redis, keys, hunts, sizes, memories } = asked;
  const isSmall = (i: number) => Number(sizes[i]) <= WHOLE_HUNT_TEAMS;
  // A hunt without teams too: what is remembered of those that have moved nothing is there.
  const named = hunts.filter((_, i) => isSmall(i));
  const pipeline = redis.pipeline();
  for (const hunt of named) {
    pipeline.hgetall(keys.teams(hunt)).hgetall(keys.trails(hunt)).hgetall(keys.watches(hunt));
  }
  const replies = (named.length > 0 ? await valuesOf(pipeline) : []) as Fields[];
  const found = new Map(named.map((hunt, i) => [hunt, replies.slice(i * 3, i * 3 + 3)]));
  return {
    wholes: hunts.map((hunt, i): TeamState[] | undefined => {
      if (!isSmall(i)) return undefined;
      const texts = found.get(hunt)?.[0] ?? {};
      return Object.entries(texts).map(([team, text]) => parseTeam({ hunt, team }, text));
    }),
    memories: hunts.map((hunt, i) => {
      const texts = Object.entries(found.get(hunt)?.[1] ?? {});
      if (texts.length === 0) return memories[i];
      const trails = new Map(texts.map(([team, text]) => [team, parseTrail(text)]));
      return { ...(memories[i] ?? newMemory()), trails };
    }),
    watches: hunts.map((hunt) => {
      const texts = Object.entries(found.get(hunt)?.[2] ?? {});
      return new Map(texts.map(([team, text]) => [team, parseWatch(text)]));
    }),
  };
}

function group<T>(
  items: readonly T[],
  place: (item: T) => { key: string; field: string },
): Asked[] {
  const byKey = new Map<string, Asked>();
  items.forEach((item, index) => {
    const { key, field } = place(item);
    const asked = byKey.get(key) ?? { key, fields: [], indexes: [] };
    byKey.set(key, asked);
    asked.fields.push(field);
    asked.indexes.push(index);
  });
  return [...byKey.values()];
}

function spread(asked: readonly Asked[], replies: readonly unknown[], size: number) {
  const texts = new Array<string | null>(size).fill(null);
  asked.forEach(({ indexes }, i) => {
    const values = replies[i] as (string | null)[];
    indexes.forEach((index, j) => {
      texts[index] = values[j] ?? null;
    });
  });
  return texts;
}
