/** A Redis of the operator's own is looked at before anything waits for it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anyPort } from './freePort.mjs';
import { faultOfRedis } from './givenRedis.mjs';
import { answersPing, findRedis, provisionRedis } from './provisionRedis.mjs';
import { startServer, waitUntilReady } from './serverProcess.mjs';

let dataDir = '';
let url = '';
let server;

/** One as systems ship it: it keeps no append-only file. */
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'trove-given-'));
  const port = await anyPort();
  url = `redis://127.0.0.1:${port}`;
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dataDir, '--save', ''];
  const logFile = join(dataDir, 'redis.log');
  server = startServer({ command: await findRedis(), args, logFile });
  const probe = () => answersPing(port);
  await waitUntilReady({ name: 'Redis', server, probe, withinMs: 10_000 });
});
afterAll(async () => {
  // Redis does not heed SIGTERM while it writes its first append-only file.
  server?.kill();
  await server?.exited;
  rmSync(dataDir, { recursive: true });
});

async function set(settings) {
  const redis = new Redis(url);
  for (const [name, value] of Object.entries(settings)) await redis.config('SET', name, value);
  redis.disconnect();
}

it('is refused with what mends it, as long as it keeps less than the tier', async () => {
  const refused = provisionRedis({ dataDir, url });
  await expect(refused).rejects.toThrow(/TROVE_DURABILITY=disk promises \(no file\)/);
  await expect(provisionRedis({ dataDir, url })).rejects.toThrow(/CONFIG SET appendonly yes/);
  await set({ appendonly: 'yes', appendfsync: 'everysec' });
  expect(await faultOfRedis(url, 'disk')).toMatchObject({
    mend: expect.stringContaining('appendfsync always'),
  });
  expect(await faultOfRedis(url, 'process')).toBeUndefined();
});

it('is refused while it may drop what it has taken', async () => {
  await set({ appendonly: 'yes', appendfsync: 'always', 'maxmemory-policy': 'allkeys-lru' });
  expect(await faultOfRedis(url)).toMatchObject({ found: expect.stringContaining('allkeys-lru') });
  await set({ 'maxmemory-policy': 'noeviction' });
  expect(await provisionRedis({ dataDir, url })).toEqual({ url });
});

it('is told to be away at once', async () => {
  const away = provisionRedis({ dataDir, url: 'redis://127.0.0.1:1' });
  await expect(away).rejects.toThrow(/REDIS_URL does not answer.*ECONNREFUSED/);
});
