/** Photos of all teams of a hunt, as they stand in its partition: for those who judge them. */
import type { LiveHunt } from '@trove/contracts';
import type { PhotoMark } from '@trove/core';
import { parseTeam } from '../commit/stateCodec.js';
import type { TroveRedis } from '../connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from '../keys.js';
import { PHOTO_READ_LIMITS } from '../limits.js';

export interface TeamPhoto extends PhotoMark {
  readonly team: string;
  readonly name: string | undefined;
  readonly clue: string;
  /** Photos of the clue that were rejected. */
  readonly wrong: number;
}

export interface TeamPhotos {
  readonly photos: readonly TeamPhoto[];
  /** True when the hunt has more teams than are looked at. */
  readonly isCut: boolean;
}

/** Stands in the text of every team that has sent a photo, and of few others. */
const HAS_PHOTO = '"photo":"';

/** In no order. A page of teams at a time, so that nothing else waits long for Redis. */
export async function readTeamPhotos(
  redis: TroveRedis,
  live: LiveHunt,
  space: KeySpace = DEFAULT_KEYS,
): Promise<TeamPhotos> {
  const key = partitionKeys(space, live.partition).teams(live.slug);
  // A team may come twice while the hash grows: the later text is the newer one.
  const found = new Map<string, readonly TeamPhoto[]>();
  let looked = 0;
  let cursor = '0';
  do {
    const [next, fields] = await redis.hscan(key, cursor, 'COUNT', PHOTO_READ_LIMITS.page);
    for (let i = 0; i < fields.length; i += 2) {
      const [team = '', text = ''] = [fields[i], fields[i + 1]];
      if (text.includes(HAS_PHOTO)) found.set(team, photosIn(live, team, text));
    }
    looked += fields.length / 2;
    cursor = next;
  } while (cursor !== '0' && looked < PHOTO_READ_LIMITS.teams);
  return { photos: [...found.values()].flat(), isCut: cursor !== '0' };
}

function photosIn({ slug: hunt }: LiveHunt, team: string, text: string): readonly TeamPhoto[] {
  const { name, marks, attempts } = parseTeam({ hunt, team }, text);
  return [...marks.photos].map(([clue, mark]) => {
    return { ...mark, team, name, clue, wrong: attempts.get(clue)?.wrong ?? 0 };
  });
}
