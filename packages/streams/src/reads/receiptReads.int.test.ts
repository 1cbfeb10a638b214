import { randomUUID } from 'node:crypto';
import type { LiveHunt } from '@trove/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connectRedis, type TroveRedis } from '../connectRedis.js';
import { partitionKeys } from '../keys.js';
import { createReceiptReads } from './receiptReads.js';

const LIVE = { slug: 'harbour', partition: 0 } as LiveHunt;

let redis: TroveRedis;
let keys: { prefix: string };

beforeEach(() => {
  redis = connectRedis(process.env['TEST_REDIS_URL'] ?? '', { name: 'receipt-reads-test' });
  keys = { prefix: `test-${randomUUID()}` };
});
afterEach(async () => {
  await redis.del(partitionKeys(keys, 0).board(LIVE.slug));
  redis.disconnect();
});

it('RC9 ranks the scores of an event on the board of now, and anew as others score', async () => {
  const board = partitionKeys(keys, 0).board(LIVE.slug);
  await redis.zadd(board, 30, 'herons', 20, 'otters', 10, 'newts');
  const reads = createReceiptReads(redis, keys);
  const effect = () => reads.boardEffect(LIVE, { team: 'herons', before: 5, after: 30 });
  const first = await effect();
  expect(first).toEqual({ rankOfBefore: 3, rankOfAfter: 1, readAt: expect.any(Number) });
  await redis.zadd(board, 40, 'otters');
  const later = await effect();
  expect(later).toMatchObject({ rankOfBefore: 3, rankOfAfter: 2 });
  expect(later?.readAt).toBeGreaterThan(first?.readAt ?? 0);
  const stranger = { team: 'foxes', before: 0, after: 10 };
  expect(await reads.boardEffect(LIVE, stranger)).toBeUndefined();
});
