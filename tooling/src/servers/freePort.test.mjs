/** Ports that are taken, or promised, are passed over. */
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { anyPort, freePort } from './freePort.mjs';

/** @type {import('node:net').Server[]} */
let servers = [];
afterEach(async () => {
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  servers = [];
});

function listen(port) {
  const server = createServer();
  servers.push(server);
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(undefined)));
}

describe('freePort', () => {
  it('takes the usual port when it is free', async () => {
    const port = await anyPort();
    expect(await freePort(port, 'test')).toBe(port);
  });

  it('takes a later one when it is taken', async () => {
    const port = await anyPort();
    await listen(port);
    expect(await freePort(port, 'test')).toBeGreaterThan(port);
  });

  it('takes a later one when it is promised to another', async () => {
    const port = await anyPort();
    expect(await freePort(port, 'test', [port])).toBeGreaterThan(port);
  });
});
