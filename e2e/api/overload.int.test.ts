/** A door without a worker: what it takes before it says `busy`, and what becomes of it all. */
import { createTestDatabase } from '@trove/db/testing';
import { createSource } from '@trove/player-sdk';
import { connectRedis, createPartitionReads } from '@trove/streams';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drained, readOutcomes } from '../kill/outcomes.js';
import { type Installation, type Started, startProcess } from '../kill/processes.js';
import { makeBatch, SOURCE, sourceToken } from '../kill/source.js';
import { call } from './installation.js';

const HUNT = 'overloaded';
const PARTITIONS = 2;
const CLUES = 40;
const BATCH = 500;
const IN_FLIGHT = 4;
/** What the runbook promises of a partition; a hunt has one. */
const BOUND = 60_000;
/** Sent in all: more than the door may take without a worker. */
const EVENTS = 70_000;
const DRAIN_MS = 60_000;
const WITHIN = { timeout: 30_000, interval: 50 };

const redisUrl = `${(process.env['TEST_REDIS_URL'] ?? '').replace(/\/\d*$/, '')}/12`;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let installation: Installation;
let door: Started;
const running: Started[] = [];

beforeAll(async () => {
  const redis = connectRedis(redisUrl, { name: 'overload-test' });
  await redis.flushdb();
  redis.disconnect();
  database = await createTestDatabase(process.env['TEST_DATABASE_URL'] ?? '');
  installation = { redisUrl, databaseUrl: database.url };
  door = await startProcess('ingest', installation);
  running.push(door);
});
afterAll(async () => {
  for (const started of running) await started.kill();
  await database.drop();
});

async function publish(url: string, token: string): Promise<void> {
  const clues = Array.from({ length: CLUES }, (_, i) => ({
    ...{ id: `clue-${i}`, title: `Clue ${i}`, points: 10, find: { code: `CODE-${i}` } },
  }));
  const body = JSON.stringify({ trove: 1, slug: HUNT, title: 'Overloaded', clues });
  const { status } = await call(url, `PUT /v1/hunts/${HUNT}`, { token, body });
  expect(status).toBe(201);
}

/** Offers all events, and counts by id what the door says of them in the end. */
function offer(url: string, token: string) {
  const source = createSource({
    ...{ url, token, source: SOURCE, inFlight: IN_FLIGHT, perPacket: BATCH, capacity: EVENTS },
  });
  const acks = new Map<string, string>();
  const reasons = new Set<string>();
  source.on('settled', (settled) => {
    for (const { event, ack } of settled) acks.set(event.id, ack);
  });
  source.on('waiting', (code) => void reasons.add(code));
  const time = new Date().toISOString();
  const type = 'code.scanned.v1' as const;
  const events = makeBatch(EVENTS, CLUES, 0).map(({ id, team, code }) => ({
    ...{ id, type, time, hunt: HUNT, player: team, team, data: { code } },
  }));
  expect(source.send(events)).toBe('queued');
  return { source, acks, reasons, ids: events.map(({ id }) => id) };
}

async function undecided(): Promise<number> {
  const redis = connectRedis(redisUrl, { name: 'overload-test' });
  const status = await createPartitionReads({ redis, partitions: PARTITIONS }).status();
  redis.disconnect();
  return Math.max(...status.map(({ lag }) => lag));
}

it('says busy at its bound while nobody decides; then all it took is decided, once', async () => {
  const url = `http://127.0.0.1:${door.port}`;
  const token = await sourceToken();
  await publish(url, token);
  const { source, acks, reasons, ids } = offer(url, token);
  await expect.poll(() => [...reasons], WITHIN).toContain('busy');
  // No packet is taken any more: each that is on the way is told to come again.
  await expect.poll(() => source.pending, WITHIN).toBeLessThanOrEqual(EVENTS - BOUND);
  const [lag, taken] = [await undecided(), acks.size];
  expect(lag).toBeGreaterThanOrEqual(BOUND);
  expect(lag).toBeLessThanOrEqual(BOUND + IN_FLIGHT * BATCH);
  expect(taken).toBeGreaterThanOrEqual(BOUND - BATCH);
  expect(taken).toBeLessThanOrEqual(lag);
  running.push(await startProcess('worker', installation));
  await expect.poll(() => source.pending, { timeout: DRAIN_MS, interval: 50 }).toBe(0);
  source.close();
  expect(new Set(acks.values())).toEqual(new Set(['appended']));
  await drained(redisUrl, DRAIN_MS);
  const { byId } = await readOutcomes(redisUrl);
  const wrong = ids.filter((id) => byId.get(id)?.join() !== 'accepted');
  expect([acks.size, wrong]).toEqual([EVENTS, []]);
});
