/** Several teams of a hunt at one moment of its partition: for those who tell them how they stand. */
import type { LiveHunt } from '@trove/contracts';
import type { TeamStanding } from '@trove/core';
import { parseTeam } from '../commit/stateCodec.js';
import type { TroveRedis } from '../connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from '../keys.js';

/** In the order asked for. One round trip; the caller bounds how many it asks for. */
export async function readStandings(
  redis: TroveRedis,
  live: LiveHunt,
  { teams, keys: space }: { readonly teams: readonly string[]; readonly keys?: KeySpace },
): Promise<Omit<TeamStanding, 'hunt'>[]> {
  if (teams.length === 0) return [];
  const keys = partitionKeys(space ?? DEFAULT_KEYS, live.partition);
  const replies = await redis
    .multi()
    .hmget(keys.teams(live.slug), ...teams)
    .hmget(keys.meta, 'epoch', 'decided')
    .exec();
  const [texts, meta] = (replies ?? []).map(([, value]) => value as (string | null)[]);
  return teams.map((team, i) => {
    const text = texts?.[i] ?? undefined;
    return {
      team: text === undefined ? undefined : parseTeam({ hunt: live.slug, team }, text),
      epoch: Number(meta?.[0] ?? 0),
      offset: Number(meta?.[1] ?? 0),
    };
  });
}
