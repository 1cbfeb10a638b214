import { randomUUID } from 'node:crypto';
import type { LiveHunt } from '@trove/contracts';
import { createDb, type Db, huntReads, huntStore } from '@trove/db';
import { createTestDatabase, type TestDatabase } from '@trove/db/testing';
import { connectRedis, createHuntDirectory, type TroveRedis } from '@trove/streams';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { checkFile } from './checkFile.js';
import { type PublishDeps, publishHunt } from './publishHunt.js';

let database: TestDatabase;
let db: Db;
let redis: TroveRedis;

beforeAll(async () => {
  database = await createTestDatabase(process.env['TEST_DATABASE_URL'] ?? '');
  db = createDb(database.url);
  redis = connectRedis(process.env['TEST_REDIS_URL'] ?? '', { name: 'publishing-test' });
});

afterAll(async () => {
  redis.disconnect();
  await db.close();
  await database.drop();
});

function depsOf(heard: LiveHunt[] = []): PublishDeps {
  return {
    redis,
    directory: createHuntDirectory(redis),
    huntStore: huntStore(db),
    partitions: 2,
    check: async (file) => checkFile(file),
    nowMs: Date.now,
    onLive: (live) => heard.push(live),
  };
}

const fixture = (points: number) => ({
  name: 'the pier',
  events: [{ team: 'herons', scan: 'PIER', expect: { points } }],
});
const clue = { id: 'pier', title: 'The pier', points: 10, find: { code: 'PIER' } };
const fileOf = (slug: string, more: object = {}) =>
  stringify({ trove: 1, slug, title: 'Harbour', clues: [clue], ...more });
const newSlug = () => `p-${randomUUID().slice(0, 12)}`;

describe('publishing a hunt', () => {
  it('puts it live, and the same again changes nothing', async () => {
    const slug = newSlug();
    const heard: LiveHunt[] = [];
    const publish = { slug, text: fileOf(slug), by: 'ada', expects: 0 };
    const first = await publishHunt(depsOf(heard), publish);
    expect(first).toMatchObject({ is: 'published', reply: { version: 1, published: true } });
    expect(heard).toMatchObject([{ slug, version: 1 }]);
    const again = await publishHunt(depsOf(), { ...publish, expects: 1 });
    expect(again).toMatchObject({ is: 'published', reply: { version: 1, published: false } });
  });

  it('tells whoever has not seen the newest version, and stores nothing of theirs', async () => {
    const slug = newSlug();
    await publishHunt(depsOf(), { slug, text: fileOf(slug), by: 'ada' });
    const text = fileOf(slug, { title: 'Another' });
    const late = await publishHunt(depsOf(), { slug, text, by: 'grace', expects: 0 });
    expect(late).toEqual({ is: 'outdated', version: 1, by: 'ada' });
    expect(await huntReads(db).versions(slug)).toHaveLength(1);
  });

  it('refuses a hunt that lives in a partition nobody reads, and stores nothing', async () => {
    const slug = newSlug();
    const before = { slug, hash: 'a'.repeat(64), body: '{}', source: '', by: 'ada' };
    const placed = { ...before, title: 'Harbour', partition: 6, eventId: randomUUID() };
    await huntStore(db).publish(placed);
    expect(await publishHunt(depsOf(), { slug, text: fileOf(slug), by: 'ada' })).toEqual({
      is: 'misplaced',
      says: 'it lives in partition 6, and this installation has 2',
    });
    expect(await huntReads(db).versions(slug)).toHaveLength(1);
  });

  it('refuses what its own fixtures disprove, and names the fixture', async () => {
    const slug = newSlug();
    const wrong = fileOf(slug, { fixtures: [fixture(99)] });
    expect(await publishHunt(depsOf(), { slug, text: wrong, by: 'ada' })).toMatchObject({
      is: 'mistaken',
      mistakes: [{ path: 'fixtures[0]', found: 'points 10', allowed: '99', rule: 'T5' }],
    });
    const right = fileOf(slug, { fixtures: [fixture(10)] });
    expect(await publishHunt(depsOf(), { slug, text: right, by: 'ada' })).toMatchObject({
      is: 'published',
    });
  });

  it('refuses a clue that only its own solve unlocks', async () => {
    const slug = newSlug();
    const gate = { ...clue, id: 'gate', locked: true, find: { code: 'GATE' } };
    const when = "verdict == 'solved' && clue.id == 'gate'";
    const opens = { id: 'r', on: 'code.scanned.v1', when, then: { unlock: ['gate'] } };
    const text = fileOf(slug, { clues: [clue, gate], rules: [opens] });
    const refused = await publishHunt(depsOf(), { slug, text, by: 'ada' });
    expect(refused).toMatchObject({ is: 'mistaken', mistakes: [{ rule: 'H5' }] });
  });

  it('refuses mistakes, and the file of another hunt', async () => {
    const slug = newSlug();
    const nothing = await publishHunt(depsOf(), { slug, text: 'clues: []', by: 'ada' });
    expect(nothing).toMatchObject({ is: 'mistaken' });
    const other = await publishHunt(depsOf(), { slug, text: fileOf('another'), by: 'ada' });
    expect(other).toMatchObject({ is: 'mistaken', mistakes: [{ path: 'slug' }] });
    expect(await huntReads(db).versions(slug)).toEqual([]);
  });
});
