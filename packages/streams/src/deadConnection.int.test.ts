/** A connection whose packets go nowhere although it looks open. */
import { createFaultyProxy, type FaultyProxy } from '@trove/testkit';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connectRedis, type TroveRedis } from './connectRedis.js';

const server = new URL(process.env.TEST_REDIS_URL ?? '');
let proxy: FaultyProxy;
let redis: TroveRedis;

beforeEach(async () => {
  proxy = await createFaultyProxy({ host: server.hostname, port: Number(server.port) });
});

afterEach(async () => {
  redis.disconnect();
  await proxy.close();
});

function connectIn(deadAfterMs: number): TroveRedis {
  const url = `redis://127.0.0.1:${proxy.port}`;
  return connectRedis(url, { name: 'test', isBlocking: true, deadAfterMs });
}

it('is made anew once it is silent for too long, and what was asked is asked again', async () => {
  redis = connectIn(300);
  redis.on('error', () => undefined);
  const id = await redis.client('ID');
  proxy.swallow();
  expect(await redis.client('ID')).not.toBe(id);
});

it('is not given up while a wait on it is shorter', async () => {
  redis = connectIn(2_000);
  const id = await redis.client('ID');
  for (let wait = 0; wait < 6; wait += 1) {
    const read = await redis.xread('BLOCK', 50, 'STREAMS', 'test-nothing-here', '0-0');
    expect(read).toBeNull();
  }
  expect(await redis.client('ID')).toBe(id);
});
