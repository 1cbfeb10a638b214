/**
 * A private installation for `trove bench`: servers and the three apps on free ports, in a folder
 * of its own that is removed at the end. Run as a child with an IPC channel: it sends one message
 * with the addresses when all is ready, and stops everything when the channel closes.
 *
 *   node bench/stack.mjs <partitions> <disk|process>
 */

import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../tooling/src/migrate.mjs';
import { anyPort } from '../tooling/src/servers/freePort.mjs';
import { fallbackData } from '../tooling/src/servers/postgresFiles.mjs';
import { provisionPostgres } from '../tooling/src/servers/provisionPostgres.mjs';
import { provisionRedis } from '../tooling/src/servers/provisionRedis.mjs';
import { startServer, waitUntilReady } from '../tooling/src/servers/serverProcess.mjs';
import { describeApps } from '../tooling/src/start/apps.mjs';

const READY_WITHIN_MS = 60_000;
/** Above what a run remembers, so that memory is measured and not refused. */
const MAXMEMORY = '8gb';

const [partitions = '2', durability = 'disk'] = process.argv.slice(2);
const dataDir = mkdtempSync(join(tmpdir(), 'trove-bench-'));
// PostgreSQL runs as a user of its own under root and has to reach its data.
chmodSync(dataDir, 0o755);
const secret = randomBytes(36).toString('base64url');
const running = [];

async function bringUp() {
  const adopt = (server) => running.unshift(server);
  const redis = await provisionRedis({
    dataDir,
    durability,
    maxmemory: MAXMEMORY,
    port: await anyPort(),
    onStart: adopt,
  });
  const postgres = await provisionPostgres({
    dataDir,
    password: randomBytes(12).toString('hex'),
    port: await anyPort(),
    onStart: adopt,
  });
  await migrate(postgres.url);
  const ports = { ingest: await anyPort(), worker: await anyPort(), console: await anyPort() };
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    REDIS_URL: redis.url,
    DATABASE_URL: postgres.url,
    TROVE_PARTITIONS: partitions,
    TROVE_DURABILITY: durability,
    TROVE_DATA_DIR: dataDir,
    HOST: '127.0.0.1',
    ARCHIVE_DIR: join(dataDir, 'archive'),
  };
  const secrets = { tokenSecret: secret, authSecret: secret };
  const inspector = await anyPort();
  const pids = { redis: redis.server?.pid, postgres: postgres.server?.pid };
  for (const app of describeApps({ ports, env, secrets, watch: false })) {
    pids[app.name] = await startApp(app.name === 'ingest' ? inspectable(app, inspector) : app);
  }
  const url = `http://127.0.0.1:${ports.ingest}`;
  const addresses = { url, redisUrl: redis.url, databaseUrl: postgres.url, inspector };
  return { ...addresses, secret, pids, dataDir };
}

/** Its inspector does not listen before it is asked to, by SIGUSR1. */
function inspectable(app, port) {
  const before = app.env.NODE_OPTIONS ?? '';
  const NODE_OPTIONS = `${before} --inspect-port=127.0.0.1:${port}`.trim();
  return { ...app, env: { ...app.env, NODE_OPTIONS } };
}

async function startApp({ name, command, args, cwd, env, url }) {
  const logFile = join(dataDir, `logs/${name}.log`);
  const server = startServer({ command, args, cwd, env, logFile });
  running.unshift(server);
  const probe = () => isReady(url);
  await waitUntilReady({ name, server, probe, withinMs: READY_WITHIN_MS });
  return server.pid;
}

async function isReady(url) {
  try {
    return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

let isStopping = false;
async function stop() {
  if (isStopping) return;
  isStopping = true;
  for (const server of running) await server.stop(10_000);
  for (const folder of [dataDir, ...fallbackData(join(dataDir, 'postgres'))]) {
    rmSync(folder, { recursive: true, force: true });
  }
  process.exit();
}

process.once('disconnect', () => void stop());
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop());

try {
  const stack = await bringUp();
  process.send?.({ ok: true, ...stack });
} catch (error) {
  process.send?.({ ok: false, error: error instanceof Error ? error.message : String(error) });
  await stop();
}
