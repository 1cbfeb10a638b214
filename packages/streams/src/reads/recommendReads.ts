/** What a door needs of a partition to tell a team what to try next. */
import type { LiveHunt } from '@trove/contracts';
import {
  type ClueFigures,
  type CoVisits,
  NO_TRAIL,
  type RankWeights,
  readCoVisits,
  startWeights,
  type TeamStanding,
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
  TOGETHER_PREFIX,
  WEIGHTS_FIELD,
} from '../commit/memoryCodec.js';
import {
  HUNT_HEAD,
  HUNT_OPENED,
  HUNT_STATUSES,
  parseHunt,
  parseTeam,
} from '../commit/stateCodec.js';
import type { TroveRedis } from '../connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from '../keys.js';

/** A hunt here has its scalars; its counts by clue and rule are left out. */
export interface TeamTrail extends TeamStanding {
  readonly trail: Trail;
  /** What was visited together with the clues the team solved last, by slot. */
  readonly together: ReadonlyMap<number, CoVisits>;
}

/** In one round trip: every team that asks waits for it. */
export async function readTrail(
  redis: TroveRedis,
  live: LiveHunt,
  options: { team: string; keys?: KeySpace },
): Promise<TeamTrail> {
  const { slug } = live;
  const keys = partitionKeys(options.keys ?? DEFAULT_KEYS, live.partition);
  const of = [keys.hunt(slug), keys.teams(slug), keys.trails(slug)];
  const all = [...of, keys.meta, keys.recommend(slug)];
  const args = [HUNT_HEAD, HUNT_STATUSES, options.team, TOGETHER_PREFIX, HUNT_OPENED];
  const reply = (await redis.troveTrail(all.length, ...all, ...args)) as (string | null)[];
  const [head, statuses, team, trailText, epoch, decided, opened, ...together] = reply;
  const trail = typeof trailText === 'string' ? parseTrail(trailText) : NO_TRAIL;
  return {
    hunt:
      typeof head === 'string'
        ? parseHunt(slug, {
            [HUNT_HEAD]: head,
            [HUNT_STATUSES]: statuses ?? '[]',
            [HUNT_OPENED]: opened ?? '[]',
          })
        : undefined,
    team:
      typeof team === 'string' ? parseTeam({ hunt: slug, team: options.team }, team) : undefined,
    epoch: Number(epoch ?? 0),
    offset: Number(decided ?? 0),
    trail,
    together: togetherOf(trail, together),
  };
}

function togetherOf(
  { recent }: Trail,
  texts: readonly (string | null)[],
): ReadonlyMap<number, CoVisits> {
  const found = new Map<number, CoVisits>();
  recent.forEach((slot, i) => {
    const text = texts[i];
    if (typeof text === 'string') found.set(slot, readCoVisits(text));
  });
  return found;
}

/** What all teams of a hunt are ranked by, without what is known of single clues. */
export interface FiguresHead {
  /** Clues by slot. */
  readonly names: readonly string[];
  readonly hottest: readonly number[];
  readonly weights: RankWeights;
}

export async function readFiguresHead(
  redis: TroveRedis,
  live: LiveHunt,
  options: { keys?: KeySpace } = {},
): Promise<FiguresHead> {
  const key = partitionKeys(options.keys ?? DEFAULT_KEYS, live.partition).recommend(live.slug);
  const [names, top, weights] = await redis.hmget(key, NAMES_FIELD, HOTTEST_FIELD, WEIGHTS_FIELD);
  return {
    names: parseNames(names),
    hottest: parseHottest(top),
    weights: parseWeights(weights) ?? startWeights(),
  };
}

/** The figures of some clues, by slot; what is not in it has none. */
export interface FiguresSlice {
  readonly figures: ReadonlyMap<number, ClueFigures>;
  readonly crowds: ReadonlyMap<number, number>;
}

/** Nobody else on Redis waits for all of a large hunt when its clues are read some at a time. */
export async function readFiguresSlice(
  redis: TroveRedis,
  live: LiveHunt,
  { slots, keys = DEFAULT_KEYS }: { slots: readonly number[]; keys?: KeySpace },
): Promise<FiguresSlice> {
  const figures = new Map<number, ClueFigures>();
  const crowds = new Map<number, number>();
  if (slots.length === 0) return { figures, crowds };
  const key = partitionKeys(keys, live.partition).recommend(live.slug);
  const fields = [...slots.map(figuresField), ...slots.map(crowdField)];
  const texts = await redis.hmget(key, ...fields);
  slots.forEach((slot, i) => {
    const [own, crowd] = [texts[i], texts[slots.length + i]];
    if (typeof own === 'string') figures.set(slot, parseFigures(own));
    if (typeof crowd === 'string') crowds.set(slot, Number(crowd));
  });
  return { figures, crowds };
}
