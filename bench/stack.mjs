/**
 * A private installation for `trove bench`: servers, ingest and worker on free ports, in a folder
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
import { HOT_PATH_FLAGS } from '../tooling/src/nodeFlags.mjs';
import { ROOT } from '../tooling/src/paths.mjs';
import { anyPort } from '../tooling/src/servers/freePort.mjs';
import { fallbackData } from '../tooling/src/servers/postgresFiles.mjs';
import { provisionPostgres } from '../tooling/src/servers/provisionPostgres.mjs';
import { provisionRedis } from '../tooling/src/servers/provisionRedis.mjs';
import { startServer, waitUntilReady } from '../tooling/src/servers/serverProcess.mjs';

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
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    HOST: '127.0.0.1',
    REDIS_URL: redis.url,
    DATABASE_URL: postgres.url,
    TROVE_PARTITIONS: partitions,
    TROVE_DURABILITY: durability,
    TROVE_TOKEN_SECRET: secret,
    TROVE_DATA_DIR: dataDir,
  };
  const worker = await startApp('worker', env);
  const ingest = await startApp('ingest', env);
  const pids = { ingest: ingest.pid, worker: worker.pid, redis: redis.server?.pid };
  return { url: ingest.url, redisUrl: redis.url, secret, pids, dataDir };
}

async function startApp(name, env) {
  const port = await anyPort();
  const url = `http://127.0.0.1:${port}`;
  const server = startServer({
    command: process.execPath,
    args: [...HOT_PATH_FLAGS, join(ROOT, `apps/${name}/dist/main.js`)],
    cwd: ROOT,
    env: { ...env, PORT: String(port) },
    logFile: join(dataDir, `logs/${name}.log`),
  });
  running.unshift(server);
  const probe = () => isReady(url);
  await waitUntilReady({ name, server, probe, withinMs: READY_WITHIN_MS });
  return { url, pid: server.pid };
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
