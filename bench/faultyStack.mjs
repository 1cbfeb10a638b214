/**
 * A private installation for `trove chaos`, whose parts are stopped, killed, frozen and started
 * again one by one: Redis, PostgreSQL, doors and workers on free ports, in a folder of its own
 * that is removed at the end. Run as a child with an IPC channel, which is asked one thing at a
 * time (`Request` of apps/cli/src/chaos/installation.ts); when it closes, everything stops.
 *
 *   node bench/faultyStack.mjs '<settings as JSON>'
 */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createFaultyProxy } from '../packages/testkit/dist/faultyProxy.js';
import { migrate } from '../tooling/src/migrate.mjs';
import { HOT_PATH_FLAGS } from '../tooling/src/nodeFlags.mjs';
import { ROOT } from '../tooling/src/paths.mjs';
import { anyPort } from '../tooling/src/servers/freePort.mjs';
import { fallbackData } from '../tooling/src/servers/postgresFiles.mjs';
import { provisionPostgres } from '../tooling/src/servers/provisionPostgres.mjs';
import { provisionRedis } from '../tooling/src/servers/provisionRedis.mjs';
import { killGroup, startServer, waitUntilReady } from '../tooling/src/servers/serverProcess.mjs';

const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 10_000;
/** Lines of a dead part's log that are told. */
const LOG_LINES = 40;

/**
 * @typedef {{doors: number, workers: number, partitions: number, durability: string,
 *   preload?: string}} Settings
 */
/** @type {Settings} */
const settings = JSON.parse(process.argv[2] ?? '{}');
const dataDir = mkdtempSync(join(tmpdir(), 'trove-chaos-'));
// PostgreSQL runs as a user of its own under root and has to reach its data.
chmodSync(dataDir, 0o755);
const secret = randomBytes(36).toString('base64url');
const password = randomBytes(12).toString('hex');

/** @typedef {import('../tooling/src/servers/serverProcess.mjs').Server} Server */

/** @typedef {import('../packages/testkit/dist/faultyProxy.js').FaultyProxy} FaultyProxy */

/** Servers that run now, by name. @type {Map<string, Server>} */
const running = new Map();
/** Parts that nobody has asked to end. @type {{part: string, code: unknown, log: string}[]} */
const deaths = [];
/** Between PostgreSQL and the parts that use it. @type {FaultyProxy | undefined} */
let proxy;
/** How each part is started. @type {Map<string, () => Promise<unknown>>} */
const starters = new Map();

async function describeParts() {
  const redisPort = await anyPort();
  const postgresPort = await anyPort();
  const adopt = (name) => (server) => watch(name, server);
  const server = { dataDir, durability: settings.durability };
  starters.set('redis', () =>
    provisionRedis({ ...server, port: redisPort, onStart: adopt('redis') }),
  );
  starters.set('postgres', () =>
    provisionPostgres({ dataDir, password, port: postgresPort, onStart: adopt('postgres') }),
  );
  const redisUrl = `redis://127.0.0.1:${redisPort}`;
  const databaseUrl = `postgresql://trove:${password}@127.0.0.1:${postgresPort}/trove`;
  proxy = await createFaultyProxy({ host: '127.0.0.1', port: postgresPort });
  const servers = {
    redisUrl,
    databaseUrl: databaseUrl.replace(`:${postgresPort}/`, `:${proxy.port}/`),
  };
  const doors = await describeApps('ingest', settings.doors, servers);
  await describeApps('worker', settings.workers, servers);
  return { redisUrl, databaseUrl, doors };
}

/** Adds starters for `count` processes of one app; answers their addresses. */
async function describeApps(app, count, { redisUrl, databaseUrl }) {
  const urls = [];
  for (let index = 0; index < count; index += 1) {
    const name = `${app}-${index}`;
    const port = await anyPort();
    const url = `http://127.0.0.1:${port}`;
    const env = {
      ...process.env,
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      REDIS_URL: redisUrl,
      DATABASE_URL: databaseUrl,
      TROVE_PROCESS: name,
      TROVE_PARTITIONS: String(settings.partitions),
      TROVE_DURABILITY: settings.durability,
      TROVE_ARCHIVE: 'off',
      TROVE_TOKEN_SECRET: secret,
      HOST: '127.0.0.1',
      PORT: String(port),
    };
    starters.set(name, () => startApp({ name, app, env, url }));
    urls.push(url);
  }
  return urls;
}

