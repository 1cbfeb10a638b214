import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFaultyProxy, type FaultyProxy } from './faultyProxy.js';

const LATE_MS = 150;

let heard = '';
const held = new Set<Socket>();
const echo = createServer((socket) => {
  held.add(socket);
  socket.on('data', (chunk) => {
    heard += String(chunk);
    socket.write(chunk);
  });
  socket.on('error', () => socket.destroy());
});
let proxy: FaultyProxy;

beforeEach(async () => {
  heard = '';
  await once(echo.listen(0, '127.0.0.1'), 'listening');
  proxy = await createFaultyProxy({
    host: '127.0.0.1',
    port: (echo.address() as AddressInfo).port,
  });
});

afterEach(async () => {
  await proxy.close();
  for (const socket of held) socket.destroy();
  held.clear();
  await new Promise((resolve) => echo.close(resolve));
});

interface Client {
  readonly socket: Socket;
  answers: string;
  isClosed: boolean;
}

function call(): Client {
  const client = { socket: connect(proxy.port, '127.0.0.1'), answers: '', isClosed: false };
  client.socket.on('data', (chunk) => {
    client.answers += String(chunk);
  });
  client.socket.on('error', () => undefined);
  client.socket.on('close', () => {
    client.isClosed = true;
  });
  return client;
}

it('lets questions through and their answers late, until it is told not to', async () => {
  const client = call();
  proxy.slow(LATE_MS);
  const startMs = performance.now();
  client.socket.write('one');
  await expect.poll(() => heard).toBe('one');
  client.socket.write('two');
  proxy.slow(0);
  client.socket.write('three');
  await expect.poll(() => client.answers).toBe('onetwothree');
  expect(performance.now() - startMs).toBeGreaterThanOrEqual(LATE_MS - 1);
  client.socket.destroy();
});

it('drops all and refuses new ones until it is mended', async () => {
  const before = call();
  before.socket.write('one');
  await expect.poll(() => before.answers).toBe('one');
  proxy.cut();
  const refused = call();
  await expect.poll(() => before.isClosed && refused.isClosed).toBe(true);
  proxy.mend();
  const after = call();
  after.socket.write('two');
  await expect.poll(() => after.answers).toBe('two');
});

it('swallows what is sent on connections that look open, and serves new ones', async () => {
  const before = call();
  before.socket.write('one');
  await expect.poll(() => before.answers).toBe('one');
  proxy.swallow();
  before.socket.write('two');
  const after = call();
  after.socket.write('three');
  await expect.poll(() => after.answers).toBe('three');
  expect([before.answers, before.isClosed, heard]).toEqual(['one', false, 'onethree']);
});
