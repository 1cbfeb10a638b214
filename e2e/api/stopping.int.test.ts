/** A worker that is stopped says on /readyz that it is stopping, for as long as that takes. */
import { createTestDatabase } from '@trove/db/testing';
import { connectRedis } from '@trove/streams';
import { createFaultyProxy, type FaultyProxy } from '@trove/testkit';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Started, startProcess } from '../kill/processes.js';
import { call } from './installation.js';

const REDIS_DATABASE = 13;
const WITHIN = { timeout: 10_000, interval: 10 };

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let proxy: FaultyProxy;
let worker: Started;

beforeAll(async () => {
  const base = (process.env['TEST_REDIS_URL'] ?? '').replace(/\/\d*$/, '');
  const redisUrl = `${base}/${REDIS_DATABASE}`;
  const redis = connectRedis(redisUrl, { name: 'stopping-test' });
  await redis.flushdb();
  redis.disconnect();
  database = await createTestDatabase(process.env['TEST_DATABASE_URL'] ?? '');
  const target = new URL(database.url);
  proxy = await createFaultyProxy({ host: target.hostname, port: Number(target.port || 5432) });
  target.hostname = '127.0.0.1';
  target.port = String(proxy.port);
  worker = await startProcess('worker', { redisUrl, databaseUrl: target.href });
});
afterAll(async () => {
  await worker.kill();
  await database.drop();
});

/** Connections to this database; the worker's jobs have them. */
async function connections(): Promise<number> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rowCount } = await client.query(
    'select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await client.end();
  return rowCount ?? 0;
}

it('is not ready any more from the signal on, and ends with 0', async () => {
  const readiness = () => call(`http://127.0.0.1:${worker.port}`, 'GET /readyz');
  await expect.poll(connections, WITHIN).toBeGreaterThan(0);
  expect(await readiness()).toMatchObject({ status: 200 });
  // It waits for PostgreSQL to let go of its connections, which are held here.
  proxy.swallow();
  const ended = worker.stop();
  await expect.poll(readiness, WITHIN).toMatchObject({
    status: 503,
    body: { ready: false, checks: { redis: 'ok', running: 'it is stopping' } },
  });
  await proxy.close();
  expect(await ended).toBe(0);
});
