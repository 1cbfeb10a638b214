/** What a door needs of a partition to tell a team what to try next. */
import type { LiveHunt } from '@trove/contracts';
import type { Followers, TeamStanding, Trail } from '@trove/core';
import { NO_TRAIL } from '@trove/core';
import { followersField, heatField, parseFollowers, parseTrail } from '../commit/memoryCodec.js';
import { HUNT_HEAD, HUNT_STATUSES, parseHunt, parseTeam } from '../commit/stateCodec.js';
import type { TroveRedis } from '../connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from '../keys.js';

/** A hunt here has its scalars; its counts by clue and rule are left out. */
export interface TeamTrail extends TeamStanding {
  readonly trail: Trail;
  readonly followers: Followers | undefined;
}

export async function readTrail(
  redis: TroveRedis,
  live: LiveHunt,
  options: { team: string; keys?: KeySpace },
): Promise<TeamTrail> {
  const keys = partitionKeys(options.keys ?? DEFAULT_KEYS, live.partition);
  const replies = await redis
    .multi()
    .hmget(keys.hunt(live.slug), HUNT_HEAD, HUNT_STATUSES)
    .hget(keys.teams(live.slug), options.team)
    .hget(keys.trails(live.slug), options.team)
    .hmget(keys.meta, 'epoch', 'decided')
    .exec();
  const [head, team, trailText, meta] = (replies ?? []).map(([error, value]) => {
    if (error !== null) throw error;
    return value as string | null;
  });
  const [headText, statuses] = head as unknown as (string | null)[];
  const [epoch, decided] = meta as unknown as (string | null)[];
  const trail = typeof trailText === 'string' ? parseTrail(trailText) : NO_TRAIL;
  const text =
    trail.last === undefined
      ? null
      : await redis.hget(keys.recommend(live.slug), followersField(trail.last));
  return {
    hunt: headText
      ? parseHunt(live.slug, { [HUNT_HEAD]: headText, [HUNT_STATUSES]: statuses ?? '[]' })
      : undefined,
    team:
      typeof team === 'string'
        ? parseTeam({ hunt: live.slug, team: options.team }, team)
        : undefined,
    epoch: Number(epoch ?? 0),
    offset: Number(decided ?? 0),
    trail,
    followers: text === null ? undefined : parseFollowers(text),
  };
}

/** Popularity of these clues as the partition keeps it; those never solved are left out. */
export async function readHeat(
  redis: TroveRedis,
  live: LiveHunt,
  options: { clues: readonly string[]; keys?: KeySpace },
): Promise<ReadonlyMap<string, number>> {
  const keys = partitionKeys(options.keys ?? DEFAULT_KEYS, live.partition);
  const { clues } = options;
  const texts = await redis.hmget(keys.recommend(live.slug), ...clues.map(heatField));
  const heat = new Map<string, number>();
  texts.forEach((text, i) => {
    if (text !== null) heat.set(clues[i] as string, Number(text));
  });
  return heat;
}
