/**
 * kill -9 in mid-stream: every id the door has acknowledged must have exactly one outcome that
 * counts, whoever died, and the board must be the sum of what was accepted.
 */
import { createTestDatabase } from '@trove/db/testing';
import { connectRedis, createHuntDirectory, readBoard } from '@trove/streams';
import { createFaultyProxy } from '@trove/testkit';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drained, readOutcomes } from './outcomes.js';
import { type Installation, type Started, startProcess } from './processes.js';
import { makeBatch, RawSource, type Sent, SOURCE, sourceToken } from './source.js';

const HUNT = 'kill-hunt';
const CLUES = 40;
const BATCH = 50;
const BATCHES = 160;
const KILLS = 5;
/** Refused at each disturbance. */
const REFUSED = 25;
const BATCH_TYPE = 'application/cloudevents-batch+json';
const DRAIN_MS = 30_000;
/** A database of its own on the same server: the processes own all of it. */
const REDIS_DATABASE = 9;

const base = process.env.TEST_REDIS_URL ?? '';
const redisUrl = `${base.replace(/\/\d*$/, '')}/${REDIS_DATABASE}`;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let installation: Installation;
const running: Started[] = [];

beforeEach(async () => {
  const redis = connectRedis(redisUrl, { name: 'kill-test' });
  await redis.flushdb();
  redis.disconnect();
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
  installation = { redisUrl, databaseUrl: database.url };
});

afterEach(async () => {
  for (const started of running.splice(0)) await started.kill();
  await database.drop();
});

async function start(
  app: 'ingest' | 'worker',
  options: { port?: number; name?: string } = {},
): Promise<Started> {
  const started = await startProcess(app, installation, options);
  running.push(started);
  return started;
}

async function publish(port: number, token: string): Promise<void> {
  const clues = Array.from({ length: CLUES }, (_, i) => ({
    id: `clue-${i}`,
    title: `Clue ${i}`,
    points: 10,
    find: { code: `CODE-${i}` },
  }));
  const hunt = { trove: 1, slug: HUNT, title: 'Kill hunt', clues };
  const reply = await fetch(`http://127.0.0.1:${port}/v1/hunts/${HUNT}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/yaml' },
    body: JSON.stringify(hunt),
  });
  expect(reply.status, await reply.text()).toBe(201);
}

/** Sends all batches, two at a time, and calls back at even distances on the way. */
async function stream(source: RawSource, disturb: () => Promise<void>): Promise<void> {
  const every = Math.floor(BATCHES / (KILLS + 1));
  for (let batch = 0; batch < BATCHES; batch += 2) {
    const disturbance = batch > 0 && batch % every < 2 ? disturb() : Promise.resolve();
    await Promise.all([
      source.send(HUNT, makeBatch(BATCH, CLUES, batch * BATCH)),
      source.send(HUNT, makeBatch(BATCH, CLUES, (batch + 1) * BATCH)),
      disturbance,
    ]);
  }
}

/** The board by plain counting: each team scores each of its codes once. */
function expectedBoard(acked: Iterable<Sent>): Map<string, number> {
  const solved = new Set<string>();
  const board = new Map<string, number>();
  for (const { team, code } of acked) {
    const key = `${team}/${code}`;
    if (solved.has(key)) continue;
    solved.add(key);
    board.set(team, (board.get(team) ?? 0) + 10);
  }
  return board;
}

async function expectOnceEach(source: RawSource): Promise<void> {
  await drained(redisUrl, DRAIN_MS);
  const { byId, points } = await readOutcomes(redisUrl);
  expect(source.acked.size).toBe(BATCH * BATCHES);
  const wrong = [...source.acked.keys()].filter((id) => {
    const outcomes = byId.get(id) ?? [];
    const isRepeat = (outcome: string) => outcome === 'duplicate';
    return outcomes[0] !== 'accepted' || !outcomes.slice(1).every(isRepeat);
  });
  expect(wrong).toEqual([]);
  const expected = expectedBoard(source.acked.values());
  expect(Object.fromEntries(points)).toEqual(Object.fromEntries(expected));
  const redis = connectRedis(redisUrl, { name: 'kill-test' });
  const live = await createHuntDirectory(redis).get(HUNT);
  if (live === undefined) throw new Error('the hunt is gone');
  const { rows } = await readBoard(redis, live, { limit: 1000 });
  redis.disconnect();
  const scored = rows.filter(({ score }) => score > 0);
  expect(new Map(scored.map(({ team, score }) => [team, score]))).toEqual(expected);
}

/** Asks PostgreSQL itself, past whatever stands before it. */
async function ask<Row extends object>(text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<Row>(text);
  await client.end();
  return rows;
}

async function ledgerTotals(): Promise<{ rows: number; points: number }> {
  const [totals] = await ask<{ rows: string; points: string | null }>(
    'select count(*) as rows, sum(points) as points from ledger_entry',
  );
  return { rows: Number(totals?.rows), points: Number(totals?.points ?? 0) };
}

/** Ids of all refused events that rest in PostgreSQL, each as often as it has a row. */
async function quarantined(): Promise<string[]> {
  const rows = await ask<{ id: string }>('select event_id as id from quarantine_event');
  return rows.map(({ id }) => id).sort();
}

/** Sends events of a type that nobody knows and answers their ids once they are refused. */
async function sendRefused(port: number, token: string): Promise<string[]> {
  const events = makeBatch(REFUSED, CLUES, 0).map(({ id, team }) => ({
    ...{ specversion: '1.0', id, source: SOURCE, type: 'lantern.lit.v1', hunt: HUNT },
    ...{ time: new Date().toISOString(), player: team, team, data: {} },
  }));
  const reply = await fetch(`http://127.0.0.1:${port}/v1/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': BATCH_TYPE },
    body: JSON.stringify(events),
  });
  const { acks } = (await reply.json()) as { acks: string[] };
  expect([reply.status, new Set(acks)]).toEqual([422, new Set(['invalid'])]);
  return events.map(({ id }) => id);
}

