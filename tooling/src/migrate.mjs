// Brings a database to the schema of prisma/schema by applying the SQL files of
// prisma/migrations, and writes new ones. Works with no network: the schema engine is the
// WebAssembly build from npm, and a database that is up to date never loads it.
//
//   node tooling/src/migrate.mjs               apply what the database of DATABASE_URL lacks
//   node tooling/src/migrate.mjs --diff NAME   write the next migration
//   node tooling/src/migrate.mjs --check       fail when schema and migrations differ

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { explainFailure, openSchemaEngine } from './migrateEngine.mjs';
import { lastSnapshot, migrationList, schemaFiles, writeMigration } from './migrateFiles.mjs';
import { Explained } from './say.mjs';

const CONNECT_TIMEOUT_MS = 5_000;
const UNDEFINED_TABLE = '42P01';
const NO_FILTERS = { externalTables: [], externalEnums: [] };
const appliedSql = readFileSync(new URL('./sql/appliedMigrations.sql', import.meta.url), 'utf8');

/**
 * Applies every migration the database lacks, each once, in order of name. Safe to run again and
 * by several processes at a time (the engine holds an advisory lock). Rejects with one sentence
 * that names the migration or the server at fault; what was applied before it stays.
 *
 * @param {string} databaseUrl
 * @returns {Promise<string[]>} names of the migrations applied now; empty when up to date
 */
export async function migrate(databaseUrl) {
  const list = migrationList();
  const applied = await readApplied(databaseUrl);
  refuseChanged(list, applied);
  const names = list.migrationDirectories.map(({ path }) => path);
  if (names.every((name) => applied.get(name)?.finished)) return [];
  return withEngine(databaseUrl, async (engine) => {
    const done = await engine.applyMigrations({ migrationsList: list, filters: NO_FILTERS });
    return done.appliedMigrationNames;
  });
}

/**
 * SQL that leads from the schema as the last migration left it to prisma/schema as it is now;
 * undefined when they agree. Every migration keeps a copy of the schema it leads to, so the two
 * are compared as text; the engine insists on a server to connect to, but touches nothing there.
 *
 * @param {string} databaseUrl
 * @returns {Promise<string | undefined>}
 */
export async function diffMigrations(databaseUrl) {
  return withEngine(databaseUrl, async (engine) => {
    const before = lastSnapshot();
    const from = before ? { tag: 'schemaDatamodel', files: [before] } : { tag: 'empty' };
    const to = { tag: 'schemaDatamodel', files: schemaFiles() };
    const request = { from, to, script: true, exitCode: true, filters: NO_FILTERS };
    const { stdout, exitCode } = await engine.diff(request);
    return exitCode === 0 ? undefined : stdout;
  });
}

async function withEngine(databaseUrl, use) {
  let engine;
  try {
    engine = await openSchemaEngine(databaseUrl);
    return await use(engine);
  } catch (error) {
    throw new Explained(explainFailure(error), { cause: error });
  } finally {
    engine?.free();
  }
}

async function readApplied(databaseUrl) {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  try {
    await client.connect();
    const { rows } = await client.query(appliedSql);
    return new Map(rows.map((row) => [row.migration_name, row]));
  } catch (error) {
    if (error.code === UNDEFINED_TABLE) return new Map();
    throw new Explained(`cannot migrate: ${describeServer(databaseUrl)}: ${reasonOf(error)}`, {
      cause: error,
    });
  } finally {
    await client.end();
  }
}

// A file edited after it ran would leave two databases with one history and different tables.
function refuseChanged(list, applied) {
  for (const { path, migrationFile } of list.migrationDirectories) {
    const row = applied.get(path);
    const checksum = createHash('sha256').update(migrationFile.value).digest('hex');
    if (row?.finished && row.checksum !== checksum) {
      throw new Explained(
        `cannot migrate: prisma/migrations/${path} was changed after it had been applied; ` +
          'restore the file and put the change into a new migration',
      );
    }
  }
}

const reasonOf = (error) => error.message || error.code || 'no answer';

function describeServer(databaseUrl) {
  const { hostname, port, pathname } = new URL(databaseUrl);
  return `PostgreSQL at ${hostname}:${port || 5432}${pathname}`;
}

async function writeDiff(databaseUrl, name) {
  const sql = await diffMigrations(databaseUrl);
  if (sql === undefined) return 'prisma/schema and prisma/migrations agree; nothing written';
  return `wrote ${writeMigration(name, sql)}: read it before you commit it`;
}

async function checkDiff(databaseUrl) {
  const sql = await diffMigrations(databaseUrl);
  if (sql === undefined) return 'prisma/schema and prisma/migrations agree';
  throw new Error(`prisma/schema is ahead of prisma/migrations; run with --diff NAME:\n${sql}`);
}

async function applyAll(databaseUrl) {
  const names = await migrate(databaseUrl);
  return names.length === 0 ? 'database is up to date' : `applied ${names.join(', ')}`;
}

/** @param {string[]} args */
function run([mode, name], databaseUrl) {
  if (!databaseUrl) throw new Error('DATABASE_URL is not set');
  if (mode === undefined) return applyAll(databaseUrl);
  if (mode === '--check') return checkDiff(databaseUrl);
  if (mode === '--diff' && /^[a-z0-9_]+$/.test(name ?? '')) return writeDiff(databaseUrl, name);
  throw new Error('usage: migrate.mjs [--check | --diff name_in_snake_case]');
}

// The engine leaves a timer behind that would hold the process for ten seconds, hence `exit`.
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  run(process.argv.slice(2), process.env.DATABASE_URL).then(
    (line) => {
      console.log(line);
      process.exit(0);
    },
    (error) => {
      console.error(error.message);
      process.exit(1);
    },
  );
}
