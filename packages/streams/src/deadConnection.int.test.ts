/** A connection whose packets go nowhere although it looks open. */
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { connectRedis, type TroveRedis } from './connectRedis.js';

const server = new URL(process.env.TEST_REDIS_URL ?? '');
const open: Socket[] = [];
let proxy: Server;
let redis: TroveRedis;

afterEach(() => {
  redis.disconnect();
  for (const socket of open.splice(0)) socket.destroy();
  proxy.close();
});

/** Hands everything on to Redis and back. */
async function startProxy(): Promise<string> {
  proxy = createServer((client) => {
    const upstream = connect(Number(server.port), server.hostname);
    client.pipe(upstream).pipe(client);
    for (const socket of [client, upstream]) {
      socket.on('error', () => socket.destroy());
      open.push(socket);
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return `redis://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
}

/** As a network that has forgotten these connections: no byte passes, and no end is told. */
function swallow(): void {
  for (const socket of open) socket.unpipe().pause();
}

it('is made anew once it is silent for too long, and what was asked is asked again', async () => {
  redis = connectRedis(await startProxy(), { name: 'test', isBlocking: true, deadAfterMs: 300 });
  redis.on('error', () => undefined);
  expect(await redis.ping()).toBe('PONG');
  swallow();
  expect(await redis.ping()).toBe('PONG');
  expect(open.length).toBe(4);
});

it('is not given up while a wait on it is shorter', async () => {
  redis = connectRedis(await startProxy(), { name: 'test', isBlocking: true, deadAfterMs: 2_000 });
  for (let wait = 0; wait < 6; wait += 1) {
    const read = await redis.xread('BLOCK', 50, 'STREAMS', 'test-nothing-here', '0-0');
    expect(read).toBeNull();
  }
  expect(open.length).toBe(2);
});
