/** What a door needs of a partition to tell a team what to try next. */
import type { LiveHunt } from '@trove/contracts';
import {
  type ClueFigures,
  COMPANIONS,
  type CoVisits,
  NO_TRAIL,
  type RankWeights,
  readCoVisits,
  startWeights,
  type Trail,
} from '@trove/core';
import {
  crowdField,
  figuresField,
  HOTTEST_FIELD,
  NAMES_FIELD,
  parseFigures,
  parseHottest,
  parseNames,
  parseTrail,
  parseWeights,
  togetherField,
  WEIGHTS_FIELD,
} from '../commit/memoryCodec.js';
import { HUNT_HEAD, parseHunt, parseTeam } from '../commit/stateCodec.js';
import type { TroveRedis } from '../connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from '../keys.js';
import { MEMORY_SLICE } from '../limits.js';
import type { TeamStanding } from './boardReads.js';

/** A hunt here has its scalars; its counts by clue and rule are left out. */
export interface TeamTrail extends TeamStanding {
  readonly trail: Trail;
  /** What was visited together with the clues the team solved last, by slot. */
  readonly together: ReadonlyMap<number, CoVisits>;
}

export async function readTrail(
  redis: TroveRedis,
  live: LiveHunt,
  options: { team: string; keys?: KeySpace },
): Promise<TeamTrail> {
  const keys = partitionKeys(options.keys ?? DEFAULT_KEYS, live.partition);
  const replies = await redis
    .multi()
    .hget(keys.hunt(live.slug), HUNT_HEAD)
    .hget(keys.teams(live.slug), options.team)
    .hget(keys.trails(live.slug), options.team)
    .hmget(keys.meta, 'epoch', 'decided')
    .exec();
  const [head, team, trailText, meta] = (replies ?? []).map(([error, value]) => {
    if (error !== null) throw error;
    return value as string | null;
  });
  const [epoch, decided] = meta as unknown as (string | null)[];
  const trail = typeof trailText === 'string' ? parseTrail(trailText) : NO_TRAIL;
  const slots = trail.recent.slice(0, COMPANIONS.recent);
  return {
    hunt: typeof head === 'string' ? parseHunt(live.slug, { [HUNT_HEAD]: head }) : undefined,
    team:
      typeof team === 'string'
        ? parseTeam({ hunt: live.slug, team: options.team }, team)
        : undefined,
    epoch: Number(epoch ?? 0),
    offset: Number(decided ?? 0),
    trail,
    together: await readTogether(redis, keys.recommend(live.slug), slots),
  };
}

async function readTogether(
  redis: TroveRedis,
  key: string,
  slots: readonly number[],
): Promise<ReadonlyMap<number, CoVisits>> {
  const found = new Map<number, CoVisits>();
  if (slots.length === 0) return found;
  const texts = await redis.hmget(key, ...slots.map(togetherField));
  texts.forEach((text, i) => {
    if (text !== null) found.set(slots[i] as number, readCoVisits(text));
  });
  return found;
}

/** What all teams of a hunt are ranked by, without what was visited together. */
export interface HuntFigures {
  /** Clues by slot. */
  readonly names: readonly string[];
  readonly figures: ReadonlyMap<number, ClueFigures>;
  readonly crowds: ReadonlyMap<number, number>;
  readonly hottest: readonly number[];
  readonly weights: RankWeights;
}

/**
 * Figures of a hunt as its partition keeps them. A large hunt is read slice by slice, so that
 * nobody else waits for all of it.
 */
export async function readFigures(
  redis: TroveRedis,
  live: LiveHunt,
  options: { keys?: KeySpace } = {},
): Promise<HuntFigures> {
  const keys = partitionKeys(options.keys ?? DEFAULT_KEYS, live.partition);
  const key = keys.recommend(live.slug);
  const [names, top, weights] = await redis.hmget(key, NAMES_FIELD, HOTTEST_FIELD, WEIGHTS_FIELD);
  const ids = parseNames(names);
  const figures = new Map<number, ClueFigures>();
  const crowds = new Map<number, number>();
  for (let from = 0; from < ids.length; from += MEMORY_SLICE) {
    const slots = [...ids.keys()].slice(from, from + MEMORY_SLICE);
    const fields = [...slots.map(figuresField), ...slots.map(crowdField)];
    const texts = await redis.hmget(key, ...fields);
    slots.forEach((slot, i) => {
      const [own, crowd] = [texts[i], texts[slots.length + i]];
      if (typeof own === 'string') figures.set(slot, parseFigures(own));
      if (typeof crowd === 'string') crowds.set(slot, Number(crowd));
    });
  }
  return {
    names: ids,
    figures,
    crowds,
    hottest: parseHottest(top),
    weights: parseWeights(weights) ?? startWeights(),
  };
}
