/** Ids that a store knows for new without asking: whatever it skips, no repeat may pass. */
import { randomUUID } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import { decide, type Held, type LogEntry, type LoggedEvent, type Repeat } from '@trove/core';
import {
  compiled,
  emptyView,
  huntDefinition,
  playEvent,
  SeededSource,
  seedFrom,
} from '@trove/testkit';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connectRedis, type TroveRedis } from './connectRedis.js';
import { partitionKeys } from './keys.js';
import { localUs } from './redisClock.js';
import { RedisEventLog } from './redisEventLog.js';
import { RedisStateStore } from './redisStateStore.js';

const SEED = seedFrom(process.env['TROVE_SEED']);
/** The log stamps real time, by which an older id would be late. */
const NOW_MS = Date.now();
const VIEW = { ...emptyView(compiled(huntDefinition())), isParked: () => true };
const HUNTS = ['test-hunt', 'other-hunt'];

let redis: TroveRedis;
let keys: { prefix: string };
let log: RedisEventLog;
let workers: RedisStateStore[];
let cursor: string;

beforeEach(() => {
  redis = connectRedis(process.env['TEST_REDIS_URL'] ?? '', { name: 'known-ids-test' });
  keys = { prefix: `test-${randomUUID()}` };
  log = new RedisEventLog({ redis, keys });
  workers = [1, 2].map(() => {
    return new RedisStateStore({ redis, keys, nowUs: localUs, leaseMs: 60_000 });
  });
  cursor = '0-0';
});
afterEach(async () => {
  const names = await redis.keys(`${keys.prefix}:*`);
  if (names.length > 0) await redis.del(...names);
  redis.disconnect();
});

it(`names each repeat and nothing else, whoever commits (seed ${SEED})`, async () => {
  const random = new SeededSource(SEED);
  const firsts = new Map<string, number>();
  const hours: number[] = [];
  for (let step = 0; step < 60; step += 1) {
    // Long runs of one worker over ids of an hour of their own, so that it knows what it has made.
    const worker = step % 20 < 16 ? 0 : random.below(2);
    const events = Array.from({ length: 1 + random.below(500) }, () => {
      const isAgain = hours.length > 0 && random.chance(0.03);
      const number = isAgain ? random.below(hours.length) : hours.length;
      hours[number] ??= Math.floor(step / 20);
      return event(number, hours[number]);
    });
    // A chunk tells its own repeats by itself.
    const chunk = [...new Map(events.map((one) => [one.identity, one])).values()];
    const expected = chunk.flatMap(({ identity }, index) => {
      const firstPosition = firsts.get(identity);
      return firstPosition === undefined ? [] : [{ index, firstPosition }];
    });
    const { named, held } = await commitOf(worker, await append(chunk));
    expect(named).toEqual(expected);
    chunk.forEach(({ identity }, index) => {
      if (!firsts.has(identity)) firsts.set(identity, held.decided - chunk.length + index);
    });
  }
  expect(firsts.size).toBe(hours.length);
});

it('knows an id again that was parked at the door and replayed', async () => {
  await commitOf(0, await append([event(0)]));
  const [parked] = [event(1)];
  await redis.sadd(
    partitionKeys(keys, 0).parked(HUNTS[1] as string),
    Buffer.from(parked.identity, 'latin1'),
  );
  await commitOf(0, await append([event(3)]));
  await commitOf(0, await append([parked], true));
  const { named, held } = await commitOf(0, await append([event(5), parked]));
  expect(named).toEqual([{ index: 1, firstPosition: held.decided - 3 }]);
});

it('asks for nothing that it knows to be new', async () => {
  await commitOf(0, await append([event(0), event(1)]));
  const asked = await watchQuestions();
  await commitOf(0, await append([event(2), event(3), event(4)]));
  expect(await asked.soFar()).toBe(0);
  // Another worker knows nothing of what the first one has put there.
  await commitOf(1, await append([event(6), event(7)]));
  expect(await asked.soFar()).toBe(2);
  asked.stop();
});

function event(number: number, hoursAgo = 0): LoggedEvent {
  const hunt = HUNTS[number % 2] as string;
  const timeMs = NOW_MS - hoursAgo * 3_600_000;
  return playEvent('code.scanned.v1', { code: 'CLOCK' }, { number, hunt, timeMs });
}

async function append(events: LoggedEvent[], isReplay = false): Promise<readonly LogEntry[]> {
  await log.append({ partition: 0, door: 'door-1', events, isReplay });
  const entries = await log.read({ partition: 0, after: cursor, maxEntries: 10, waitMs: 0 });
  cursor = entries.at(-1)?.id ?? cursor;
  return entries;
}

/** Commits as a worker does, again with the repeats that were named; tells which these were. */
async function commitOf(worker: number, entries: readonly LogEntry[]) {
  const store = workers[worker] as RedisStateStore;
  const lease = { partition: 0, token: `w${worker}` };
  const from = await store.acquire(lease);
  if (from.kind === 'taken') throw new Error('the lease is taken');
  const repeats = new Map<number, Repeat>();
  for (;;) {
    const chunk = { entries, decided: from.decided, repeats, poisoned: new Set<number>() };
    const reply = await store.commit({
      lease,
      from,
      decision: decide(chunk, VIEW),
      isFirst: repeats.size === 0,
    });
    if (reply.kind === 'moved') throw new Error('somebody else has committed');
    if (reply.kind === 'held') {
      await store.release(lease, 'with-backlog');
      return { named: inOrder(repeats), held: reply satisfies Held };
    }
    for (const repeat of reply.repeats) repeats.set(repeat.index, repeat);
  }
}

function inOrder(repeats: ReadonlyMap<number, Repeat>) {
  return [...repeats.values()]
    .sort((one, other) => one.index - other.index)
    .map(({ index, firstPosition }) => ({ index, firstPosition }));
}

/** Counts how often a script asks for many ids at once, of this test's own buckets alone. */
async function watchQuestions() {
  const monitor = (await redis.monitor()) as EventEmitter & { disconnect(): void };
  let count = 0;
  monitor.on('monitor', (_time: string, [command, key = '']: string[]) => {
    if (command?.toUpperCase() !== 'HMGET') return;
    if (key.startsWith(keys.prefix) && key.includes(':seen:')) count += 1;
  });
  return {
    /** All that was run before. */
    async soFar(): Promise<number> {
      const fence = randomUUID();
      const isSeen = new Promise<void>((resolve) => {
        monitor.on('monitor', (_time: string, args: string[]) => {
          if (args.includes(fence)) resolve();
        });
      });
      await redis.echo(fence);
      await isSeen;
      return count;
    },
    stop: () => monitor.disconnect(),
  };
}
