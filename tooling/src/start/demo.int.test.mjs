/** A second start meets the hunt that the first has published, or what an operator made of it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '@trove/db/testing';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../paths.mjs';
import { anyPort } from '../servers/freePort.mjs';
import { startServer, waitUntilReady } from '../servers/serverProcess.mjs';
import { publishDemoHunt } from './demo.mjs';
import { readSecrets, writeCliAccess } from './secrets.mjs';

/** This file's own database of the Redis it is given. */
const REDIS_URL = `${(process.env.TEST_REDIS_URL ?? '').replace(/\/\d*$/, '')}/13`;
const HUNT = '/v1/hunts/harbour-night';
const SHIPPED = readFileSync(join(ROOT, 'examples/hunts/harbour-night.yaml'), 'utf8');

let database;
let dataDir = '';
let server;
let door;
let redis;

beforeAll(async () => {
  redis = new Redis(REDIS_URL);
  await redis.flushdb();
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
  dataDir = mkdtempSync(join(tmpdir(), 'trove-demo-'));
  const { tokenSecret } = readSecrets(dataDir);
  const port = await anyPort();
  const url = `http://127.0.0.1:${port}`;
  server = startServer({
    command: process.execPath,
    args: [join(ROOT, 'apps/ingest/dist/main.js')],
    env: {
      ...process.env,
      NODE_ENV: 'test',
      PORT: String(port),
      REDIS_URL,
      DATABASE_URL: database.url,
      TROVE_TOKEN_SECRET: tokenSecret,
      TROVE_DURABILITY: 'process',
    },
    logFile: join(dataDir, 'door.log'),
  });
  const probe = () =>
    fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  await waitUntilReady({ name: 'ingest', server, probe, withinMs: 30_000 });
  door = { url, token: await writeCliAccess({ dataDir, url, tokenSecret }) };
});

afterAll(async () => {
  await server?.stop();
  redis.disconnect();
  await database?.drop();
  rmSync(dataDir, { recursive: true });
});

/** The version that is live, and what it is called. */
async function live() {
  const headers = { authorization: `Bearer ${door.token}` };
  const reply = await fetch(`${door.url}${HUNT}/definition`, { headers });
  const { version, definition } = await reply.json();
  return { version, title: definition.title };
}

it('is published where there is none, and what an operator made of it is kept', async () => {
  expect(await publishDemoHunt(door)).toEqual({ isLive: true, is: 'new' });
  const headers = { authorization: `Bearer ${door.token}`, 'content-type': 'application/yaml' };
  const body = SHIPPED.replace(/^title: .*$/m, 'title: Ours');
  const edited = await fetch(`${door.url}${HUNT}`, { method: 'PUT', headers, body });
  expect(edited.status).toBe(201);
  expect(await publishDemoHunt(door)).toEqual({ isLive: true, is: 'kept' });
  expect(await live()).toEqual({ version: 2, title: 'Ours' });
});

it('is told not to be live where no door answers', async () => {
  const closed = { ...door, url: 'http://127.0.0.1:1' };
  const why = expect.stringContaining('no answer from http://127.0.0.1:1');
  expect(await publishDemoHunt(closed)).toEqual({ isLive: false, why });
});
