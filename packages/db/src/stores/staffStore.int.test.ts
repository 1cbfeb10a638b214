import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDb, type Db } from '../createDb.js';
import { createTestDatabase, type TestDatabase } from '../testing/createTestDatabase.js';
import { staffStore } from './staffStore.js';

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

const member = (email: string, role: 'admin' | 'viewer' = 'viewer') => {
  return staffStore(db).add({ email, name: email, passwordHash: 'argon', role });
};
const idOf = async (email: string) =>
  (await staffStore(db).list()).find((one) => one.email === email)?.id ?? '';

describe('staffStore', () => {
  it('knows everybody by one e-mail, whatever its case', async () => {
    const staff = staffStore(db);
    expect(await staff.hasStaff()).toBe(false);
    expect(await member('Ada@trove.test', 'admin')).toBe(true);
    expect(await member('ada@trove.test')).toBe(false);
    expect(await staff.hasStaff()).toBe(true);
    expect(await staff.find(await idOf('ada@trove.test'))).toMatchObject({ role: 'admin' });
  });

  it('is never left without an admin, not even by two who remove each other', async () => {
    const staff = staffStore(db);
    await member('grace@trove.test', 'admin');
    const [ada, grace] = [await idOf('ada@trove.test'), await idOf('grace@trove.test')];
    const both = await Promise.all([staff.setRole(ada, 'viewer'), staff.setDisabled(grace, true)]);
    expect([...both].sort()).toEqual(['done', 'last_admin']);
    const admins = (await staff.list()).filter((one) => one.role === 'admin' && !one.disabledAt);
    expect(admins).toHaveLength(1);
    const [last] = admins;
    expect(await staff.setRole(last?.id ?? '', 'designer')).toBe('last_admin');
    expect(await staff.setRole(last?.id ?? '', 'admin')).toBe('done');
    expect(await staff.setRole('nobody', 'admin')).toBe('unknown');
  });

  it('gives a new password, without second factor and with nothing open', async () => {
    const staff = staffStore(db);
    await member('lost@trove.test');
    expect(await staff.hasEmail('Lost@trove.test')).toBe(true);
    const userId = await idOf('lost@trove.test');
    const expiresAt = new Date(Date.now() + 60_000);
    await db.prisma.session.create({ data: { id: 'l', token: 'l', userId, expiresAt } });
    const factor = { id: 'f', secret: 's', backupCodes: '', userId };
    await db.prisma.twoFactor.create({ data: factor });
    await db.prisma.user.update({ where: { id: userId }, data: { twoFactorEnabled: true } });
    expect(await staff.renewPassword(userId, 'another')).toBe(true);
    expect(await db.prisma.session.count({ where: { userId } })).toBe(0);
    expect(await db.prisma.twoFactor.count({ where: { userId } })).toBe(0);
    expect((await staff.find(userId))?.twoFactorEnabled).toBe(false);
    const account = await db.prisma.account.findFirst({ where: { userId } });
    expect(account?.password).toBe('another');
    expect(await staff.renewPassword('nobody', 'another')).toBe(false);
  });

  it('shuts one out by ending what they have open, and lets them in again', async () => {
    const staff = staffStore(db);
    await member('mary@trove.test');
    const userId = await idOf('mary@trove.test');
    const expiresAt = new Date(Date.now() + 60_000);
    await db.prisma.session.create({ data: { id: 's', token: 't', userId, expiresAt } });
    expect(await staff.setDisabled(userId, true)).toBe('done');
    expect(await db.prisma.session.count({ where: { userId } })).toBe(0);
    expect((await staff.find(userId))?.disabledAt).toBeInstanceOf(Date);
    expect(await staff.setDisabled(userId, false)).toBe('done');
    expect((await staff.find(userId))?.disabledAt).toBeNull();
  });
});
