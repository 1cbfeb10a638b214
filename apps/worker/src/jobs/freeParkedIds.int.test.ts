import type { QuarantineRecord } from '@trove/contracts';
import { quarantineCareStore, quarantineReads, quarantineStore } from '@trove/db';
import {
  createIdentities,
  createQuarantineSource,
  partitionKeys,
  quarantine,
} from '@trove/streams';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RecordedHunt } from '../batch/recordedHunt.fixture.js';
import { createFreeParkedIds } from './freeParkedIds.js';
import { createProjectQuarantine } from './projectQuarantine.js';

const PARTITIONS = 1;
let hunt: RecordedHunt;
beforeEach(async () => {
  const { TEST_REDIS_URL, TEST_DATABASE_URL } = process.env;
  hunt = await RecordedHunt.open(TEST_REDIS_URL, TEST_DATABASE_URL);
});
afterEach(() => hunt.close());

const parked = () => hunt.log.redis.scard(partitionKeys(hunt.log.keys, 0).parked(hunt.slug));

/** As a door does with an event whose id it could read; answers the id. */
async function refuse(sourceHash: string): Promise<string> {
  const id = uuidv7();
  const record: QuarantineRecord = {
    ...{ refusedAt: Date.now(), stage: 'door', ack: 'invalid', code: 'malformed', path: 'data' },
    ...{ detail: 'no code', eventId: id, hunt: hunt.slug, type: 'code.scanned.v1' },
    ...{ source: '/test', player: 'ada', team: 'herons', transport: 'socket', original: '{}' },
    ...{ reserialised: false, originalBytes: 2, originalSha256: '0'.repeat(64), huntVersion: 1 },
  };
  const parking = { partition: 0, hunt: hunt.slug, id, sourceHash };
  await quarantine(hunt.log.redis, [{ record, parking }], hunt.log.keys);
  return id;
}

it('P14 makes room for what was discarded once PostgreSQL has read all of it', async () => {
  const { redis, keys } = hunt.log;
  const store = quarantineStore(hunt.db);
  const sourceHash = (await createIdentities()).sourceHash('/test');
  const source = createQuarantineSource(redis, PARTITIONS, keys);
  const free = createFreeParkedIds({ redis, store, partitions: PARTITIONS, keys, least: 1 });
  const [gone] = [await refuse(sourceHash), await refuse(sourceHash)];
  await free();
  expect(await parked()).toBe(2);
  await createProjectQuarantine({ source, store })();
  await free();
  expect(await parked()).toBe(2);
  const entries = await quarantineReads(hunt.db).list({ hunt: hunt.slug, limit: 10 });
  const discarded = entries.filter(({ eventId }) => eventId === gone);
  await quarantineCareStore(hunt.db).discard(discarded, { by: 'ada', reason: 'noise' });
  await free();
  expect(await parked()).toBe(1);
});
