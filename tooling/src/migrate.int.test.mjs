import { readFileSync } from 'node:fs';
import { verify } from '@node-rs/argon2';
import { createDb } from '@trove/db';
import { createTestDatabase } from '@trove/db/testing';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { renewPassword, seed } from '../../prisma/seed/seed.mjs';
import { diffMigrations, migrate } from './migrate.mjs';
import { Explained } from './say.mjs';

const editedMigrationSql = readFileSync(
  new URL('./sql/editedMigration.sql', import.meta.url),
  'utf8',
);
const SERVER_URL = process.env.TEST_DATABASE_URL ?? '';

async function administer(statement) {
  const client = new pg.Client({ connectionString: SERVER_URL });
  await client.connect();
  await client.query(statement);
  await client.end();
}

describe('migrate on an empty database', () => {
  const name = `trove_test_empty_${process.pid}`;
  const url = new URL(SERVER_URL);
  url.pathname = `/${name}`;

  beforeEach(() => administer(`CREATE DATABASE ${name}`));
  afterEach(() => administer(`DROP DATABASE ${name} WITH (FORCE)`));

  it('applies each migration once, however many start at the same time', async () => {
    const runs = await Promise.all([migrate(url.href), migrate(url.href), migrate(url.href)]);
    expect(runs.flat()).toContain('20261123120000_first_tables');
    expect(new Set(runs.flat()).size).toBe(runs.flat().length);
    expect(await migrate(url.href)).toEqual([]);
  });

  it('refuses a migration that was edited after it ran', async () => {
    await migrate(url.href);
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    await client.query(editedMigrationSql);
    await client.end();
    await expect(migrate(url.href)).rejects.toThrow(/first_tables was changed after/);
  });
});

describe('migrate', () => {
  it('names the server that does not answer', async () => {
    const away = 'postgresql://nobody:secret@127.0.0.1:1/trove';
    const error = await migrate(away).catch((failed) => failed);
    expect(error).toBeInstanceOf(Explained);
    const failure = error.message;
    expect(failure).toMatch(/PostgreSQL at 127\.0\.0\.1:1\/trove: .*ECONNREFUSED/);
    expect(failure).not.toContain('secret');
  });
});

describe('a migrated database', () => {
  let database;
  let db;

  beforeAll(async () => {
    database = await createTestDatabase(SERVER_URL);
    db = createDb(database.url);
  });

  afterAll(async () => {
    await db.close();
    await database.drop();
  });

  it('holds every field of every model', async () => {
    expect(await diffMigrations(database.url)).toBeUndefined();
    const staff = ['user', 'session', 'account', 'verification'];
    const game = ['hunt', 'huntVersion', 'ledgerEntry', 'ledgerEpoch'];
    for (const model of [...staff, ...game, 'sinkCursor', 'quarantineEvent']) {
      expect(await db.prisma[model].findMany({ take: 1 }), model).toEqual([]);
    }
  });

  it('gets one operator, whose password stands there as argon2id only', async () => {
    const made = await Promise.all([seed(database.url), seed(database.url)]);
    const [operator, ...others] = made.filter((one) => one !== undefined);
    expect(others).toEqual([]);
    expect(await seed(database.url)).toBeUndefined();
    const account = await db.prisma.account.findFirstOrThrow({ include: { user: true } });
    expect(account.user.email).toBe(operator.email);
    expect(account).toMatchObject({ providerId: 'credential', accountId: account.userId });
    expect(account.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verify(account.password, operator.password)).toBe(true);
  });

  it('lets the only admin in again by another password', async () => {
    const { email } = await db.prisma.user.findFirstOrThrow();
    const password = (await renewPassword(database.url, email)) ?? '';
    const account = await db.prisma.account.findFirstOrThrow({ where: { user: { email } } });
    expect(await verify(account.password, password)).toBe(true);
    expect(await renewPassword(database.url, 'nobody@trove.local')).toBeUndefined();
  });
});
