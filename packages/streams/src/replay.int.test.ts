import { randomUUID } from 'node:crypto';
import {
  EventTypeDefinition,
  type LiveHunt,
  type PlayEvent,
  type QuarantineEntry,
  type QuarantineRecord,
} from '@trove/contracts';
import { decide, type Held, judgeEntry, type LoggedEvent } from '@trove/core';
import { compiled, emptyView, huntDefinition, playEvent, published } from '@trove/testkit';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { bytesOfEventId, createIdentities } from './codec/identities.js';
import { connectRedis, type TroveRedis } from './connectRedis.js';
import { examineEntries } from './examineEntries.js';
import { previewReplay } from './previewReplay.js';
import { quarantine } from './reads/quarantineReads.js';
import { localUs } from './redisClock.js';
import { RedisEventLog } from './redisEventLog.js';
import { RedisStateStore } from './redisStateStore.js';
import {
  appendReplays,
  findResults,
  isDecidedUntil,
  placeOfNextResult,
  type Replay,
  replayKey,
  standingsOf,
} from './replay.js';

const SOURCE = '/test';
const LEASE = { partition: 0, token: 'w1' };
const rules = compiled(huntDefinition());
/** The log stamps real time, by which an older id would be late. */
const NOW_MS = Date.now();
const LIVE = {
  slug: 'test-hunt',
  partition: 0,
  clock: 'wall',
  phase: 'live',
  version: 1,
} as LiveHunt;
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
  const live = LIVE;
  const event = {
    ...{ id, type: 'code.scanned.v1', time: new Date(NOW_MS).toISOString() },
    ...{ hunt: 'test-hunt', player: 'ada', team: 'herons', data: { code: 'CLOCK' } },
  } as PlayEvent;
  return { live, event, timeMs: NOW_MS, source: SOURCE };
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

/** Decides whatever stands behind the cursor. */
async function drain({ isParked = false, poisoned = [], by = store }: Draining = {}) {
  const from = (await by.acquire(LEASE)) as Held;
  const query = { partition: 0, after: from.cursor, maxEntries: 100, waitMs: 0 };
  const entries = await log.read(query);
  const repeats = new Map();
  const chunk = { entries, decided: from.decided, repeats, poisoned: new Set(poisoned) };
  const names = { hunts: ['test-hunt'], teams: [], players: [], replays: [] };
  const loaded = await by.load({ partition: 0, ...names });
  const hunt = () => loaded.hunts[0];
  const decision = decide(chunk, { ...emptyView(rules), hunt, isParked: () => isParked });
  const reply = await by.commit({ lease: LEASE, from, decision, isFirst: true });
  if (reply.kind !== 'held') throw new Error(reply.kind);
}

interface Draining {
  /** Whether the identities of replays are parked. */
  readonly isParked?: boolean;
  /** Which events can't be decided. */
  readonly poisoned?: readonly number[];
  readonly by?: RedisStateStore;
}

async function accept({ event }: Replay): Promise<void> {
  const identity = bytesOfEventId(event.id) + (await sourceHash());
  const plain = playEvent('code.scanned.v1', { code: 'CLOCK' }, { number: 1 });
  const events: LoggedEvent[] = [published('a'.repeat(64), 1), { ...plain, identity }];
  await log.append({ partition: 0, door: 'd', events });
  await drain();
}

async function standingOf(replay: Replay) {
  return (await standingsOf(redis, [replay], keys))[0];
}

async function resultsOf(replays: readonly Replay[], afterId: string) {
  const wanted = new Map(
    replays.map(({ event, source }) => [replayKey(event.id, source), afterId]),
  );
  return await findResults(redis, { partition: 0, wanted, waitMs: 0, keys });
}

it('P14 parks what the door refuses, until something under its id is accepted', async () => {
  const replay = replayOf();
  expect(await standingOf(replay)).toBe('unknown');
  await refuse(replay);
  expect(await standingOf(replay)).toBe('parked');
  await accept(replay);
  expect(await standingOf(replay)).toBe('counted');
});

it('P14 does not park an id under which something was accepted', async () => {
  const replay = replayOf();
  await accept(replay);
  await refuse(replay);
  expect(await standingOf(replay)).toBe('counted');
});

