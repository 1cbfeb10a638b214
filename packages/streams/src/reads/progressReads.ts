/** Many teams of a hunt at once, as they stand in its partition: for those who look after all. */
import type { LiveHunt } from '@trove/contracts';
import type { HuntState, TeamState } from '@trove/core';
import { parseHunt, parseTeam } from '../commit/stateCodec.js';
import type { TroveRedis } from '../connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from '../keys.js';
import { PROGRESS_LIMITS } from '../limits.js';

/** A hunt's own state; undefined before its first commit. One round trip. */
export async function readHuntState(
  redis: TroveRedis,
  live: LiveHunt,
  space: KeySpace = DEFAULT_KEYS,
): Promise<HuntState | undefined> {
  const { hunt } = partitionKeys(space, live.partition);
  return parseHunt(live.slug, await redis.hgetall(hunt(live.slug)));
}

/** Names of all teams, the most points first; at most 20,000. */
export async function readTeamNames(
  redis: TroveRedis,
  live: LiveHunt,
  space: KeySpace = DEFAULT_KEYS,
): Promise<string[]> {
  const { board } = partitionKeys(space, live.partition);
  return await redis.zrange(board(live.slug), 0, String(PROGRESS_LIMITS.names - 1), 'REV');
}

/** These teams, in the order asked for; those that the hunt does not have are left out. */
export async function readTeams(
  redis: TroveRedis,
  live: LiveHunt,
  options: { readonly teams: readonly string[]; readonly keys?: KeySpace },
): Promise<TeamState[]> {
  const { teams } = partitionKeys(options.keys ?? DEFAULT_KEYS, live.partition);
  const names = options.teams.slice(0, PROGRESS_LIMITS.teams);
  if (names.length === 0) return [];
  const texts = await redis.hmget(teams(live.slug), ...names);
  return texts.flatMap((text, i) => {
    return text === null ? [] : [parseTeam({ hunt: live.slug, team: names[i] ?? '' }, text)];
  });
}

/** A team at a glance. */
export type TeamOutline = Pick<TeamState, 'name' | 'solved'>;

/** Of all teams, by id. A page of teams at a time, so that nothing else waits long for Redis. */
export async function readTeamOutlines(
  redis: TroveRedis,
  live: LiveHunt,
  space: KeySpace = DEFAULT_KEYS,
): Promise<Map<string, TeamOutline>> {
  const key = partitionKeys(space, live.partition).teams(live.slug);
  const outlines = new Map<string, TeamOutline>();
  let cursor = '0';
  do {
    const [next, fields] = await redis.hscan(key, cursor, 'COUNT', PROGRESS_LIMITS.page);
    for (let i = 0; i < fields.length; i += 2) {
      const [team = '', text = ''] = [fields[i], fields[i + 1]];
      const { name, solved } = parseTeam({ hunt: live.slug, team }, text);
      outlines.set(team, { name, solved });
    }
    cursor = next;
  } while (cursor !== '0' && outlines.size < PROGRESS_LIMITS.outlines);
  return outlines;
}
