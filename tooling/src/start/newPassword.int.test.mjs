/** A lost password is no lost installation: whether Trove runs, rests, or PostgreSQL is given. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verify } from '@node-rs/argon2';
import { createDb } from '@trove/db';
import { createTestDatabase } from '@trove/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OPERATOR, seed } from '../../../prisma/seed/seed.mjs';
import { newPassword } from './newPassword.mjs';
import { takeLock } from './startLock.mjs';

let database;
let db;
let dataDir = '';
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'trove-password-'));
  chmodSync(dataDir, 0o755);
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
  db = createDb(database.url);
  await seed(database.url);
});
afterAll(async () => {
  await db.close();
  await database.drop();
  rmSync(dataDir, { recursive: true });
});

/** Whether the first operator signs in with it. */
async function opens(password) {
  const where = { user: { email: OPERATOR.email } };
  const account = await db.prisma.account.findFirstOrThrow({ where });
  return verify(account.password, password);
}

it('is made anew in the PostgreSQL that is given', async () => {
  const { email, password } = await newPassword({ dataDir, url: database.url });
  expect(email).toBe(OPERATOR.email);
  expect(await opens(password)).toBe(true);
  const nobody = newPassword({ dataDir, url: database.url, email: 'nobody@trove.local' });
  await expect(nobody).rejects.toThrow('Nobody works here as nobody@trove.local.');
});

it('is made anew where Trove runs', async () => {
  const unlock = await takeLock(dataDir);
  await expect(newPassword({ dataDir })).rejects.toThrow('Trove is starting');
  writeFileSync(join(dataDir, 'cli.json'), JSON.stringify({ databaseUrl: database.url }));
  const { password } = await newPassword({ dataDir });
  unlock();
  expect(await opens(password)).toBe(true);
});

it('takes an installation', async () => {
  await expect(newPassword({ dataDir })).rejects.toThrow(`no installation in ${dataDir}`);
});
