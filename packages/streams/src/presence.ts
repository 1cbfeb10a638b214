/**
 * Which members of which teams have a connection, over all doors. A door keeps what it holds in a
 * hash of its own that expires, and writes what has changed in one batch a tick; nobody is asked
 * or told for one connection. What a door that died held is gone with its hash.
 */
import type { TroveRedis } from './connectRedis.js';
import { DEFAULT_KEYS, globalKeys, type KeySpace } from './keys.js';
import { PRESENCE_BOUNDS } from './limits.js';

/** Counts a door's changes, so that others read the rest only when there are some. */
const REVISION = '#';

/** How a team stands in the hashes of doors; no team is called like the revision's field. */
export function presenceField(hunt: string, team: string): string {
  return `${hunt}/${team}`;
}

export function placeOfField(field: string): { readonly hunt: string; readonly team: string } {
  const at = field.indexOf('/');
  return { hunt: field.slice(0, at), team: field.slice(at + 1) };
}

export interface PresenceWrite {
  readonly door: string;
  readonly nowMs: number;
  /** Members by team, whole; a team without any is taken out. */
  readonly changed: ReadonlyMap<string, readonly number[]>;
  /** Of the door's changes, this one included. */
  readonly revision: number;
}

export interface PresenceWritten {
  /** Other doors that are alive, in the order of their names. */
  readonly others: readonly string[];
  /** False when the door's hash had expired: everything is to be written again. */
  readonly wasKept: boolean;
}

/** Writes what has changed at one door and says that it lives. One round trip. */
export async function writePresence(
  redis: TroveRedis,
  { door, nowMs, changed, revision }: PresenceWrite,
  space: KeySpace = DEFAULT_KEYS,
): Promise<PresenceWritten> {
  const keys = globalKeys(space);
  const own = keys.presence(door);
  const pipeline = redis.pipeline().exists(own);
  const gone = [...changed].filter(([, members]) => members.length === 0).map(([team]) => team);
  const here = [...changed].filter(([, members]) => members.length > 0);
  if (gone.length > 0) pipeline.hdel(own, ...gone);
  const fields = here.flatMap(([team, members]) => [team, members.join(',')]);
  pipeline.hset(own, REVISION, String(revision), ...fields).pexpire(own, PRESENCE_BOUNDS.expiresMs);
  pipeline.zadd(keys.presenceDoors, nowMs, door);
  pipeline.zremrangebyscore(keys.presenceDoors, '-inf', String(nowMs - PRESENCE_BOUNDS.expiresMs));
  pipeline.zrange(keys.presenceDoors, 0, String(PRESENCE_BOUNDS.doors - 1));
  const replies = await valuesOf(pipeline);
  const doors = replies.at(-1) as string[];
  const others = doors.filter((name) => name !== door).sort();
  return { others, wasKept: replies[0] === 1 };
}

/** A door that stops leaves nobody behind. */
export async function endPresence(
  redis: TroveRedis,
  door: string,
  space: KeySpace = DEFAULT_KEYS,
): Promise<void> {
  const keys = globalKeys(space);
  await valuesOf(redis.pipeline().del(keys.presence(door)).zrem(keys.presenceDoors, door));
}

/** Where each door's changes stand; undefined of one that is gone. One round trip. */
export async function readRevisions(
  redis: TroveRedis,
  doors: readonly string[],
  space: KeySpace = DEFAULT_KEYS,
): Promise<(string | undefined)[]> {
  const pipeline = redis.pipeline();
  for (const door of doors) pipeline.hget(globalKeys(space).presence(door), REVISION);
  return (await valuesOf(pipeline)).map((value) => (value === null ? undefined : String(value)));
}

/** Members of these teams at these doors, by team; teams without any are absent. One round trip. */
export async function readPresent(
  redis: TroveRedis,
  { doors, teams }: { readonly doors: readonly string[]; readonly teams: readonly string[] },
  space: KeySpace = DEFAULT_KEYS,
): Promise<Map<string, Set<number>>> {
  const found = new Map<string, Set<number>>();
  if (teams.length === 0 || doors.length === 0) return found;
  const pipeline = redis.pipeline();
  for (const door of doors) pipeline.hmget(globalKeys(space).presence(door), ...teams);
  for (const values of (await valuesOf(pipeline)) as (string | null)[][]) {
    values.forEach((text, i) => {
      if (text === null) return;
      const team = teams[i] as string;
      const members = found.get(team) ?? new Set();
      found.set(team, members);
      for (const member of text.split(',')) members.add(Number(member));
    });
  }
  return found;
}

/** Members of one team with a connection, for whoever holds none itself. Two round trips. */
export async function readPresentNow(
  redis: TroveRedis,
  { hunt, team, nowMs }: { readonly hunt: string; readonly team: string; readonly nowMs: number },
  space: KeySpace = DEFAULT_KEYS,
): Promise<ReadonlySet<number>> {
  const field = presenceField(hunt, team);
  const since = String(nowMs - PRESENCE_BOUNDS.expiresMs);
  const doors = await redis.zrange(globalKeys(space).presenceDoors, since, '+inf', 'BYSCORE');
  const found = await readPresent(redis, { doors, teams: [field] }, space);
  return found.get(field) ?? new Set();
}

async function valuesOf(pipeline: ReturnType<TroveRedis['pipeline']>): Promise<unknown[]> {
  return ((await pipeline.exec()) ?? []).map(([error, value]) => {
    if (error !== null) throw error;
    return value;
  });
}
