import { PHOTO_LIMITS } from '@trove/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDb, type Db } from '../createDb.js';
import { createTestDatabase, type TestDatabase } from '../testing/createTestDatabase.js';
import { photoStore } from './photoStore.js';

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

const idOf = (number: number) => number.toString(16).padStart(64, '0');
const photoOf = (number: number, team = 'herons') => ({
  id: idOf(number),
  hunt: 'harbour',
  team,
  clue: 'gate',
  player: 'ada',
  image: new Uint8Array([82, 73, 70, 70, 0, 255]),
  widthPx: 1_600,
  heightPx: 1_200,
});

describe('photoStore', () => {
  it('PH13 keeps a photo once and gives it back to its team alone', async () => {
    const photos = photoStore(db);
    expect(await photos.keep(photoOf(1))).toBe(true);
    expect(await photos.keep({ ...photoOf(1), widthPx: 1 })).toBe(true);
    const place = { id: idOf(1), hunt: 'harbour', team: 'herons' };
    const size = { widthPx: 1_600, heightPx: 1_200 };
    expect(await photos.lookUp(place)).toEqual({ hasRoom: true, kept: size });
    expect([...((await photos.read(place)) ?? [])]).toEqual([...photoOf(1).image]);
    expect(await photos.read({ ...place, team: 'otters' })).toBeUndefined();
    expect(await photos.kept([idOf(1), idOf(2)])).toEqual(new Set([idOf(1)]));
  });

  it('PH12 keeps no more of a team than it may have', async () => {
    const photos = photoStore(db);
    for (let i = 0; i < PHOTO_LIMITS.perTeam; i += 1) await photos.keep(photoOf(1_000 + i, 'owls'));
    expect(await photos.keep(photoOf(9_999, 'owls'))).toBe(false);
    expect(await photos.keep(photoOf(1_000, 'owls'))).toBe(true);
    const place = { id: idOf(9_999), hunt: 'harbour', team: 'owls' };
    expect(await photos.lookUp(place)).toEqual({ hasRoom: false });
    expect(await photos.keep(photoOf(9_998, 'otters'))).toBe(true);
  });

  it('PH14 forgets photos when their time is over, and no others', async () => {
    const photos = photoStore(db);
    await photos.keep(photoOf(20_000, 'rooks'));
    await photos.keep(photoOf(20_001, 'rooks'));
    const pastMs = Date.now() - (PHOTO_LIMITS.keptDays * 24 + 1) * 3_600_000;
    const data = { uploadedAt: new Date(pastMs) };
    await db.prisma.photo.update({ where: { id: idOf(20_000) }, data });
    expect(await photos.forget()).toBe(1);
    expect(await photos.forget()).toBe(0);
    expect(await photos.kept([idOf(20_000), idOf(20_001)])).toEqual(new Set([idOf(20_001)]));
  });
});