describe('kill -9', () => {
  it('of the worker in mid-stream loses nothing and counts nothing twice', async () => {
    const door = await start('ingest');
    let worker = await start('worker', { name: 'worker-0' });
    const token = await sourceToken();
    await publish(door.port, token);
    const source = new RawSource(`http://127.0.0.1:${door.port}`, token);
    let kills = 0;
    await stream(source, async () => {
      kills += 1;
      await worker.kill();
      worker = await start('worker', { name: `worker-${kills}` });
    });
    expect(kills).toBeGreaterThanOrEqual(KILLS);
    await expectOnceEach(source);
    source.close();
  });

  it('of the door in mid-stream loses nothing it acknowledged', async () => {
    let door = await start('ingest');
    await start('worker');
    const token = await sourceToken();
    await publish(door.port, token);
    const { port } = door;
    const source = new RawSource(`http://127.0.0.1:${port}`, token);
    let kills = 0;
    await stream(source, async () => {
      kills += 1;
      await door.kill();
      door = await start('ingest', { port });
    });
    expect(kills).toBeGreaterThanOrEqual(KILLS);
    expect(source.resent).toBeGreaterThan(0);
    await expectOnceEach(source);
    source.close();
  });
});

describe('PostgreSQL away', () => {
  it('stops nobody’s hunt; ledger and quarantine catch up, once each', async () => {
    const target = new URL(database.url);
    const proxy = await createFaultyProxy({
      host: target.hostname,
      port: Number(target.port || 5432),
    });
    target.hostname = '127.0.0.1';
    target.port = String(proxy.port);
    installation = { redisUrl, databaseUrl: target.href };
    const door = await start('ingest');
    await start('worker');
    const token = await sourceToken();
    await publish(door.port, token);
    const source = new RawSource(`http://127.0.0.1:${door.port}`, token);
    proxy.cut();
    const refused: string[] = [];
    await stream(source, async () => void refused.push(...(await sendRefused(door.port, token))));
    await expectOnceEach(source);
    expect(source.resent).toBe(0);
    const before = await ledgerTotals();
    expect([refused.length >= KILLS * REFUSED, await quarantined()]).toEqual([true, []]);
    proxy.mend();
    const expected = [...expectedBoard(source.acked.values()).values()];
    const points = expected.reduce((sum, score) => sum + score, 0);
    await expect.poll(ledgerTotals, { timeout: DRAIN_MS }).toEqual({ rows: points / 10, points });
    expect(before.points).toBeLessThan(points);
    await expect.poll(quarantined, { timeout: DRAIN_MS }).toEqual(refused.sort());
    source.close();
    await proxy.close();
  });
});
