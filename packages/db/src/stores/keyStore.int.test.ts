import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDb, type Db } from '../createDb.js';
import { createTestDatabase, type TestDatabase } from '../testing/createTestDatabase.js';
import { invitationStore } from './invitationStore.js';
import { keyStore, standingOfKey } from './keyStore.js';

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

const DAY_MS = 24 * 3_600_000;
const keyOf = (digest: string) => ({
  id: randomUUID(),
  name: 'Gate',
  prefix: 'trove_abcdef',
  digest,
  source: '/gates/north',
  hunts: ['harbour-night'],
  may: ['send'],
  createdBy: 'ada@trove.test',
});

describe('keyStore', () => {
  it('finds a key by its digest, and never tells the digest', async () => {
    const keys = keyStore(db);
    await keys.add(keyOf('d1'));
    const found = await keys.find('d1');
    expect(found).toMatchObject({ name: 'Gate', hunts: ['harbour-night'], lastUsedAt: null });
    expect(found).not.toHaveProperty('digest');
    expect((await keys.list())[0]).not.toHaveProperty('digest');
    expect(await keys.find('d2')).toBeUndefined();
  });

  it('is revoked once, and says so', async () => {
    const keys = keyStore(db);
    const key = keyOf('d3');
    await keys.add(key);
    const revoked = await keys.revoke(key.id, 'grace');
    expect(revoked).toMatchObject({ name: key.name, revokedBy: 'grace' });
    expect(revoked).not.toHaveProperty('digest');
    expect(await keys.revoke(key.id, 'ada')).toBeUndefined();
    const found = await keys.find('d3');
    expect(found).toMatchObject({ revokedBy: 'grace' });
    expect(found && standingOfKey(found, Date.now())).toBe('revoked');
  });

  it('stands until it has run out', async () => {
    const keys = keyStore(db);
    const nowMs = Date.now();
    await keys.add({ ...keyOf('d4'), expiresAt: new Date(nowMs + DAY_MS) });
    const found = await keys.find('d4');
    expect(found && standingOfKey(found, nowMs)).toBe('open');
    expect(found && standingOfKey(found, nowMs + DAY_MS)).toBe('expired');
  });

  it('notes when it was used, not more often than once a minute', async () => {
    const keys = keyStore(db);
    const key = keyOf('d5');
    await keys.add(key);
    await keys.noteUse(key.id);
    const first = (await keys.find('d5'))?.lastUsedAt;
    await keys.noteUse(key.id);
    expect((await keys.find('d5'))?.lastUsedAt).toEqual(first);
  });
});

describe('invitationStore', () => {
  const invite = async (digest: string, inMs: number) => {
    const id = randomUUID();
    const expiresAt = new Date(Date.now() + inMs);
    const of = { email: 'new@trove.test', role: 'viewer', invitedBy: 'ada' };
    await invitationStore(db).add({ id, digest, ...of, expiresAt });
    return id;
  };

  it('is taken once, by one of those who come at the same time', async () => {
    const id = await invite('i1', DAY_MS);
    const store = invitationStore(db);
    expect(await store.findOpen('i1')).toMatchObject({ id, email: 'new@trove.test' });
    const taken = await Promise.all([store.accept(id), store.accept(id)]);
    expect(taken.filter((isTaken) => isTaken)).toHaveLength(1);
    expect(await store.findOpen('i1')).toBeUndefined();
    expect(await store.revoke(id)).toBeUndefined();
  });

  it('opens nothing once it was taken back or is too old', async () => {
    const store = invitationStore(db);
    const id = await invite('i2', DAY_MS);
    const revoked = await store.revoke(id);
    expect(revoked).toMatchObject({ email: 'new@trove.test', role: 'viewer' });
    expect(revoked).not.toHaveProperty('digest');
    expect(await store.accept(id)).toBe(false);
    await invite('i3', -1);
    expect(await store.findOpen('i3')).toBeUndefined();
  });
});
