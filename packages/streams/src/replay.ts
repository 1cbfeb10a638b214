/** Sends an event from quarantine to its hunt's log again, under its own id. */
import type { EventResult, LiveHunt, PlayEvent } from '@trove/contracts';
import type { Appended } from '@trove/core';
import { EntryWriter } from './codec/entryWriter.js';
import { bytesOfEventId, createIdentities } from './codec/identities.js';
import type { TroveRedis } from './connectRedis.js';
import { DEFAULT_KEYS, type KeySpace, partitionKeys } from './keys.js';
import { isParked } from './park.js';
import { OutReader } from './reads/outReader.js';
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

/** Stands as the door of replayed entries. */
const REPLAY_DOOR = 'replay';

/** Whether a replay of it counts however old its id is. */
export async function isReplayParked(redis: TroveRedis, replay: Replay): Promise<boolean> {
  const { live, event, source, keys } = replay;
  const { sourceHash } = await createIdentities();
  const { partition, slug: hunt } = live;
  const parking = { partition, hunt, id: event.id, sourceHash: sourceHash(source) };
  return await isParked(redis, parking, keys);
}

/** Durable once it resolves. Sent twice it is a repeat like any other. */
export async function appendReplay(redis: TroveRedis, replay: Replay): Promise<Appended> {
  const { live, event, timeMs, source, keys = DEFAULT_KEYS } = replay;
  const { hasher, sourceHash } = await createIdentities();
  const [seconds, micros] = (await redis.time()).map(Number) as [number, number];
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
  return await log.appendEncoded(live.partition, writer.finish(REPLAY_DOOR, true), 1);
}

/** What became of a replay; undefined while it is undecided. */
export async function readReplayed(
  redis: TroveRedis,
  { live, event, keys = DEFAULT_KEYS }: Replay,
  { appendedAtUs }: Appended,
): Promise<EventResult | undefined> {
  const { partition } = live;
  const wanted = bytesOfEventId(event.id);
  const reader = new OutReader(redis, partition, partitionKeys(keys, partition));
  for await (const { blob, committedAtUs } of reader.backwards()) {
    if (committedAtUs < appendedAtUs) return undefined;
    for (let index = 0; index < blob.count; index += 1) {
      const isOurs = blob.logEntries[blob.entryOf(index)]?.appendedAtUs === appendedAtUs;
      if (isOurs && blob.idBytesOf(index) === wanted) return toResult(blob, index);
    }
  }
  return undefined;
}
