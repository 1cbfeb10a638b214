import { randomUUID } from 'node:crypto';
import type { LiveHunt, PlayEvent, QuarantineRecord } from '@trove/contracts';
import { decide, type Held, type LoggedEvent } from '@trove/core';
import { compiled, emptyView, huntDefinition, playEvent, published } from '@trove/testkit';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { bytesOfEventId, createIdentities } from './codec/identities.js';
import { connectRedis, type TroveRedis } from './connectRedis.js';
import { quarantine } from './reads/quarantineReads.js';
import { localUs } from './redisClock.js';
import { RedisEventLog } from './redisEventLog.js';
import { RedisStateStore } from './redisStateStore.js';
import { appendReplay, type Replay, standingOf, waitReplayed } from './replay.js';

const SOURCE = '/test';
const LEASE = { partition: 0, token: 'w1' };
const rules = compiled(huntDefinition());
/** The log stamps real time, by which an older id would be late. */
const NOW_MS = Date.now();
let redis: TroveRedis;
let keys: { prefix: string };
let log: RedisEventLog;
let store: RedisStateStore;

beforeEach(() => {
  redis = connectRedis(process.env['TEST_REDIS_URL'] ?? '', { name: 'replay-test' });
  keys = { prefix: `test-${randomUUID()}` };
  log = new RedisEventLog({ redis, keys });
  store = new RedisStateStore({ redis, keys, nowUs: localUs });
});
afterEach(async () => {
  const names = await redis.keys(`${keys.prefix}:*`);
  if (names.length > 0) await redis.del(...names);
  redis.disconnect();
});

async function sourceHash(): Promise<string> {
  return (await createIdentities()).sourceHash(SOURCE);
}

function replayOf(id = uuidv7({ msecs: NOW_MS })): Replay {
  const live = { slug: 'test-hunt', partition: 0, clock: 'wall' } as LiveHunt;
  const event = {
    ...{ id, type: 'code.scanned.v1', time: new Date(NOW_MS).toISOString() },
    ...{ hunt: 'test-hunt', player: 'ada', team: 'herons', data: { code: 'CLOCK' } },
  } as PlayEvent;
  return { live, event, timeMs: NOW_MS, source: SOURCE, keys };
}

async function refuse({ event }: Replay): Promise<void> {
  const record = { eventId: event.id } as QuarantineRecord;
  const place = { partition: 0, hunt: 'test-hunt', id: event.id };
  await quarantine(
    redis,
    [{ record, parking: { ...place, sourceHash: await sourceHash() } }],
    keys,
  );
}

/** Decides whatever stands behind the cursor, with these identities parked. */
async function drain(isParked = false): Promise<void> {
  const from = (await store.acquire(LEASE)) as Held;
  const query = { partition: 0, after: from.cursor, maxEntries: 100, waitMs: 0 };
  const entries = await log.read(query);
  const chunk = { entries, decided: from.decided, repeats: new Map(), poisoned: new Set<number>() };
  const decision = decide(chunk, { ...emptyView(rules), isParked: () => isParked });
  const reply = await store.commit({ lease: LEASE, from, decision, isFirst: true });
  if (reply.kind !== 'held') throw new Error(reply.kind);
}

async function accept({ event }: Replay): Promise<void> {
  const identity = bytesOfEventId(event.id) + (await sourceHash());
  const plain = playEvent('code.scanned.v1', { code: 'CLOCK' }, { number: 1 });
  const events: LoggedEvent[] = [published('a'.repeat(64), 1), { ...plain, identity }];
  await log.append({ partition: 0, door: 'd', events });
  await drain();
}

it('P14 parks what the door refuses, until something under its id is accepted', async () => {
  const replay = replayOf();
  expect(await standingOf(redis, replay)).toBe('unknown');
  await refuse(replay);
  expect(await standingOf(redis, replay)).toBe('parked');
  await accept(replay);
  expect(await standingOf(redis, replay)).toBe('counted');
});

it('P14 does not park an id under which something was accepted', async () => {
  const replay = replayOf();
  await accept(replay);
  await refuse(replay);
  expect(await standingOf(redis, replay)).toBe('counted');
});

it('P13 tells what became of a replay, or nothing while it is undecided', async () => {
  const replay = replayOf();
  await accept(replayOf());
  await refuse(replay);
  const replayed = await appendReplay(redis, replay);
  expect(await waitReplayed(redis, replay, { ...replayed, waitMs: 0 })).toBeUndefined();
  await drain(true);
  const result = await waitReplayed(redis, replay, { ...replayed, waitMs: 0 });
  expect(result).toMatchObject({ id: replay.event.id, outcome: 'replayed' });
  expect(await standingOf(redis, replay)).toBe('counted');
});
