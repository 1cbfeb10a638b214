/**
 * A door that promises more than its Redis keeps is not ready: the setting that would lose
 * acknowledged events with the machine cannot go unseen.
 */
import { connectRedis, type TroveRedis } from '@trove/streams';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Started, startProcess } from '../kill/processes.js';
import { type Api, call, openApi } from './installation.js';

/** A Redis database of its own on the same server. */
const REDIS_DATABASE = 5;

let api: Api;
let modest: Started;
let redis: TroveRedis;

beforeAll(async () => {
  const url = `${(process.env.TEST_REDIS_URL ?? '').replace(/\/\d*$/, '')}/${REDIS_DATABASE}`;
  redis = connectRedis(url, { name: 'durability-test' });
  api = await openApi(REDIS_DATABASE, { TROVE_DURABILITY: 'disk' });
  const databaseUrl = process.env.TEST_DATABASE_URL ?? '';
  modest = await startProcess(
    'ingest',
    { redisUrl: url, databaseUrl },
    { env: { TROVE_DURABILITY: 'process' } },
  );
});

afterAll(async () => {
  await redis.config('SET', 'appendfsync', 'always');
  await redis.config('SET', 'maxmemory-policy', 'noeviction');
  redis.disconnect();
  await modest.kill();
  await api.close();
});

const readiness = (url: string) => call(url, 'GET /readyz');

it('is ready while Redis keeps what the tier promises', async () => {
  expect((await readiness(api.url)).status).toBe(200);
});

it('is not ready while Redis syncs once a second and the tier is disk', async () => {
  await redis.config('SET', 'appendfsync', 'everysec');
  const { status, body } = await readiness(api.url);
  expect(status).toBe(503);
  expect(JSON.stringify(body)).toContain('tier disk is declared, Redis keeps process');
  expect((await readiness(`http://127.0.0.1:${modest.port}`)).status).toBe(200);
});

it('is not ready while Redis may evict what was promised', async () => {
  await redis.config('SET', 'appendfsync', 'always');
  await redis.config('SET', 'maxmemory-policy', 'allkeys-lru');
  const { status, body } = await readiness(api.url);
  expect(status).toBe(503);
  expect(JSON.stringify(body)).toContain('maxmemory-policy must be noeviction');
});

it('is ready again once both are set right', async () => {
  await redis.config('SET', 'maxmemory-policy', 'noeviction');
  expect((await readiness(api.url)).status).toBe(200);
});
