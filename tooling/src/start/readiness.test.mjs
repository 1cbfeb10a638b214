/** An app that is not ready says why, and a start that gives up says it too. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdminServer, createRegistry } from '@trove/telemetry';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startServer, waitUntilReady } from '../servers/serverProcess.mjs';
import { isReady } from './readiness.mjs';

const REASON = 'tier disk is declared, Redis keeps nothing on disk';

let folder = '';
let admin;
let url = '';
let wrong;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'trove-ready-'));
  wrong = undefined;
  const checks = { redis: async () => undefined, durability: async () => wrong };
  const named = { app: 'ingest', version: '0', commit: '0', registry: createRegistry('ingest') };
  admin = await createAdminServer({ port: 0 }, { ...named, checks });
  url = `http://127.0.0.1:${admin.port}`;
});
afterEach(async () => {
  await admin.close();
  rmSync(folder, { recursive: true });
});

it('is told in words, and a stranger is none of ours', async () => {
  expect(await isReady({ name: 'ingest', url })).toBe(true);
  expect(await isReady({ name: 'worker', url })).toBe(`ingest answers at ${url}`);
  wrong = REASON;
  expect(await isReady({ name: 'ingest', url })).toBe(`durability: ${REASON}`);
  await admin.close();
  expect(await isReady({ name: 'ingest', url })).toBe(`no answer from ${url}`);
});

it('keeps no connection that an app would wait for when it is stopped', async () => {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.headers.connection);
    response.end(JSON.stringify({ app: 'console' }));
  });
  await new Promise((resolve) => void server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  expect(await isReady({ name: 'console', url: `http://127.0.0.1:${port}` })).toBe(true);
  expect(asked).toEqual(['close', 'close']);
  await new Promise((resolve) => void server.close(resolve));
});

it('stands in the message of a start that gives up', async () => {
  wrong = REASON;
  const args = ['-e', 'setInterval(() => {}, 1000)'];
  const logFile = join(folder, 'app.log');
  const server = startServer({ command: process.execPath, args, logFile });
  const probe = () => isReady({ name: 'ingest', url });
  const given = waitUntilReady({ name: 'ingest', server, probe, withinMs: 200 });
  await expect(given).rejects.toThrow(`ingest is not ready after 0.2 s (durability: ${REASON})`);
  server.kill();
  await server.exited;
});
