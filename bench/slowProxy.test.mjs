import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSlowProxy } from './slowProxy.mjs';

const LATE_MS = 150;

let heard = '';
const echo = createServer((socket) => {
  socket.on('data', (chunk) => {
    heard += String(chunk);
    socket.write(chunk);
  });
  socket.on('error', () => socket.destroy());
});
let proxy;
beforeAll(async () => {
  await once(echo.listen(0, '127.0.0.1'), 'listening');
  proxy = await createSlowProxy(echo.address().port);
});
afterAll(() => {
  proxy.close();
  echo.close();
});

it('lets questions through and their answers late, until it is told not to', async () => {
  const client = connect(proxy.port, '127.0.0.1');
  let answers = '';
  client.on('data', (chunk) => {
    answers += String(chunk);
  });
  proxy.slow(LATE_MS);
  const startMs = performance.now();
  client.write('one');
  await expect.poll(() => heard).toBe('one');
  client.write('two');
  await expect.poll(() => answers).toBe('onetwo');
  expect(performance.now() - startMs).toBeGreaterThanOrEqual(LATE_MS - 1);
  proxy.slow(0);
  client.write('three');
  await expect.poll(() => answers).toBe('onetwothree');
  client.destroy();
});
