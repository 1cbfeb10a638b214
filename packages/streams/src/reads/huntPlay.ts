/** How far a hunt is, read at one moment of its partition. */
import type { LiveHunt } from '@trove/contracts';
import type { HuntState } from '@trove/core';
import { parseHunt } from '../commit/stateCodec.js';
import type { TroveRedis } from '../connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from '../keys.js';

export interface HuntPlay {
  /** Undefined before the first event of it was decided. */
  readonly hunt: HuntState | undefined;
  /** Teams that have joined or played. */
  readonly teams: number;
}

export async function readHuntPlay(
  redis: TroveRedis,
  live: LiveHunt,
  space: KeySpace = DEFAULT_KEYS,
): Promise<HuntPlay> {
  const keys = partitionKeys(space, live.partition);
  const replies = await redis
    .multi()
    .hgetall(keys.hunt(live.slug))
    .hlen(keys.teams(live.slug))
    .exec();
  const [hunt, teams] = (replies ?? []).map(([, value]) => value);
  return {
    hunt: parseHunt(live.slug, hunt as Record<string, string>),
    teams: Number(teams ?? 0),
  };
}
