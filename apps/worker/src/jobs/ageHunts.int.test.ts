import { partitionKeys } from '@trove/streams';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RecordedHunt } from '../batch/recordedHunt.fixture.js';
import { createAgeHunts } from './ageHunts.js';

const HOUR = 3_600_000;
let hunt: RecordedHunt;
beforeEach(async () => {
  const { TEST_REDIS_URL, TEST_DATABASE_URL } = process.env;
  hunt = await RecordedHunt.open(TEST_REDIS_URL, TEST_DATABASE_URL);
});
afterEach(() => hunt.close());

const keysOf = () => partitionKeys(hunt.log.keys, hunt.partition);
const entries = () => hunt.log.redis.xlen(keysOf().log);
const remembered = () => hunt.log.redis.keys(`${hunt.log.keys.prefix}:*seen:*`);
const ageAfter = (hours: number) => {
  const { redis, keys } = hunt.log;
  return createAgeHunts({ redis, keys, nowMs: () => Date.now() + hours * HOUR })();
};

it('P5 gives a hunt one event once all it remembers is too old, and none before', async () => {
  await hunt.play(1, 3);
  const [before, ids] = [await entries(), await remembered()];
  expect(ids).not.toEqual([]);
  for (const hours of [0, 49]) await ageAfter(hours);
  expect(await entries()).toBe(before);
  await ageAfter(52);
  expect(await entries()).toBe(before + 1);
});

it('P5 leaves nothing of that event to be forgotten', async () => {
  await hunt.play(1, 3);
  const ids = await remembered();
  await ageAfter(100);
  // By the clock of now nothing is too old yet, but for the event's own id.
  await hunt.play(4, 1);
  const counters = await hunt.log.redis.hgetall(keysOf().counters);
  expect(counters).toEqual({ accepted: '5', late: '1' });
  expect(await remembered()).toEqual(ids);
});

it('P5 appends nothing where nothing is remembered', async () => {
  await hunt.play(1, 3);
  await hunt.log.redis.del(...(await remembered()));
  const before = await entries();
  await ageAfter(200);
  expect(await entries()).toBe(before);
});
