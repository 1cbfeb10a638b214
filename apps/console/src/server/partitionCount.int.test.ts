/** The environment may ask for more partitions than the installation has: nobody reads those. */
import { placeHunt } from '@trove/streams';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { db, partitionCount, partitionReads, redis } from './connections';
import { streams } from './packages';
import { publishDeps } from './publishing';

beforeAll(async () => {
  vi.stubEnv('REDIS_URL', `${(process.env['TEST_REDIS_URL'] ?? '').replace(/\/\d*$/, '')}/12`);
  vi.stubEnv('DATABASE_URL', process.env['TEST_DATABASE_URL'] ?? '');
  vi.stubEnv('BETTER_AUTH_SECRET', 'of-a-test-0123456789-0123456789-0123');
  vi.stubEnv('TROVE_PARTITIONS', '8');
  await redis().flushdb();
  await streams.fixPartitionCount(redis(), 4);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  redis().disconnect();
  await db().close();
});

it('publishes into the partitions that the installation has, and looks at no others', async () => {
  const { partitions } = await publishDeps();
  const slugs = Array.from({ length: 40 }, (_, k) => `hunt-${k}`);
  expect(Math.max(...slugs.map((slug) => placeHunt(slug, partitions)))).toBe(3);
  expect(await (await partitionReads()).status()).toHaveLength(4);
});

it('asks Redis once', async () => {
  await redis().flushdb();
  expect(await partitionCount()).toBe(4);
});
