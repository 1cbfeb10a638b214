/** Teams of a hunt at one moment of its partition, without the hunt, which can be large. */
import type { LiveHunt } from '@trove/contracts';
import type { TeamStanding } from '@trove/core';
import { parseTeam } from '../commit/stateCodec.js';
import type { TroveRedis } from '../connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from '../keys.js';

/** A team without its hunt; no team where nothing was committed for it yet. */
export type OwnStanding = Omit<TeamStanding, 'hunt'>;

/** In the order asked for. One round trip; the caller bounds how many it asks for. */
export async function readStandings(
  redis: TroveRedis,
  live: LiveHunt,
  { teams, keys: space }: { readonly teams: readonly string[]; readonly keys?: KeySpace },
): Promise<OwnStanding[]> {
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

export async function readStanding(
  redis: TroveRedis,
  live: LiveHunt,
  { team, keys = DEFAULT_KEYS }: { readonly team: string; readonly keys?: KeySpace },
): Promise<OwnStanding> {
  const [standing] = await readStandings(redis, live, { teams: [team], keys });
  return standing ?? { team: undefined, epoch: 0, offset: 0 };
}
