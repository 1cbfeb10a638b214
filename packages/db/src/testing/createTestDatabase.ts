/**
 * A database of its own for one test file: cloned from a template that has been migrated once, so
 * that a clone costs milliseconds. For tests only; the name of every database says so.
 */
import { createHash, randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import pg from 'pg';

export interface TestDatabase {
  readonly url: string;
  /** Ends every connection to it and removes it. */
  drop(): Promise<void>;
}

const ROOT = new URL('../../../../', import.meta.url);
/** Serialises test files that find no template yet; any number nobody else uses. */
const TEMPLATE_LOCK = 7_206_301;

/** @param serverUrl a server on which this user may create databases (TEST_DATABASE_URL) */
export async function createTestDatabase(serverUrl: string): Promise<TestDatabase> {
  const template = await ensureTemplate(serverUrl);
  const name = `trove_test_${randomUUID().replaceAll('-', '')}`;
  await administer(serverUrl, (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`),
  );
  return {
    url: urlOf(serverUrl, name),
    drop: () =>
      administer(serverUrl, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      }),
  };
}

// The template's name follows from the migrations, so a new migration makes a new template.
function templateName(): string {
  const migrations = readdirSync(new URL('prisma/migrations/', ROOT)).sort().join();
  const digest = createHash('sha256').update(migrations).digest('hex').slice(0, 12);
  return `trove_template_${digest}`;
}

async function ensureTemplate(serverUrl: string): Promise<string> {
  const name = templateName();
  await administer(serverUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 1) return;
    await client.query(`CREATE DATABASE ${name}_new`);
    await migrateDatabase(urlOf(serverUrl, `${name}_new`));
    await client.query(`ALTER DATABASE ${name}_new RENAME TO ${name}`);
  });
  return name;
}

async function migrateDatabase(url: string): Promise<void> {
  const file = new URL('tooling/src/migrate.mjs', ROOT).href;
  const { migrate } = (await import(file)) as { migrate(url: string): Promise<string[]> };
  await migrate(url);
}

async function administer<T>(serverUrl: string, work: (client: pg.Client) => Promise<T>) {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}
