/** Sends events from quarantine to their hunts' logs again, under their own ids. */
import { setTimeout } from 'node:timers/promises';
import type { EventResult, LiveHunt } from '@trove/contracts';
import {
  type Appended,
  bucketOf,
  type Replayable,
  type Standing,
  timeOfIdentity,
} from '@trove/core';
import { EntryWriter } from './codec/entryWriter.js';
import { bytesOfEventId, createIdentities } from './codec/identities.js';
import type { TroveRedis } from './connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from './keys.js';
import { REPLAY_LIMITS } from './limits.js';
import { toOutEntry } from './reads/outReader.js';
import { RedisEventLog } from './redisEventLog.js';
import { toResult } from './toResult.js';

export interface Replay extends Replayable {
  readonly live: LiveHunt;
}

/** Stands as the door of replayed entries. */
export const REPLAY_DOOR = 'replay';

/** Names an event: its id with who made it. */
export function replayKey(id: string, source: string): string {
  return `${id} ${source}`;
}

/** What is known of the ids at this moment, in the order of the replays. */
export async function standingsOf(
  redis: TroveRedis,
  replays: readonly Replay[],
  keys: KeySpace = DEFAULT_KEYS,
): Promise<Standing[]> {
  if (replays.length === 0) return [];
  const { sourceHash } = await createIdentities();
  const pipeline = redis.pipeline();
  for (const { live, event, source } of replays) {
    const identity = bytesOfEventId(event.id) + sourceHash(source);
    const bytes = Buffer.from(identity, 'latin1');
    const { parked, seen } = partitionKeys(keys, live.partition);
    pipeline.sismember(parked(live.slug), bytes);
    pipeline.hexists(seen(live.slug, bucketOf(timeOfIdentity(identity))), bytes);
  }
  const answers = ((await pipeline.exec()) ?? []).map(([error, value]) => {
    if (error !== null) throw error;
    return value === 1;
  });
  return replays.map((_, i) => {
    if (answers[i * 2]) return 'parked';
    return answers[i * 2 + 1] ? 'counted' : 'unknown';
  });
}

/** The id of `out` behind which the result of whatever is appended from now on will stand. */
export async function placeOfNextResult(
  redis: TroveRedis,
  partition: number,
  keys: KeySpace = DEFAULT_KEYS,
): Promise<string> {
  const decided = await redis.hget(partitionKeys(keys, partition).meta, 'decided');
  return `${decided ?? 0}-0`;
}

/**
 * Appends 1 to 500 events of one partition as one entry, durable once it resolves. What is sent
 * twice is a repeat like any other.
 */
export async function appendReplays(
  redis: TroveRedis,
  replays: readonly Replay[],
  keys: KeySpace = DEFAULT_KEYS,
): Promise<Appended> {
  const [first] = replays;
  if (first === undefined) throw new RangeError('nothing to replay');
  const { hasher, sourceHash } = await createIdentities();
  // They are received when they are replayed: how long they lay in quarantine is no latency.
  const [seconds, micros] = (await redis.time()).map(Number) as [number, number];
  const receivedAtUs = seconds * 1_000_000 + micros;
  const sentAtMs = receivedAtUs / 1000;
  const writer = new EntryWriter(hasher);
  for (const { event, timeMs, source } of replays) {
    const stamp = { source, sourceHash: sourceHash(source), sentAtMs, receivedAtUs };
    writer.addStamped(event, timeMs, stamp);
  }
  const log = new RedisEventLog({ redis, keys });
  const blob = writer.finish(REPLAY_DOOR, true);
  return await log.appendEncoded(first.live.partition, blob, replays.length);
}

export interface ResultsQuery {
  readonly partition: number;
  /** Events by `replayKey`, each with an entry of `out` that was there before it was sent. */
  readonly wanted: ReadonlyMap<string, string>;
  /** How long to wait for those that are undecided; 0 looks once. */
  readonly waitMs: number;
  readonly keys?: KeySpace;
}

/** The first result of each event behind its place, by `replayKey`; undecided ones are left out. */
export async function findResults(
  redis: TroveRedis,
  { partition, wanted, waitMs, keys = DEFAULT_KEYS }: ResultsQuery,
): Promise<Map<string, EventResult>> {
  const { out } = partitionKeys(keys, partition);
  const untilMs = performance.now() + waitMs;
  const found = new Map<string, EventResult>();
  const places = new Map([...wanted].map(([key, afterId]) => [key, positionOf(afterId)]));
  let from = `${Math.min(...places.values())}-0`;
  while (found.size < wanted.size) {
    const rows = await redis.xrangeBuffer(out, `(${from}`, '+', 'COUNT', REPLAY_LIMITS.page);
    for (const row of rows) {
      const { id, blob } = toOutEntry(row);
      for (let index = 0; index < blob.count; index += 1) {
        const key = replayKey(blob.idOf(index), blob.names.at(blob.sourceOf(index)));
        const place = places.get(key) ?? Number.POSITIVE_INFINITY;
        if (positionOf(id) > place && !found.has(key)) found.set(key, toResult(blob, index));
      }
      from = id;
    }
    if (rows.length === REPLAY_LIMITS.page) continue;
    if (performance.now() >= untilMs) break;
    await setTimeout(REPLAY_LIMITS.lookMs);
  }
  return found;
}

/** Ids of `out` are positions. */
function positionOf(id: string): number {
  return Number.parseInt(id, 10);
}

/**
 * Whether everything that was appended until a moment of Redis's clock has been decided: then
 * what has no result was never appended.
 */
export async function isDecidedUntil(
  redis: TroveRedis,
  { partition, atMs, keys = DEFAULT_KEYS }: { partition: number; atMs: number; keys?: KeySpace },
): Promise<boolean> {
  const { meta, log } = partitionKeys(keys, partition);
  const [cursor, newest] = await Promise.all([
    redis.hget(meta, 'cursor'),
    redis.xrevrange(log, '+', '-', 'COUNT', 1),
  ]);
  const last = newest[0]?.[0];
  if (last === undefined || cursor === last) return true;
  return Number.parseInt(cursor ?? '0', 10) > atMs;
}
