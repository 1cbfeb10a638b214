import type { LedgerEntry } from '@trove/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDb, type Db } from '../createDb.js';
import { chunkOf, START } from '../stores/ledger.fixture.js';
import { ledgerStore } from '../stores/ledgerStore.js';
import { createTestDatabase, type TestDatabase } from '../testing/createTestDatabase.js';
import { ledgerReads } from './ledgerReads.js';

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

it('tells the suspected events of a team that moved points, the newest first', async () => {
  const partition = 1;
  const chunk = chunkOf({ partition, from: 0, count: 6 });
  const more: readonly Partial<LedgerEntry>[] = [
    { outcome: 'suspected' },
    { outcome: 'suspected', points: 0 },
    {},
    { outcome: 'suspected', team: 'blue' },
    { outcome: 'suspected', clue: undefined, points: -2 },
    { outcome: 'suspected' },
  ];
  const entries = chunk.entries.map((entry, i) => ({ ...entry, ...more[i] }));
  await ledgerStore(db).apply({ partition, from: START, chunks: [{ ...chunk, entries }] });
  const query = { hunt: `hunt-${partition}`, team: 'red', before: 6, limit: 9 };
  const rowOf = (at: number) => {
    const { eventId, clue, points, occurredAt } = entries[at] as LedgerEntry;
    return { position: at, eventId, clue, points, occurredAt };
  };
  const { suspected } = ledgerReads(db);
  expect(await suspected(query)).toEqual([rowOf(5), rowOf(4), rowOf(0)]);
  expect(await suspected({ ...query, before: 5, limit: 1 })).toEqual([rowOf(4)]);
  // The log was lost from 4 on before it was durable.
  const offset = '9-0';
  const swapped = { ...chunkOf({ partition, epoch: 2, from: 4, count: 1 }), id: offset };
  const from = { epoch: 1, offset: '6-0' };
  expect(await ledgerStore(db).apply({ partition, from, chunks: [swapped] })).toMatchObject({
    kind: 'applied',
  });
  expect(await suspected(query)).toEqual([rowOf(0)]);
});