async function startApp({ name, app, env, url }) {
  const { preload } = settings;
  const server = startServer({
    command: process.execPath,
    args: [...HOT_PATH_FLAGS[app], join(ROOT, `apps/${app}/dist/main.js`)],
    cwd: ROOT,
    // By the environment, so that the processes beside a worker load it too.
    env: preload === undefined ? env : { ...env, NODE_OPTIONS: importing(preload) },
    logFile: join(dataDir, `logs/${name}.log`),
  });
  watch(name, server);
  const probe = () => isReady(url);
  await waitUntilReady({ name, server, probe, withinMs: READY_WITHIN_MS });
}

function importing(script) {
  return `--import ${pathToFileURL(join(ROOT, script)).href}`;
}

/** Notes it as running, and as dead when it ends without having been asked to. */
function watch(part, server) {
  running.set(part, server);
  void server.exited.then((code) => {
    if (running.get(part) !== server) return;
    running.delete(part);
    const log = readFileSync(server.logFile, 'utf8').trimEnd().split('\n').slice(-LOG_LINES);
    deaths.push({ part, code, log: log.join('\n') });
  });
}

async function isReady(url) {
  try {
    return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

async function bringUp() {
  const addresses = await describeParts();
  await starters.get('redis')?.();
  await starters.get('postgres')?.();
  await migrate(addresses.databaseUrl);
  for (const name of starters.keys()) if (!running.has(name)) await starters.get(name)?.();
  return { ...addresses, secret, parts: [...starters.keys()] };
}

function runningPart(name) {
  const server = running.get(name);
  if (server === undefined) throw new Error(`${name} does not run`);
  return server;
}

/** A part that shall end: its death is no news. */
function taken(name) {
  const server = runningPart(name);
  running.delete(name);
  return server;
}

/** What can be asked, by the name of the deed; each answers when it is done. */
const DEEDS = {
  start: ({ part }) => starters.get(part)?.(),
  /** As an operator would: what is under way is finished. */
  stop: async ({ part }) => {
    const server = taken(part);
    await server.stop(STOP_WITHIN_MS);
  },
  /** No chance to finish anything. */
  kill: async ({ part }) => {
    const server = taken(part);
    server.kill();
    await server.exited;
  },
  /** A clock is a machine's: that of all processes of a part jumps. */
  signal: async ({ part, signal }) => {
    const { pid = 0 } = runningPart(part);
    process.kill(signal === 'SIGUSR2' ? -pid : pid, signal);
  },
  /** PostgreSQL's answers to doors and workers come so late. */
  slow: async ({ ms }) => proxy?.slow(ms),
  memory: async ({ part }) => residentBytes(runningPart(part).pid ?? 0),
  /** What has died by itself so far, each told once. */
  deaths: async () => deaths.splice(0),
};

/** Resident memory as the kernel counts it; 0 where it does not tell. */
function residentBytes(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

async function answer({ id, deed, ...rest }) {
  try {
    process.send?.({ id, ok: true, value: await DEEDS[deed](rest) });
  } catch (error) {
    process.send?.({ id, ok: false, error: messageOf(error) });
  }
}

const messageOf = (error) => (error instanceof Error ? error.message : String(error));

let isStopping = false;
async function stop() {
  if (isStopping) return;
  isStopping = true;
  // Doors and workers before the servers they need, whichever of them was started again.
  const servers = [...starters.keys()].reverse().flatMap((name) => running.get(name) ?? []);
  running.clear();
  for (const server of servers) {
    // One that is frozen would not hear anything else.
    killGroup(server.pid, 'SIGCONT');
    await server.stop(STOP_WITHIN_MS);
  }
  await proxy?.close();
  for (const folder of [dataDir, ...fallbackData(join(dataDir, 'postgres'))]) {
    rmSync(folder, { recursive: true, force: true });
  }
  process.exit();
}

process.once('disconnect', () => void stop());
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop());
process.on('message', (request) => void answer(/** @type {any} */ (request)));

try {
  process.send?.({ id: 0, ok: true, value: await bringUp() });
} catch (error) {
  process.send?.({ id: 0, ok: false, error: messageOf(error) });
  await stop();
}
