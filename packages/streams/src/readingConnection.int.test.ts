/** A commit and the read that follows it on one connection: neither may wait for the other. */
import { randomUUID } from 'node:crypto';
import { decide, type Held, type LogEntry } from '@trove/core';
import { compiled, emptyView, huntDefinition, playEvent, published } from '@trove/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectRedis, type TroveRedis } from './connectRedis.js';
import { localUs } from './redisClock.js';
import { RedisEventLog } from './redisEventLog.js';
import { RedisStateStore } from './redisStateStore.js';

const rules = compiled(huntDefinition());
const EMPTY = emptyView(rules);
const lease = { partition: 0, token: 'w1' };
/** Longer than a test may take: a commit behind such a read would never be seen here. */
const WAIT_MS = 120_000;

describe('the connection on which a partition is read', () => {
  let redis: TroveRedis;
  let blocking: TroveRedis;
  let log: RedisEventLog;
  let store: RedisStateStore;
  let keys: { prefix: string };

  beforeEach(() => {
    const url = process.env.TEST_REDIS_URL ?? '';
    redis = connectRedis(url, { name: 'test' });
    blocking = connectRedis(url, { name: 'test-blocking', isBlocking: true });
    keys = { prefix: `test-${randomUUID()}` };
    log = new RedisEventLog({ redis, blocking, keys });
    store = new RedisStateStore({ redis, keys, nowUs: localUs, reading: () => blocking });
  });

  afterEach(async () => {
    const names = await redis.keys(`${keys.prefix}:*`);
    if (names.length > 0) await redis.del(...names);
    redis.disconnect();
    blocking.disconnect();
  });

  async function append(number: number): Promise<readonly LogEntry[]> {
    const events = [
      number === 0
        ? published('a'.repeat(64), 1)
        : playEvent('code.scanned.v1', { code: 'CLOCK' }, { number }),
    ];
    const { entryId } = await log.append({ partition: 0, door: 'door-1', events });
    const all = await log.read({ partition: 0, after: '0-0', maxEntries: 100, waitMs: 0 });
    return all.filter(({ id }) => id === entryId);
  }

  /** Commits a chunk and, in the same turn, begins to wait for what comes after it. */
  function commitAndRead(from: Held, entries: readonly LogEntry[], isFirst: boolean) {
    const chunk = {
      entries,
      decided: from.decided,
      repeats: new Map(),
      poisoned: new Set<number>(),
    };
    const committed = store.commit({ lease, from, decision: decide(chunk, EMPTY), isFirst });
    const after = entries.at(-1)?.id ?? '0-0';
    const read = log.read({ partition: 0, after, maxEntries: 10, waitMs: WAIT_MS });
    return { committed, read };
  }

  async function held(): Promise<Held> {
    const taken = await store.acquire(lease);
    if (taken.kind === 'taken') throw new Error('the lease is taken');
    return taken;
  }

  it.each([true, false])(
    'answers a commit while the next read waits (first try: %s)',
    async (isFirst) => {
      const first = commitAndRead(await held(), await append(0), isFirst);
      const reply = await first.committed;
      expect(reply.kind).toBe('held');
      const entries = await append(1);
      expect((await first.read).map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
      // The run id is known by now, which is when a commit goes ahead of the read.
      const second = commitAndRead(reply as Held, entries, isFirst);
      expect((await second.committed).kind).toBe('held');
      await append(2);
      expect(await second.read).toHaveLength(1);
    },
  );
});
