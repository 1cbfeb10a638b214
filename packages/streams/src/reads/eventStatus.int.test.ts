/** What is told of an event by its id, also in the moment in which it is decided. */
import { randomUUID } from 'node:crypto';
import type { LiveHunt } from '@trove/contracts';
import { decide, eventIdOf, type Held } from '@trove/core';
import { compiled, emptyView, huntDefinition, playEvent, published } from '@trove/testkit';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connectRedis, type TroveRedis } from '../connectRedis.js';
import { localUs } from '../redisClock.js';
import { RedisEventLog } from '../redisEventLog.js';
import { RedisStateStore } from '../redisStateStore.js';
import { readEventStatus } from './eventStatus.js';

const LEASE = { partition: 0, token: 'w1' };
const live = { slug: 'test-hunt', partition: 0 } as LiveHunt;
// Ids of the fixtures are of another time than the log's: without a floor none is late.
const rules = { ...compiled(huntDefinition()), clock: 'events' } as const;
const scan = playEvent('code.scanned.v1', { code: 'CLOCK' }, { number: 1 });
const asked = { live, id: eventIdOf(scan.identity), sourceHash: scan.identity.slice(16) };
let redis: TroveRedis;
let keys: { prefix: string };

beforeEach(async () => {
  redis = connectRedis(process.env['TEST_REDIS_URL'] ?? '', { name: 'status-test' });
  keys = { prefix: `test-${randomUUID()}` };
  const events = [published('a'.repeat(64), 1), scan];
  await new RedisEventLog({ redis, keys }).append({ partition: 0, door: 'd', events });
});
afterEach(async () => {
  const names = await redis.keys(`${keys.prefix}:*`);
  if (names.length > 0) await redis.del(...names);
  redis.disconnect();
});

/** Decides all that stands in the log. */
async function decideAll(): Promise<void> {
  const store = new RedisStateStore({ redis, keys, nowUs: localUs });
  const from = (await store.acquire(LEASE)) as Held;
  const query = { partition: 0, after: from.cursor, maxEntries: 100, waitMs: 0 };
  const entries = await new RedisEventLog({ redis, keys }).read(query);
  const chunk = { entries, decided: 0, repeats: new Map(), poisoned: new Set<number>() };
  const decision = decide(chunk, emptyView(rules));
  expect((await store.commit({ lease: LEASE, from, decision, isFirst: true })).kind).toBe('held');
}

it('is pending in the log, decided then, and unknown where it never came', async () => {
  expect(await readEventStatus(redis, { ...asked, keys })).toMatchObject({ status: 'pending' });
  await decideAll();
  expect(await readEventStatus(redis, { ...asked, keys })).toMatchObject({
    ...{ status: 'decided', outcome: 'accepted', verdict: 'solved' },
  });
  const other = { ...asked, sourceHash: '01234567', keys };
  expect(await readEventStatus(redis, other)).toMatchObject({ status: 'unknown' });
});

it('is known when it is decided between two looks for it', async () => {
  const racing = new Proxy(redis, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      if (name !== 'hget') return value.bind(target);
      // The place behind which nothing is decided is read once the event is no more behind it.
      return async (...of: Parameters<typeof redis.hget>) => {
        await decideAll();
        return await target.hget(...of);
      };
    },
  });
  expect(await readEventStatus(racing, { ...asked, keys })).toMatchObject({ status: 'decided' });
});
