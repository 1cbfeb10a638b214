import { randomUUID } from 'node:crypto';
import type { MetricsFrame } from '@trove/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connectRedis, type TroveRedis } from './connectRedis.js';
import { globalKeys } from './keys.js';
import { publishFrame, readMetrics } from './metricsPublisher.js';

const keys = { prefix: `test-${randomUUID()}` };
const { metrics, processes } = globalKeys(keys);
let redis: TroveRedis;

beforeEach(() => {
  redis = connectRedis(process.env['TEST_REDIS_URL'] ?? '', { name: 'metrics-test' });
});
afterEach(async () => {
  await redis.del(metrics('one'), metrics('other'), processes);
  redis.disconnect();
});

const tell = (process: string, atMs: number) => {
  const frame: MetricsFrame = {
    process,
    app: 'worker',
    atMs,
    hunts: {},
    holds: 0,
    unattributed: {},
  };
  return publishFrame(redis, frame, keys);
};
const read = async (cursor: Readonly<Record<string, string>>, count = 100) => {
  const { frames, unreadable, ...rest } = await readMetrics(redis, cursor, { count, keys });
  const told = frames.map(({ frame }) => `${frame.process} ${frame.atMs}`);
  return { told: told.sort(), unreadable: unreadable.length, cursor: rest.cursor };
};

it.each([
  ['no JSON', '{'],
  ['of another shape', '{"process":"one"}'],
])('passes over a frame that is %s, and reads on behind it', async (_, text) => {
  await tell('one', 1);
  await redis.xadd(metrics('one'), '*', 'f', text);
  await redis.xadd(metrics('one'), '*', 'f', text);
  await tell('one', 2);
  await tell('other', 3);
  expect(await read({})).toMatchObject({ told: ['one 1', 'one 2', 'other 3'], unreadable: 2 });
  const first = await read({}, 2);
  expect(first).toMatchObject({ told: ['one 1', 'other 3'], unreadable: 1 });
  const next = await read(first.cursor, 1);
  expect(next).toMatchObject({ told: [], unreadable: 1 });
  expect(await read(next.cursor, 1)).toMatchObject({ told: ['one 2'], unreadable: 0 });
});

it('tells a frame once that is sent again, and says when Redis takes none', async () => {
  for (const atMs of [1, 1, 2, 1, 2]) await tell('one', atMs);
  expect(await read({})).toMatchObject({ told: ['one 1', 'one 2'] });
  await redis.del(metrics('one'));
  await redis.set(metrics('one'), 'no stream');
  await expect(tell('one', 3)).rejects.toThrow(/WRONGTYPE/);
});
