// Where the schema and the migrations stand on disk, in the shapes the schema engine asks for.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PRISMA_DIR = fileURLToPath(new URL('../../prisma/', import.meta.url));
const SCHEMA_DIR = join(PRISMA_DIR, 'schema');
const MIGRATIONS_DIR = join(PRISMA_DIR, 'migrations');
const SNAPSHOT = 'after.prisma';

/** Every file of prisma/schema. */
export function schemaFiles() {
  return readdirSync(SCHEMA_DIR)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({
      path: join(SCHEMA_DIR, name),
      content: readFileSync(join(SCHEMA_DIR, name), 'utf8'),
    }));
}

/** Every migration of prisma/migrations, oldest first. */
export function migrationList() {
  const lockfile = join(MIGRATIONS_DIR, 'migration_lock.toml');
  return {
    baseDir: MIGRATIONS_DIR,
    lockfile: {
      path: 'migration_lock.toml',
      content: existsSync(lockfile) ? readFileSync(lockfile, 'utf8') : null,
    },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames().map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readMigration(name) },
        value: readMigration(name),
      },
    })),
  };
}

/** The schema as the newest migration left it; undefined before the first. */
export function lastSnapshot() {
  const name = migrationNames().at(-1);
  if (name === undefined) return undefined;
  const path = join(MIGRATIONS_DIR, name, SNAPSHOT);
  return { path, content: readFileSync(path, 'utf8') };
}

/**
 * Writes the SQL, and the schema it leads to, into a folder of their own.
 *
 * @param {string} name
 * @param {string} sql
 * @returns {string} the path of the SQL file
 */
export function writeMigration(name, sql) {
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const directory = join(MIGRATIONS_DIR, `${stamp}_${name}`);
  const schema = schemaFiles().map(({ content }) => content);
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, SNAPSHOT), schema.join('\n'));
  writeFileSync(join(directory, 'migration.sql'), sql);
  return join(directory, 'migration.sql');
}

function migrationNames() {
  if (!existsSync(MIGRATIONS_DIR)) return [];
  return readdirSync(MIGRATIONS_DIR, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function readMigration(name) {
  return readFileSync(join(MIGRATIONS_DIR, name, 'migration.sql'), 'utf8');
}
