import { createHash, randomUUID } from 'node:crypto';
import type { QuarantineRecord } from '@trove/contracts';
import { createDb, type Db, huntStore } from '@trove/db';
import { createTestDatabase, type TestDatabase } from '@trove/db/testing';
import { connectRedis, createHuntDirectory, quarantine, type TroveRedis } from '@trove/streams';
import { createLogger } from '@trove/telemetry';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sinks, startSinks } from './startSinks.js';

const redisUrl = process.env['TEST_REDIS_URL'] ?? '';
const keys = { prefix: `test-${randomUUID()}` };

let database: TestDatabase;
let db: Db;
let redis: TroveRedis;
let sinks: Sinks;

beforeEach(async () => {
  database = await createTestDatabase(process.env['TEST_DATABASE_URL'] ?? '');
  db = createDb(database.url);
  redis = connectRedis(redisUrl, { name: 'sinks-test' });
  const logger = createLogger({ app: 'worker', level: 'silent' });
  sinks = await startSinks({ redisUrl, redis, db, partitions: 2, logger, keys });
});

afterEach(async () => {
  await sinks.close();
  for await (const found of redis.scanStream({ match: `${keys.prefix}:*` })) {
    if (found.length > 0) await redis.unlink(found);
  }
  redis.disconnect();
  await db.close();
  await database.drop();
});

const refusal = (n: number): QuarantineRecord => ({
  refusedAt: 1_700_000_000_000 + n,
  stage: 'door',
  ack: 'invalid',
  code: 'malformed',
  path: '',
  detail: 'not JSON',
  eventId: '',
  hunt: '',
  type: '',
  source: '',
  player: '',
  team: '',
  transport: 'http',
  reserialised: false,
  original: `{"n":${n}`,
  originalBytes: 6,
  originalSha256: '0'.repeat(64),
  huntVersion: 0,
});

const definition = {
  trove: 1,
  slug: 'left-behind',
  title: 'Left behind',
  clues: [{ id: 'gate', title: 'Gate', points: 1, find: { code: 'GATE' } }],
};

describe('startSinks', () => {
  it('copies refusals to PostgreSQL as they come', async () => {
    await quarantine(redis, [{ record: refusal(1) }, { record: refusal(2) }], keys);
    await expect.poll(() => db.prisma.quarantineEvent.count(), { timeout: 10_000 }).toBe(2);
    await quarantine(redis, [{ record: refusal(3) }], keys);
    await expect.poll(() => db.prisma.quarantineEvent.count(), { timeout: 10_000 }).toBe(3);
  });

  it('brings a publication that was left behind to the log and the directory', async () => {
    const body = JSON.stringify(definition);
    await huntStore(db).publish({
      slug: definition.slug,
      title: definition.title,
      hash: createHash('sha256').update(body).digest('hex'),
      body,
      source: '',
      partition: 1,
      eventId: '0190a000-0000-7000-8000-000000000001',
      by: 'test',
    });
    await db.prisma.huntVersion.updateMany({ data: { publishedAt: new Date(0) } });
    const directory = createHuntDirectory(redis, keys);
    await expect
      .poll(() => directory.get(definition.slug), { timeout: 15_000 })
      .toMatchObject({ slug: definition.slug, version: 1, partition: 1, phase: 'live' });
    await expect.poll(() => huntStore(db).unannounced(0)).toEqual([]);
  });
});
