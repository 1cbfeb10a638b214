import { randomUUID } from 'node:crypto';
import { eventLogSuite, stateStoreSuite } from '@trove/testkit';
import { connectRedis } from './connectRedis.js';
import { localUs } from './redisClock.js';
import { RedisEventLog } from './redisEventLog.js';
import { RedisStateStore } from './redisStateStore.js';

async function openRedis() {
  const url = process.env.TEST_REDIS_URL ?? '';
  const redis = connectRedis(url, { name: 'test' });
  const blocking = connectRedis(url, { name: 'test-blocking', isBlocking: true });
  const keys = { prefix: `test-${randomUUID()}` };
  return {
    log: new RedisEventLog({ redis, blocking, keys }),
    store: new RedisStateStore({ redis, keys, nowUs: localUs }),
    async close() {
      const names = await redis.keys(`${keys.prefix}:*`);
      if (names.length > 0) await redis.del(...names);
      redis.disconnect();
      blocking.disconnect();
    },
  };
}

eventLogSuite('on Redis', openRedis);
stateStoreSuite('on Redis', openRedis);
