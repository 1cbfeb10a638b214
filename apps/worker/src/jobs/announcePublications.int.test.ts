import { randomUUID } from 'node:crypto';
import { createDb, type Db, huntStore, type Publication } from '@trove/db';
import { createTestDatabase, type TestDatabase } from '@trove/db/testing';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createAnnouncePublications } from './announcePublications.js';

let database: TestDatabase | undefined;
let db: Db;

async function dropDatabase(): Promise<void> {
  await db?.close();
  await database?.drop();
}

beforeEach(async () => {
  await dropDatabase();
  database = await createTestDatabase(process.env['TEST_DATABASE_URL'] ?? '');
  db = createDb(database.url);
});

afterAll(dropDatabase);

/** Stores a version as if it had been left behind a while ago. */
async function leaveBehind(slug: string, digit: string): Promise<void> {
  await huntStore(db).publish({
    slug,
    title: slug,
    hash: digit.repeat(64),
    body: '{}',
    source: '',
    partition: 0,
    eventId: randomUUID(),
    by: 'test',
  });
  await db.prisma.huntVersion.updateMany({
    where: { slug },
    data: { publishedAt: new Date(Date.now() - 60_000) },
  });
}

const nameOf = ({ slug, version }: Publication) => `${slug} ${version}`;

describe('announcePublications', () => {
  it('announces what was left behind, each hunt in order, once', async () => {
    await leaveBehind('one', 'a');
    await leaveBehind('one', 'b');
    await leaveBehind('two', 'c');
    const announced: string[] = [];
    const run = createAnnouncePublications({
      store: huntStore(db),
      announce: async (publication) => announced.push(nameOf(publication)),
    });
    await run();
    await run();
    expect(announced).toEqual(['one 1', 'one 2', 'two 1']);
  });

  it('announces the other hunts when one fails, and that one again later', async () => {
    await leaveBehind('one', 'a');
    await leaveBehind('one', 'b');
    await leaveBehind('two', 'c');
    const announced: string[] = [];
    let isAway = true;
    const run = createAnnouncePublications({
      store: huntStore(db),
      announce: async (publication) => {
        if (publication.slug === 'one' && isAway) throw new Error('no Redis');
        announced.push(nameOf(publication));
      },
    });
    await expect(run()).rejects.toThrow('cannot announce one');
    expect(announced).toEqual(['two 1']);
    isAway = false;
    await run();
    expect(announced).toEqual(['two 1', 'one 1', 'one 2']);
  });

  it('leaves alone what was published a moment ago', async () => {
    await huntStore(db).publish({
      slug: 'young',
      title: 'young',
      hash: 'a'.repeat(64),
      body: '{}',
      source: '',
      partition: 0,
      eventId: randomUUID(),
      by: 'test',
    });
    const run = createAnnouncePublications({
      store: huntStore(db),
      announce: () => Promise.reject(new Error('too soon')),
    });
    await run();
    expect(await huntStore(db).unannounced(0)).toHaveLength(1);
  });
});
