/** Suspected events that operators may settle, as they stand in what is remembered of teams. */
import type { LiveHunt } from '@trove/contracts';
import { NO_WATCH, type Suspect, type TeamWatch, timeOfIdentity } from '@trove/core';
import { bytesOfEventId } from '../codec/identities.js';
import { parseWatch } from '../commit/watchCodec.js';
import type { TroveRedis } from '../connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from '../keys.js';
import { SUSPECT_READ_LIMITS } from '../limits.js';

export interface TeamSuspect extends Suspect {
  readonly hunt: string;
  readonly team: string;
  readonly position: number;
  /** When the event's id was made, by the sender's clock. */
  readonly madeMs: number;
  /** The same of the last that is settled with it. */
  readonly lastMs: number;
}

/** How many of a team that moved points made room before anybody had settled them. */
export interface LapsedSuspects {
  readonly hunt: string;
  readonly team: string;
  readonly events: number;
}

export interface TeamSuspects {
  readonly suspects: readonly TeamSuspect[];
  readonly lapsed: readonly LapsedSuspects[];
  /** True when there are more teams than are looked at. */
  readonly isCut: boolean;
}

interface SuspectsQuery {
  readonly hunts: readonly LiveHunt[];
  readonly keys?: KeySpace;
  /** Teams of all hunts together that are looked at. */
  readonly teams?: number;
  /** This one alone, in each hunt. */
  readonly team?: string | undefined;
}

/** Stands in the text of every team that has a suspect, and of few others. */
const HAS_SUSPECT = '"s":[';

/** In no order. A page of teams at a time, so that nothing else waits long for Redis. */
export async function readSuspects(
  redis: TroveRedis,
  { hunts, team: only, keys = DEFAULT_KEYS, teams = SUSPECT_READ_LIMITS.teams }: SuspectsQuery,
): Promise<TeamSuspects> {
  // A team may come twice while the hash grows: the later text is the newer one.
  const found = new Map<string, Found>();
  const answer = (isCut: boolean): TeamSuspects => {
    const all = [...found.values()];
    const lapsed = all.map((one) => one.lapsed).filter(({ events }) => events > 0);
    return { suspects: all.flatMap(({ suspects }) => suspects), lapsed, isCut };
  };
  let looked = 0;
  for (const { slug: hunt, partition } of hunts) {
    for await (const page of pagesOf(redis, partitionKeys(keys, partition).watches(hunt), only)) {
      if (looked >= teams && page.length > 0) return answer(true);
      looked += page.length;
      for (const [team, text] of page) {
        if (!text.includes(HAS_SUSPECT)) continue;
        found.set(`${hunt} ${team}`, suspectsIn({ hunt, team }, text));
      }
    }
  }
  return answer(false);
}

/** Teams and their texts. */
async function* pagesOf(
  redis: TroveRedis,
  key: string,
  only: string | undefined,
): AsyncGenerator<[string, string][]> {
  if (only !== undefined) {
    const text = await redis.hget(key, only);
    if (text !== null) yield [[only, text]];
    return;
  }
  let cursor = '0';
  do {
    const [next, fields] = await redis.hscan(key, cursor, 'COUNT', SUSPECT_READ_LIMITS.page);
    yield Array.from({ length: fields.length / 2 }, (_, i) => {
      return [fields[2 * i] ?? '', fields[2 * i + 1] ?? ''];
    });
    cursor = next;
  } while (cursor !== '0');
}

interface Found {
  readonly suspects: readonly TeamSuspect[];
  readonly lapsed: LapsedSuspects;
}

function suspectsIn(of: Pick<TeamSuspect, 'hunt' | 'team'>, text: string): Found {
  const { suspects, lapsed } = parseWatch(text);
  const list = [...suspects].map(([position, suspect]) => {
    const { eventId, again } = suspect;
    const times = { madeMs: msOf(eventId), lastMs: msOf(again?.lastEventId ?? eventId) };
    return { ...suspect, ...of, ...times, position };
  });
  return { suspects: list, lapsed: { ...of, events: lapsed } };
}

function msOf(eventId: string): number {
  return timeOfIdentity(bytesOfEventId(eventId));
}

/** What is remembered of one team: what is suspected, and what points were taken back. */
export async function readTeamWatch(
  redis: TroveRedis,
  { partition, slug }: LiveHunt,
  { team, keys = DEFAULT_KEYS }: { readonly team: string; readonly keys?: KeySpace },
): Promise<TeamWatch> {
  const text = await redis.hget(partitionKeys(keys, partition).watches(slug), team);
  return text === null ? NO_WATCH : parseWatch(text);
}