it('P14 forgets what it has no room to park, so that its replay is judged', async () => {
  const replays = [replayOf(), replayOf()];
  const plain = playEvent('code.scanned.v1', { code: 'CLOCK' }, { number: 1 });
  const hash = await sourceHash();
  const events = replays.map(({ event }) => ({
    ...plain,
    identity: bytesOfEventId(event.id) + hash,
  }));
  await log.append({ partition: 0, door: 'd', events });
  const by = new RedisStateStore({ redis, keys, nowUs: localUs, parkedBound: 1 });
  await drain({ poisoned: [0, 1], by });
  expect(await standingsOf(redis, replays, keys)).toEqual(['parked', 'unknown']);
});

it('P13 tells what became of replays, or nothing while they are undecided', async () => {
  await accept(replayOf());
  const replays = [replayOf(), replayOf()];
  for (const replay of replays) await refuse(replay);
  const afterId = await placeOfNextResult(redis, 0, keys);
  const { entryId } = await appendReplays(redis, replays, keys);
  const atMs = Number.parseInt(entryId, 10);
  expect((await resultsOf(replays, afterId)).size).toBe(0);
  expect(await isDecidedUntil(redis, { partition: 0, atMs, keys })).toBe(false);
  await drain({ isParked: true });
  const results = await resultsOf(replays, afterId);
  expect([...results.values()].map(({ id, outcome }) => [id, outcome])).toEqual(
    replays.map(({ event }) => [event.id, 'replayed']),
  );
  expect(await isDecidedUntil(redis, { partition: 0, atMs, keys })).toBe(true);
  expect(await standingsOf(redis, replays, keys)).toEqual(['counted', 'counted']);
});

function entryOf({ event }: Replay): QuarantineEntry {
  const original = JSON.stringify(event);
  return {
    ...{ stage: 'door', code: 'contract', eventId: event.id, hunt: event.hunt, source: SOURCE },
    ...{ original, originalBytes: original.length, huntVersion: 1 },
  } as QuarantineEntry;
}

it('P13 expects a parked event to count, a counted one to repeat, and has no effect', async () => {
  const [parked, counted, unknown] = [replayOf(), replayOf(), replayOf()] as const;
  await accept(counted);
  await refuse(parked);
  const before = await redis.dump(`${keys.prefix}:{p0}:log`);
  const hunts = { get: async (slug: string) => (slug === 'test-hunt' ? LIVE : undefined) };
  const examined = await examineEntries(
    { redis, hunts, nowMs: NOW_MS, keys },
    [parked, counted, unknown].map(entryOf),
    judgeEntry,
  );
  expect(examined.map(({ prospect }) => prospect)).toEqual(['counts', 'repeats', 'unvouched']);
  expect(await redis.dump(`${keys.prefix}:{p0}:log`)).toEqual(before);
});

it('CT10 leaves an event of the hunt’s own type that the version in force refuses', async () => {
  const type = 'custom.flag.raised.v1';
  const raised = (data: object) => {
    const replay = replayOf();
    return { ...replay, event: { ...replay.event, type, data } as PlayEvent };
  };
  const [right, wrong] = [raised({ heightM: 3 }), raised({ heightM: 'high' })];
  await refuse(right);
  await refuse(wrong);
  const fields = [{ name: 'heightM', kind: 'number' }];
  const live = { ...LIVE, eventTypes: [EventTypeDefinition.parse({ type, fields })] };
  const examined = await examineEntries(
    { redis, hunts: { get: async () => live }, nowMs: NOW_MS, keys },
    [right, wrong].map(entryOf),
    judgeEntry,
  );
  expect(examined).toMatchObject([
    { prospect: 'counts', live, judged: { is: 'good' } },
    { live, judged: { is: 'stays', path: 'data.heightM' } },
  ]);
});

it('P13 foretells what the rules in force would say, as they then say it', async () => {
  const replay = replayOf();
  await accept(replayOf('0190a000-0000-7000-8000-000000000000'));
  await refuse(replay);
  const body = async () => JSON.stringify(huntDefinition());
  const options = { hunts: { body }, keys };
  const foretold = await previewReplay(redis, replay, options);
  expect(foretold).toMatchObject({ outcome: 'replayed', version: 1 });
  expect(await standingOf(replay)).toBe('parked');
  await appendReplays(redis, [replay], keys);
  await drain({ isParked: true });
  expect(await previewReplay(redis, replay, options)).toMatchObject({ outcome: 'duplicate' });
  const event: PlayEvent = { ...replay.event, team: 'others' };
  const other = await previewReplay(redis, { ...replay, event }, options);
  expect(other).toMatchObject({ outcome: 'conflict' });
});
