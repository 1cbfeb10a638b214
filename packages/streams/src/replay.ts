/** Sends an event from quarantine to its hunt's log again, under its own id. */
import { setTimeout } from 'node:timers/promises';
import type { EventResult, LiveHunt, PlayEvent } from '@trove/contracts';
import type { Appended } from '@trove/core';
import { EntryWriter } from './codec/entryWriter.js';
import { createIdentities } from './codec/identities.js';
import type { TroveRedis } from './connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from './keys.js';
import { isParked } from './park.js';
import { readEventStatus } from './reads/eventStatus.js';
import { toOutEntry } from './reads/outReader.js';
import { RedisEventLog } from './redisEventLog.js';
import { toResult } from './toResult.js';

export interface Replay {
  readonly live: LiveHunt;
  /** Has passed its contract. */
  readonly event: PlayEvent;
  /** When it happened by the sender's clock, ms. */
  readonly timeMs: number;
  /** Who made the id; with the id it is the event's identity. */
  readonly source: string;
  readonly keys?: KeySpace;
}

/** A replay in the log, and the id of `out` behind which its result will stand. */
export interface Replayed extends Appended {
  readonly afterId: string;
}

/** Stands as the door of replayed entries. */
const REPLAY_DOOR = 'replay';

/** How often `out` is looked at for a result, and commits of one look. */
const LOOK_MS = 100;
const PAGE = 64;

/**
 * `parked`: its replay counts, whatever its age. `counted`: something was decided under its id, so
 * that its replay is a repeat. `unknown`: neither.
 */
export async function standingOf(
  redis: TroveRedis,
  { live, event, source, keys }: Replay,
): Promise<'parked' | 'counted' | 'unknown'> {
  const { sourceHash } = await createIdentities();
  const { partition, slug: hunt } = live;
  const identity = { id: event.id, sourceHash: sourceHash(source) };
  if (await isParked(redis, { partition, hunt, ...identity }, keys)) return 'parked';
  const { status } = await readEventStatus(redis, { live, ...identity, ...(keys && { keys }) });
  return status === 'decided' ? 'counted' : 'unknown';
}

/** Durable once it resolves. Sent twice it is a repeat like any other. */
export async function appendReplay(redis: TroveRedis, replay: Replay): Promise<Replayed> {
  const { live, event, timeMs, source, keys = DEFAULT_KEYS } = replay;
  const { hasher, sourceHash } = await createIdentities();
  const { meta } = partitionKeys(keys, live.partition);
  const [time, decided] = await Promise.all([redis.time(), redis.hget(meta, 'decided')]);
  const [seconds, micros] = time.map(Number) as [number, number];
  // It is received when it is replayed: how long it lay in quarantine is no latency of the walk.
  const receivedAtUs = seconds * 1_000_000 + micros;
  const writer = new EntryWriter(hasher);
  writer.addStamped(event, timeMs, {
    source,
    sourceHash: sourceHash(source),
    sentAtMs: receivedAtUs / 1000,
    receivedAtUs,
  });
  const log = new RedisEventLog({ redis, keys });
  const appended = await log.appendEncoded(live.partition, writer.finish(REPLAY_DOOR, true), 1);
  return { ...appended, afterId: `${decided ?? 0}-0` };
}

/** What became of a replay; undefined when it is still undecided after `waitMs`. */
export async function waitReplayed(
  redis: TroveRedis,
  { live, keys = DEFAULT_KEYS }: Pick<Replay, 'live' | 'keys'>,
  { entryId, afterId, waitMs }: Pick<Replayed, 'entryId' | 'afterId'> & { waitMs: number },
): Promise<EventResult | undefined> {
  const { out } = partitionKeys(keys, live.partition);
  const untilMs = performance.now() + waitMs;
  let from = afterId;
  for (;;) {
    const rows = await redis.xrangeBuffer(out, `(${from}`, '+', 'COUNT', PAGE);
    for (const row of rows) {
      const { id, blob } = toOutEntry(row);
      const entry = blob.logEntries.findIndex((one) => one.id === entryId);
      for (let index = 0; entry >= 0 && index < blob.count; index += 1) {
        if (blob.entryOf(index) === entry) return toResult(blob, index);
      }
      from = id;
    }
    if (rows.length === PAGE) continue;
    if (performance.now() > untilMs) return undefined;
    await setTimeout(LOOK_MS);
  }
}
