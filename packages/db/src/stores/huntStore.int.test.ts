import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDb, type Db } from '../createDb.js';
import { huntReads } from '../reads/huntReads.js';
import { createTestDatabase, type TestDatabase } from '../testing/createTestDatabase.js';
import { huntStore, type NewVersion } from './huntStore.js';

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

const versionOf = (slug: string, fields: Partial<NewVersion> = {}): NewVersion => ({
  slug,
  title: 'Harbour at night',
  hash: 'a'.repeat(64),
  body: '{"trove":1}',
  source: 'trove: 1 # a comment',
  partition: 3,
  eventId: randomUUID(),
  by: 'operator@trove.local',
  ...fields,
});

const unannouncedOf = async (slug: string) =>
  (await huntStore(db).unannounced(0)).filter((publication) => publication.slug === slug);

describe('huntStore', () => {
  it('counts versions up and keeps the partition of the first', async () => {
    const store = huntStore(db);
    const first = versionOf('counted');
    expect(await store.publish(first)).toEqual({
      isOutdated: false,
      version: 1,
      published: true,
      partition: 3,
      eventId: first.eventId,
      isAnnounced: false,
    });
    const second = versionOf('counted', { hash: 'b'.repeat(64), partition: 0, title: 'Later' });
    expect(await store.publish(second)).toMatchObject({ version: 2, partition: 3 });
    expect(await store.partitionOf('counted')).toBe(3);
    expect(await store.partitionOf('never-published')).toBeUndefined();
    expect(await db.prisma.hunt.findUnique({ where: { slug: 'counted' } })).toMatchObject({
      ...{ lastVersion: 2, title: 'Later' },
    });
    expect(await huntReads(db).newestVersion('counted')).toMatchObject({ version: 2 });
    expect((await huntReads(db).versions('counted')).map(({ version }) => version)).toEqual([2, 1]);
    expect(await huntReads(db).version('counted', 1)).toMatchObject({
      body: first.body,
      source: first.source,
      publishedBy: first.by,
    });
    expect(await huntReads(db).version('counted', 9)).toBeUndefined();
  });

  it('stores nothing for a publisher who has not seen the newest version', async () => {
    const store = huntStore(db);
    const first = versionOf('outrun', { expects: 0, by: 'ada' });
    expect(await store.publish(first)).toMatchObject({ isOutdated: false, version: 1 });
    const late = versionOf('outrun', { expects: 0, hash: 'c'.repeat(64), by: 'grace' });
    expect(await store.publish(late)).toEqual({ isOutdated: true, version: 1, by: 'ada' });
    expect(await store.publish({ ...late, expects: 1 })).toMatchObject({ version: 2 });
    const both = [1, 2].map((digit) => {
      const hash = String(digit).repeat(64);
      return store.publish(versionOf('outrun', { expects: 2, hash, by: `racer ${digit}` }));
    });
    const answers = await Promise.all(both);
    expect(answers.filter(({ isOutdated }) => isOutdated)).toHaveLength(1);
    expect(answers.map(({ version }) => version)).toEqual([3, 3]);
  });

  it('stores nothing when the newest version is the same, and names its event', async () => {
    const first = versionOf('same');
    await huntStore(db).publish(first);
    const again = await huntStore(db).publish(versionOf('same'));
    expect(again).toMatchObject({ version: 1, published: false, eventId: first.eventId });
  });

  it('gives publications of one moment versions without gap or repeat', async () => {
    const published = await Promise.all(
      ['1', '2', '3', '4', '5', '6'].map((digit) =>
        huntStore(db).publish(versionOf('raced', { hash: digit.repeat(64) })),
      ),
    );
    expect(published.map(({ version }) => version).sort((a, b) => a - b)).toEqual([
      1, 2, 3, 4, 5, 6,
    ]);
  });

  it('names what is not announced, and leaves out what a later version overtook', async () => {
    const store = huntStore(db);
    const first = versionOf('announced');
    const second = versionOf('announced', { hash: 'b'.repeat(64) });
    await store.publish(first);
    await store.publish(second);
    expect((await unannouncedOf('announced')).map(({ version }) => version)).toEqual([1, 2]);
    await store.markAnnounced(second.eventId);
    expect(await unannouncedOf('announced')).toEqual([]);
    await store.markAnnounced(randomUUID());
  });

  it('waits before it calls a publication unannounced', async () => {
    await huntStore(db).publish(versionOf('young'));
    const old = await huntStore(db).unannounced(60_000);
    expect(old.map(({ slug }) => slug)).not.toContain('young');
  });
});
