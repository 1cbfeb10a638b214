import type { TwinHunt, TwinRun } from '@trove/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDb, type Db } from '../createDb.js';
import { twinReads } from '../reads/twinReads.js';
import { createTestDatabase, type TestDatabase } from '../testing/createTestDatabase.js';
import { twinStore } from './twinStore.js';

let database: TestDatabase;
let db: Db;

beforeAll(async () => {
  database = await createTestDatabase(process.env['TEST_DATABASE_URL'] ?? '');
  db = createDb(database.url);
});

afterAll(async () => {
  await db.close();
  await database.drop();
});

const NOW = Date.UTC(2026, 5, 1, 20);
const DAY = 24 * 3_600_000;

const runAt = (at: number): TwinRun => {
  const figures = { tookMs: 1, cpuMs: 1, events: 1, hunts: 1, divergence: 0 };
  return { at, everyS: 60, ...figures, questions: [], says: undefined };
};
const huntOf = (position: number): Omit<TwinHunt, 'at'> => ({
  ...{ hunt: 'old-town', partition: 0, epoch: 1, position, events: position, isWhole: true },
  ...{ board: [], points: {}, outcomes: {}, divergence: 0, differences: [] },
});

it('BT3 keeps the later of two looks, and nothing that a wrong clock has dated ahead', async () => {
  const store = twinStore(db);
  const stands = async () => {
    const [hunt] = await twinReads(db).hunts();
    return [hunt?.position, (await twinReads(db).runs()).map(({ at }) => at)];
  };
  await store.put(runAt(NOW + DAY), [huntOf(1)]);
  await store.put(runAt(NOW), [huntOf(2)]);
  expect(await stands()).toEqual([2, [NOW]]);
  await store.put(runAt(NOW - 30_000), [huntOf(3)]);
  expect(await stands()).toEqual([2, [NOW, NOW - 30_000]]);
});

it('BT3 lets no proof stand that is dated ahead of the newest', async () => {
  const store = twinStore(db);
  const found = { tookMs: 1, hunts: 1, events: 1, divergence: 0, says: undefined, details: [] };
  for (const at of [NOW, NOW + DAY, NOW + 30_000]) await store.putReconciliation({ at, ...found });
  const proofs = await twinReads(db).reconciliations(10);
  expect(proofs.map(({ at }) => at)).toEqual([NOW + 30_000, NOW]);
});
