import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDb, type Db } from '../createDb.js';
import { createTestDatabase, type TestDatabase } from '../testing/createTestDatabase.js';
import { type DraftChange, draftStore, type NewDraft } from './draftStore.js';

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

const draftOf = (slug: string): NewDraft => ({
  slug,
  title: 'Harbour',
  source: `trove: 1 # ${slug}`,
  baseVersion: 0,
  by: 'ada@trove.test',
  isWritten: true,
});

describe('draftStore', () => {
  it('keeps one draft of a name, with who made it', async () => {
    const store = draftStore(db);
    expect(await store.create(draftOf('one'))).toBe(true);
    expect(await store.create(draftOf('one'))).toBe(false);
    expect(await store.find('one')).toMatchObject({ revision: 1, updatedBy: 'ada@trove.test' });
    expect(await store.find('none')).toBeUndefined();
  });

  it('takes a change on the newest revision only, and of two at once one', async () => {
    const store = draftStore(db);
    await store.create(draftOf('two'));
    const change = (by: string, revision: number) => {
      return store.change({ slug: 'two', revision, by, set: { source: `by ${by}` } });
    };
    expect(await change('ada', 1)).toBe(2);
    expect(await change('grace', 1)).toBeUndefined();
    const raced = await Promise.all([change('ada', 2), change('grace', 2)]);
    expect(raced.filter((revision) => revision === 3)).toHaveLength(1);
    expect(raced.filter((revision) => revision === undefined)).toHaveLength(1);
    expect(await change('ada', 9)).toBeUndefined();
  });

  it('knows all who wrote of the file since its version, whoever asks for a review', async () => {
    const store = draftStore(db);
    await store.create(draftOf('five'));
    const change = (by: string, revision: number, set: DraftChange['set']) =>
      store.change({ slug: 'five', revision, by, set });
    const writers = async () => (await store.find('five'))?.writers;
    await change('linus', 1, { needsReview: true });
    await change('grace', 2, { source: 'trove: 1,' });
    await change('grace', 3, { source: 'trove: 1' });
    expect(await writers()).toEqual(['ada@trove.test', 'grace']);
    await change('linus', 4, { baseVersion: 1 });
    expect(await writers()).toEqual([]);
    await change('grace', 5, { source: 'trove: 1 # again' });
    expect(await writers()).toEqual(['grace']);
    await store.create({ ...draftOf('six'), baseVersion: 3, isWritten: false });
    expect(await store.find('six')).toMatchObject({ writers: [], createdBy: 'ada@trove.test' });
  });

  it('knows who asked for a review, until it is taken off', async () => {
    const store = draftStore(db);
    await store.create(draftOf('seven'));
    const change = (by: string, revision: number, set: DraftChange['set']) =>
      store.change({ slug: 'seven', revision, by, set });
    await change('grace', 1, { needsReview: true });
    await change('ada', 2, { title: 'Another' });
    expect(await store.find('seven')).toMatchObject({ reviewAskedBy: 'grace' });
    await change('grace', 3, { needsReview: false });
    expect(await store.find('seven')).toMatchObject({ reviewAskedBy: null });
  });

  it('knows whether it is the version it is based on, or a text that comes after it', async () => {
    const store = draftStore(db);
    await store.create(draftOf('six'));
    const by = 'ada@trove.test';
    await store.change({ slug: 'six', revision: 1, by, set: { baseVersion: 4 } });
    expect(await store.find('six')).toMatchObject({ baseVersion: 4, baseRevision: 2 });
    const set = { source: 'trove: 1 # as version 2', follows: 5 };
    await store.change({ slug: 'six', revision: 2, by, set });
    const after = { revision: 3, baseVersion: 5, baseRevision: 2, writers: [by] };
    expect(await store.find('six')).toMatchObject(after);
  });

  it('keeps a review of the revision it was of', async () => {
    const store = draftStore(db);
    await store.create(draftOf('three'));
    const note = { slug: 'three', by: 'grace@trove.test', says: 'Good' };
    expect(await store.review({ ...note, revision: 2 })).toBe(false);
    expect(await store.review({ ...note, revision: 1 })).toBe(true);
    await store.change({ slug: 'three', revision: 1, by: 'ada', set: { title: 'Another' } });
    expect(await store.find('three')).toMatchObject({ revision: 2, reviewedRevision: 1 });
  });

  it('puts drafts away and takes them out again', async () => {
    const store = draftStore(db);
    await store.create(draftOf('four'));
    expect(await store.archive('four', true)).toBe(true);
    const slugs = async (isArchived: boolean) =>
      (await store.list(isArchived)).map(({ slug }) => slug);
    expect(await slugs(true)).toEqual(['four']);
    expect(await slugs(false)).not.toContain('four');
    await store.archive('four', false);
    expect(await slugs(false)).toContain('four');
    expect(await store.archive('none', true)).toBe(false);
  });
});
