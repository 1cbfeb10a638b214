/** Reads the hunts, teams and players a chunk names: in one round trip, two for a new hunt. */
import { type LoadedState, type StateQuery, type TeamState, WHOLE_HUNT_TEAMS } from '@trove/core';
import type { TroveRedis } from '../connectRedis.js';
import type { PartitionKeys } from '../keys.js';
import { parseHunt, parseTeam } from './stateCodec.js';

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
  const askedPlayers = group(players, ({ hunt, player }) => {
    return { key: keys.players(hunt), field: player };
  });
  const pipeline = redis.pipeline();
  for (const hunt of hunts) pipeline.hgetall(keys.hunt(hunt));
  for (const { key, fields } of [...askedTeams, ...askedPlayers]) pipeline.hmget(key, ...fields);
  for (const hunt of hunts) pipeline.hlen(keys.teams(hunt));
  const replies = await valuesOf(pipeline);
  const sizes = replies.slice(hunts.length + askedTeams.length + askedPlayers.length);
  const teamTexts = spread(askedTeams, replies.slice(hunts.length), teams.length);
  const playerTeams = spread(
    askedPlayers,
    replies.slice(hunts.length + askedTeams.length, replies.length - hunts.length),
    players.length,
  );
  return {
    hunts: hunts.map((hunt, i) => parseHunt(hunt, replies[i] as Record<string, string>)),
    wholes: await loadWholes({ redis, keys, hunts, sizes }),
    teams: teams.map((name, i) => {
      const text = teamTexts[i] ?? undefined;
      return text === undefined ? undefined : parseTeam(name, text);
    }),
    players: playerTeams.map((team) => team ?? undefined),
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

async function valuesOf(pipeline: ReturnType<TroveRedis['pipeline']>): Promise<unknown[]> {
  return ((await pipeline.exec()) ?? []).map(([error, value]) => {
    if (error !== null) throw error;
    return value;
  });
}

interface Wholes {
  readonly redis: TroveRedis;
  readonly keys: PartitionKeys;
  readonly hunts: readonly string[];
  /** How many teams each hunt has. */
  readonly sizes: readonly unknown[];
}

async function loadWholes({ redis, keys, hunts, sizes }: Wholes): Promise<LoadedState['wholes']> {
  const isSmall = (i: number) => Number(sizes[i]) <= WHOLE_HUNT_TEAMS;
  const pipeline = redis.pipeline();
  const asked = hunts.filter((_, i) => isSmall(i) && Number(sizes[i]) > 0);
  for (const hunt of asked) pipeline.hgetall(keys.teams(hunt));
  const replies = asked.length > 0 ? await valuesOf(pipeline) : [];
  return hunts.map((hunt, i): TeamState[] | undefined => {
    if (!isSmall(i)) return undefined;
    const texts = (replies[asked.indexOf(hunt)] ?? {}) as Record<string, string>;
    return Object.entries(texts).map(([team, text]) => parseTeam({ hunt, team }, text));
  });
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
