/** A door that starts while what stands in Redis can't be read. */
import {
  connectRedis,
  createRedisClock,
  DEFAULT_KEYS,
  partitionKeys,
  type RedisClock,
  type TroveRedis,
} from '@trove/streams';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Departures } from '../teams/departures.js';
import { Backlog } from './backlog.js';
import { fillBacklog } from './fillBacklog.js';

/** Far beyond those that anybody has here. */
const [EMPTY, DAMAGED] = [8_001, 8_002];
const { out } = partitionKeys(DEFAULT_KEYS, DAMAGED);
let redis: TroveRedis;
let clock: RedisClock;

beforeEach(async () => {
  redis = connectRedis(process.env['TEST_REDIS_URL'] ?? '', { name: 'fill-test' });
  clock = await createRedisClock(redis);
});

afterEach(async () => {
  await redis.del(out);
  clock.close();
  redis.disconnect();
});

it('follows the other partitions, and that one from where it can be read again', async () => {
  await redis.xadd(out, '3-0', 't', String(clock.nowUs()), 'o', Buffer.from([255, 0, 0]));
  const app = { redis, clock, backlog: new Backlog(), departures: new Departures() };
  const met: number[] = [];
  const from = await fillBacklog(app, [DAMAGED, EMPTY], (_, partition) => void met.push(partition));
  expect(met).toEqual([DAMAGED]);
  expect([...from]).toEqual([[EMPTY, '0-0']]);
});
