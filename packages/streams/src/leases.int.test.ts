/** Leases of holders that have left without giving them up. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connectRedis, type TroveRedis } from './connectRedis.js';
import { type KeySpace, partitionKeys } from './keys.js';
import { abandonedLeases, newLeaseToken, processOfToken } from './leases.js';
import { RedisStateStore } from './redisStateStore.js';

const url = process.env.TEST_REDIS_URL ?? '';
let ours: TroveRedis;
let theirs: TroveRedis;
let keys: KeySpace;

beforeEach(() => {
  keys = { prefix: `test-${randomUUID()}` };
  ours = connectRedis(url, { name: 'ours' });
  theirs = connectRedis(url, { name: 'theirs' });
});

afterEach(() => {
  ours.disconnect();
  theirs.disconnect();
});

function storeOn(redis: TroveRedis): RedisStateStore {
  return new RedisStateStore({ redis, keys, leaseMs: 60_000, nowUs: () => Date.now() * 1000 });
}

async function take(redis: TroveRedis, partition: number, process = 'worker-1') {
  const lease = { partition, token: await newLeaseToken(redis, process) };
  expect((await storeOn(redis).acquire(lease)).kind).toBe('held');
  return lease;
}

it('tells the process of a lease', async () => {
  const { token } = await take(theirs, 0);
  expect(processOfToken(token)).toBe('worker-1');
  const { token: odd } = await take(theirs, 1, 'worker#1#x');
  expect(processOfToken(odd)).toBe('worker#1#x');
  expect(await abandonedLeases(ours, [0, 1], keys)).toEqual([]);
});

it('are abandoned once their connection is closed, and can be taken then', async () => {
  const lease = await take(theirs, 0);
  const kept = await take(ours, 1);
  expect(await abandonedLeases(ours, [0, 1, 2], keys)).toEqual([]);
  theirs.disconnect();
  await expect.poll(() => abandonedLeases(ours, [0, 1, 2], keys)).toEqual([lease]);
  expect(await storeOn(ours).release(lease, 'with-backlog')).toBe('released');
  const next = await take(ours, 0);
  expect(await abandonedLeases(ours, [0, 1], keys)).toEqual([]);
  expect([next.partition, kept.partition]).toEqual([0, 1]);
});

it('are left alone when somebody else has them by now', async () => {
  const gone = await take(theirs, 0);
  const store = storeOn(ours);
  await store.release(gone, 'with-backlog');
  const { token } = await take(ours, 0);
  expect(await store.release(gone, 'with-backlog')).toBe('lost');
  expect(await ours.get(partitionKeys(keys, 0).owner)).toBe(token);
});

it('are never abandoned when their token names no connection', async () => {
  await storeOn(theirs).acquire({ partition: 0, token: 'by-hand' });
  theirs.disconnect();
  expect(await abandonedLeases(ours, [0], keys)).toEqual([]);
});
