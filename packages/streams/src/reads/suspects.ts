/** Suspected events that operators may settle, as they stand in what is remembered of teams. */
import type { LiveHunt } from '@trove/contracts';
import { type Suspect, timeOfIdentity } from '@trove/core';
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
}

export interface TeamSuspects {
  readonly suspects: readonly TeamSuspect[];
  /** True when there are more teams than are looked at. */
  readonly isCut: boolean;
}

interface SuspectsQuery {
  readonly hunts: readonly LiveHunt[];
  readonly keys?: KeySpace;
  /** Teams of all hunts together that are looked at. */
  readonly teams?: number;
}

/** Stands in the text of every team that has a suspect, and of few others. */
const HAS_SUSPECT = '"s":[';

/** In no order. A page of teams at a time, so that nothing else waits long for Redis. */
export async function readSuspects(
  redis: TroveRedis,
  { hunts, keys = DEFAULT_KEYS, teams = SUSPECT_READ_LIMITS.teams }: SuspectsQuery,
): Promise<TeamSuspects> {
  // A team may come twice while the hash grows: the later text is the newer one.
  const found = new Map<string, readonly TeamSuspect[]>();
  const answer = (isCut: boolean) => ({ suspects: [...found.values()].flat(), isCut });
  let looked = 0;
  for (const { slug: hunt, partition } of hunts) {
    for await (const page of pagesOf(redis, partitionKeys(keys, partition).watches(hunt))) {
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
async function* pagesOf(redis: TroveRedis, key: string): AsyncGenerator<[string, string][]> {
  let cursor = '0';
  do {
    const [next, fields] = await redis.hscan(key, cursor, 'COUNT', SUSPECT_READ_LIMITS.page);
    yield Array.from({ length: fields.length / 2 }, (_, i) => {
      return [fields[2 * i] ?? '', fields[2 * i + 1] ?? ''];
    });
    cursor = next;
  } while (cursor !== '0');
}

function suspectsIn(of: Pick<TeamSuspect, 'hunt' | 'team'>, text: string): readonly TeamSuspect[] {
  return [...parseWatch(text).suspects].map(([position, suspect]) => {
    const madeMs = timeOfIdentity(bytesOfEventId(suspect.eventId));
    return { ...suspect, ...of, position, madeMs };
  });
}

/** Undefined for an event that can't be settled. */
export async function readSuspect(
  redis: TroveRedis,
  live: LiveHunt,
  { team, position, keys = DEFAULT_KEYS }: SuspectPlace,
): Promise<Suspect | undefined> {
  const text = await redis.hget(partitionKeys(keys, live.partition).watches(live.slug), team);
  return text === null ? undefined : parseWatch(text).suspects.get(position);
}

interface SuspectPlace {
  readonly team: string;
  readonly position: number;
  readonly keys?: KeySpace;
}
