/** Reads the hunts, teams and players a chunk names, in one round trip. */
import type { LoadedState, StateQuery } from '@trove/core';
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
  { hunts, teams, players }: StateQuery,
): Promise<LoadedState> {
  const askedTeams = group(teams, ({ hunt, team }) => ({ key: keys.teams(hunt), field: team }));
  const askedPlayers = group(players, ({ hunt, player }) => {
    return { key: keys.players(hunt), field: player };
  });
  const pipeline = redis.pipeline();
  for (const hunt of hunts) pipeline.hgetall(keys.hunt(hunt));
  for (const { key, fields } of [...askedTeams, ...askedPlayers]) pipeline.hmget(key, ...fields);
  const replies = ((await pipeline.exec()) ?? []).map(([error, value]) => {
    if (error !== null) throw error;
    return value;
  });
  const teamTexts = spread(askedTeams, replies.slice(hunts.length), teams.length);
  const playerTeams = spread(
    askedPlayers,
    replies.slice(hunts.length + askedTeams.length),
    players.length,
  );
  return {
    hunts: hunts.map((hunt, i) => parseHunt(hunt, replies[i] as Record<string, string>)),
    teams: teams.map((name, i) => parseTeam(name, teamTexts[i] ?? null)),
    players: playerTeams.map((team) => team ?? undefined),
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
