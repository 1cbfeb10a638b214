/**
 * Two doors and two workers on one Redis do what one of each does: nothing is sticky, a result
 * reaches its sender at whichever door it is, and one of each may die in mid-stream.
 */
import { createTestDatabase } from '@trove/db/testing';
import { connectRedis } from '@trove/streams';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { drained, readOutcomes } from './outcomes.js';
import { type Installation, type Started, startProcess } from './processes.js';
import { RoamingSource } from './roamingSource.js';
import { sourceToken } from './source.js';

const CLIENTS = 8;
const BATCHES = 30;
const BATCH = 25;
/** The batch before which one of each dies. */
const KILL_AT = 10;
const DRAIN_MS = 30_000;
const TOLD_MS = 15_000;
const LOOK_MS = 50;
/** A door that waited for its clients to go would be ended by force, after 25 seconds. */
const STOP_MS = 5_000;
/** A database of its own on the same server: the processes own all of it. */
const REDIS_DATABASE = 10;

const redisUrl = `${(process.env.TEST_REDIS_URL ?? '').replace(/\/\d*$/, '')}/${REDIS_DATABASE}`;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let installation: Installation;
const running: Started[] = [];
const clients: RoamingSource[] = [];

beforeEach(async () => {
  const redis = connectRedis(redisUrl, { name: 'side-by-side' });
  await redis.flushdb();
  redis.disconnect();
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
  installation = { redisUrl, databaseUrl: database.url };
});

afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  for (const started of running.splice(0)) await started.kill();
  await database.drop();
});

async function start(app: 'ingest' | 'worker'): Promise<Started> {
  const started = await startProcess(app, installation);
  running.push(started);
  return started;
}

const urlOf = ({ port }: Started) => `http://127.0.0.1:${port}`;

/** Publishes hunts until each of the two partitions has one; answers their slugs. */
async function publishOnBoth(door: Started): Promise<readonly string[]> {
  const byPartition = new Map<number, string>();
  const token = await sourceToken();
  for (let i = 0; byPartition.size < 2; i += 1) {
    const slug = `side-by-side-${i}`;
    const clues = [{ id: 'clock', title: 'Clock', points: 1, find: { code: 'CODE-0' } }];
    const reply = await fetch(`${urlOf(door)}/v1/hunts/${slug}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/yaml' },
      body: JSON.stringify({ trove: 1, slug, title: slug, clues }),
    });
    const { partition } = (await reply.json()) as { partition: number };
    byPartition.set(partition, slug);
  }
  return [...byPartition.values()];
}

/** Every client sends to both hunts in turn, and starts at one door or the other. */
async function connectClients(doors: readonly Started[]): Promise<void> {
  for (let i = 0; i < CLIENTS; i += 1) {
    const client = new RoamingSource(`/side-${i}`, doors.map(urlOf), i % doors.length);
    await client.connect();
    clients.push(client);
  }
}

async function streamAll(hunts: readonly string[], disturb: () => Promise<void>): Promise<void> {
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const disturbing = batch === KILL_AT ? disturb() : undefined;
    const hunt = hunts[batch % hunts.length] as string;
    await Promise.all(
      clients.map((client, i) => client.send(hunt, BATCH, (batch * CLIENTS + i) * BATCH)),
    );
    await disturbing;
  }
}

/** Every acknowledged id has one outcome that counts, and its sender knows it. */
async function expectOnceEachAndTold(): Promise<void> {
  await drained(redisUrl, DRAIN_MS);
  const { byId } = await readOutcomes(redisUrl);
  for (const client of clients) {
    expect(client.acked.size).toBe(BATCHES * BATCH);
    const wrong = [...client.acked].filter((id) => {
      const [first, ...others] = byId.get(id) ?? [];
      return first !== 'accepted' || others.some((outcome) => outcome !== 'duplicate');
    });
    expect(wrong).toEqual([]);
    await told(client);
  }
}

async function told(client: RoamingSource): Promise<void> {
  await vi.waitFor(
    () => {
      const missing = [...client.acked].filter((id) => !client.told.has(id)).length;
      if (missing > 0) throw new Error(`${client.name} was not told ${missing} results`);
    },
    { timeout: TOLD_MS, interval: LOOK_MS },
  );
}

describe('two doors and two workers', () => {
  it('take, decide and tell every event once, from either door', async () => {
    const doors = [await start('ingest'), await start('ingest')];
    await Promise.all([start('worker'), start('worker')]);
    const hunts = await publishOnBoth(doors[0] as Started);
    await connectClients(doors);
    await streamAll(hunts, async () => undefined);
    await expectOnceEachAndTold();
    for (const { welcomes } of clients) expect(welcomes).toHaveLength(1);
  });

  it('go on when one of each is killed; clients go to the door that is left', async () => {
    const doors = [await start('ingest'), await start('ingest')];
    const workers = [await start('worker'), await start('worker')];
    const hunts = await publishOnBoth(doors[0] as Started);
    await connectClients(doors);
    await streamAll(hunts, async () => {
      await Promise.all([doors[0]?.kill(), workers[0]?.kill()]);
    });
    await expectOnceEachAndTold();
    const moved = clients.filter(({ welcomes }) => welcomes.length > 1);
    expect(moved).toHaveLength(CLIENTS / 2);
    for (const { welcomes } of moved) {
      expect(welcomes.at(-1)).toEqual({ door: 1, recovered: true });
    }
  });

  it('let go of their clients when they are asked to stop, at once', async () => {
    const doors = [await start('ingest'), await start('ingest')];
    await start('worker');
    const hunts = await publishOnBoth(doors[0] as Started);
    await connectClients(doors);
    let code: number | null | undefined;
    let tookMs = 0;
    await streamAll(hunts, async () => {
      const from = performance.now();
      code = await doors[0]?.stop();
      tookMs = performance.now() - from;
    });
    expect(code).toBe(0);
    expect(tookMs).toBeLessThan(STOP_MS);
    await expectOnceEachAndTold();
  });
});
