import { randomUUID } from 'node:crypto';
import type { Outcome } from '@trove/contracts';
import type { ResultRow } from '@trove/core';
import { playEvent } from '@trove/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeOut } from '../codec/outLayout.js';
import { connectRedis, type TroveRedis } from '../connectRedis.js';
import { type KeySpace, partitionKeys } from '../keys.js';
import { createPartitionReads, type PartitionReads } from './partitionReads.js';

const NOW = Date.UTC(2026, 10, 25, 20);
let keys: KeySpace;
let redis: TroveRedis;
let reads: PartitionReads;

beforeEach(() => {
  keys = { prefix: `test-${randomUUID()}` };
  redis = connectRedis(process.env['TEST_REDIS_URL'] ?? '', { name: 'look-test' });
  reads = createPartitionReads({ redis, partitions: 2, keys, commitsPerLook: 10 });
});
afterEach(async () => {
  await redis.del(partitionKeys(keys, 0).out, partitionKeys(keys, 1).out);
  redis.disconnect();
});

const NOTHING = {
  verdict: undefined,
  clue: undefined,
  points: 0,
  score: 0,
  version: 0,
  rules: undefined,
  firstPosition: -1,
  rung: undefined,
  observed: undefined,
  extras: undefined,
  next: undefined,
} as const;

interface Commit {
  readonly partition: number;
  readonly position: number;
  readonly atMs: number;
  readonly outcome?: Outcome;
}

/** Commits of one event each, in their order. */
async function commit(commits: readonly Commit[]): Promise<void> {
  const pipeline = redis.pipeline();
  for (const { partition, position, atMs, outcome = 'accepted' } of commits) {
    const data = { place: 'p', lat: 1, lon: 1 };
    const event = playEvent('place.visited.v1', data, { number: position });
    const row: ResultRow = { ...NOTHING, event, entry: 0, position, outcome };
    const entries = [{ id: `${atMs}-0`, door: 'd', appendedAtUs: atMs * 1000, count: 1 }];
    const head = { epoch: 1, decidedAtUs: atMs * 1000, firstPosition: position };
    const decision = { entries, results: [row], hunts: [], teams: [], players: [] };
    const { out } = partitionKeys(keys, partition);
    const time = String(atMs * 1000);
    pipeline.xadd(out, `${position + 1}-0`, 't', time, 'o', encodeOut(head, decision));
  }
  await pipeline.exec();
}

/** One partition commits every tenth of a second, another every second; a minute of both. */
async function minute(): Promise<void> {
  const busy = Array.from({ length: 600 }, (_, n) => {
    const outcome: Outcome = n === 5 ? 'conflict' : 'accepted';
    return { partition: 0, position: n, atMs: NOW + n * 100, outcome };
  });
  const quiet = Array.from({ length: 60 }, (_, n) => {
    return { partition: 1, position: n, atMs: NOW + n * 1000 + 50 };
  });
  await commit([...busy, ...quiet]);
}

describe('looking through commits', () => {
  it('begins at the end of the span, however much came after it', async () => {
    await minute();
    const span = { fromMs: NOW + 400, toMs: NOW + 600, limit: 9 };
    const { events, ...rest } = await reads.between(span);
    expect(events.map(({ position }) => position)).toEqual([6, 5, 4]);
    expect(rest).toEqual({ commits: 3 });
  });

  it('says where it ended before its span did, and goes on from there with the next', async () => {
    await minute();
    const found: number[] = [];
    let toMs: number | undefined = NOW + 10_000;
    let looks = 0;
    while (toMs !== undefined) {
      const look = await reads.between({ fromMs: NOW, toMs, limit: 1_000 });
      found.push(...look.events.map(({ committedAt }) => committedAt - NOW));
      expect(look.commits).toBeLessThanOrEqual(20);
      toMs = look.openToMs;
      looks += 1;
    }
    const every = [
      ...Array.from({ length: 101 }, (_, n) => n * 100),
      ...Array.from({ length: 10 }, (_, n) => n * 1000 + 50),
    ];
    expect(found).toEqual(every.sort((a, b) => b - a));
    expect(looks).toBe(11);
  });

  it('tells a filter that matches nothing yet from one that matches nothing', async () => {
    await minute();
    const rare = { outcome: 'conflict', limit: 9 } as const;
    const newest = await reads.recent(rare);
    expect(newest).toEqual({ events: [], commits: 20, openToMs: NOW + 58_900 });
    const last = await reads.between({ ...rare, fromMs: NOW, toMs: NOW + 900 });
    expect(last.events.map(({ position }) => position)).toEqual([5]);
    expect(last.openToMs).toBeUndefined();
  });

  it('leaves out commits that can’t be read, and says how many', async () => {
    await commit([
      { partition: 0, position: 0, atMs: NOW },
      { partition: 0, position: 2, atMs: NOW + 200 },
      { partition: 1, position: 0, atMs: NOW + 300 },
    ]);
    const { out } = partitionKeys(keys, 0);
    const time = String((NOW + 100) * 1000);
    await redis.xadd(out, '3-1', 't', time, 'o', Buffer.from([255, 0, 0]));
    await redis.xadd(out, '4-0', 't', String((NOW + 400) * 1000), 'o', Buffer.from('no commit'));
    const recent = await reads.recent({ limit: 9 });
    expect(recent.events.map(({ committedAt }) => committedAt - NOW)).toEqual([300, 200, 0]);
    expect(recent).toMatchObject({ commits: 3, unreadable: 2 });
    const before = await reads.between({ fromMs: NOW, toMs: NOW + 50, limit: 9 });
    expect(before.events).toHaveLength(1);
    expect(before).not.toHaveProperty('unreadable');
  });

  it('leaves nothing open where it found as many as were asked for', async () => {
    await minute();
    const { events, openToMs } = await reads.recent({ limit: 5 });
    expect(events).toHaveLength(5);
    expect(openToMs).toBeUndefined();
  });
});
