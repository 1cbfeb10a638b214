import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDb, type Db } from '../createDb.js';
import { DB_LIMITS } from '../limits.js';
import { createTestDatabase, type TestDatabase } from '../testing/createTestDatabase.js';
import { republicationStore } from './republicationStore.js';

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

it('keeps the newest ended runs of each hunt, and whatever has not ended', async () => {
  const store = republicationStore(db);
  const ask = async (hunt: string) => {
    const id = randomUUID();
    const asked = { id, hunt, by: 'ann', draft: 'trove: 1', baseVersion: 1 };
    expect(await store.ask(asked)).toBe(true);
    return id;
  };
  const other = await ask('other');
  await store.end(other, { state: 'cancelled', says: 'by ann' });
  const ids: string[] = [];
  for (let run = 0; run < DB_LIMITS.keptRepublications + 3; run += 1) {
    const id = await ask('old-town');
    ids.push(id);
    await store.end(id, { state: 'cancelled', says: 'by ann' });
  }
  ids.push(await ask('old-town'));
  const rows = await db.prisma.republication.findMany({ orderBy: { askedAt: 'asc' } });
  expect(rows.map(({ id }) => id)).toEqual([other, ...ids.slice(3)]);
});
