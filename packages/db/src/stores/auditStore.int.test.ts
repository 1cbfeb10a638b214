import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDb, type Db } from '../createDb.js';
import { createTestDatabase, type TestDatabase } from '../testing/createTestDatabase.js';
import { auditStore } from './auditStore.js';

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

const entry = { actor: 'u1', name: 'ada@trove.test', act: 'save-draft' };

describe('auditStore', () => {
  it('gives back what was noted, newest first, by subject and page', async () => {
    const audit = auditStore(db);
    await audit.add({ ...entry, subject: 'draft:one', before: { a: 1 }, after: { a: 2 } });
    await audit.add({ ...entry, subject: 'draft:two' });
    await audit.add({ ...entry, subject: 'draft:one', after: null });
    const [newest, oldest] = await audit.list({ subject: 'draft:one' });
    expect(oldest).toMatchObject({ before: { a: 1 }, after: { a: 2 }, act: 'save-draft' });
    expect(newest).toMatchObject({ before: null, after: null });
    const older = await audit.list({ beforeId: newest?.id ?? 0n });
    expect(older.map(({ subject }) => subject)).toEqual(['draft:two', 'draft:one']);
    expect(await audit.list({ actor: 'nobody' })).toEqual([]);
  });

  it.each([
    ['changed', () => db.prisma.auditEntry.updateMany({ data: { name: 'another' } })],
    ['removed', () => db.prisma.auditEntry.deleteMany()],
  ])('refuses, in the database itself, that an entry is %s', async (_, attempt) => {
    const before = await auditStore(db).list({});
    await expect(attempt()).rejects.toThrow('never changed or removed');
    expect(await auditStore(db).list({})).toEqual(before);
  });
});
