/**
 * Redis: the one that REDIS_URL names, else a private one with a data folder of its own, started
 * from redis-server or valkey-server, which the system's package manager brings if need be.
 */
import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { onPath } from '../runCommand.mjs';
import { wait } from '../say.mjs';
import { freePort } from './freePort.mjs';
import { refuseFaultyRedis } from './givenRedis.mjs';
import { installPackage } from './packageManager.mjs';
import { startServer, waitUntilReady } from './serverProcess.mjs';

const READY_WITHIN_MS = 60_000;
const PROBE_TIMEOUT_MS = 1000;
const USUAL_PORT = 16_379;
/** As package managers call it. */
export const REDIS_PACKAGES = {
  'apt-get': 'redis-server',
  dnf: 'valkey',
  apk: 'redis',
  brew: 'redis',
};

/** @typedef {import('./serverProcess.mjs').Server} Server */

/**
 * @param {{dataDir: string, url?: string, durability?: string, maxmemory?: string,
 *   port?: number, onStart?: (server: Server) => unknown}} options durability: `disk` syncs
 *   before it answers, `process` each second; onStart gets the server before it is ready
 * @returns {Promise<{url: string, server?: Server}>} rejects when the one of the URL does not fit
 */
export async function provisionRedis({
  dataDir,
  url,
  durability,
  maxmemory = '1gb',
  port,
  onStart,
}) {
  if (url) {
    await refuseFaultyRedis(url, durability || undefined);
    return { url };
  }
  const command = await findRedis();
  const folder = join(dataDir, 'redis');
  mkdirSync(folder, { recursive: true });
  const listen = port ?? (await freePort(USUAL_PORT, 'Redis'));
  const server = startServer({
    command,
    args: redisArgs({ folder, port: listen, maxmemory, durability }),
    logFile: join(dataDir, 'logs/redis.log'),
  });
  await onStart?.(server);
  await wait(`Redis on port ${listen}`, () =>
    waitUntilReady({
      name: 'Redis',
      server,
      probe: () => answersPing(listen),
      withinMs: READY_WITHIN_MS,
    }),
  );
  return { url: `redis://127.0.0.1:${listen}`, server };
}

function redisArgs({ folder, port, maxmemory, durability }) {
  const settings = {
    port,
    bind: '127.0.0.1',
    dir: folder,
    save: '',
    appendonly: 'yes',
    appendfsync: durability === 'process' ? 'everysec' : 'always',
    maxmemory,
    'maxmemory-policy': 'noeviction',
    // Ids and packed bytes: squeezing them takes a rewrite's processor time and saves few of them.
    rdbcompression: 'no',
    daemonize: 'no',
  };
  return Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
}

/** The path of a Redis or Valkey server, installed now if there was none. */
export async function findRedis() {
  const found = await lookForRedis();
  if (found !== undefined) return found;
  await installPackage({
    what: 'Redis',
    names: REDIS_PACKAGES,
    byHand: 'Install redis-server or valkey-server, or set REDIS_URL to a Redis of yours.',
  });
  return (await lookForRedis()) ?? 'redis-server';
}

export async function lookForRedis() {
  return (await onPath('redis-server')) ?? (await onPath('valkey-server'));
}

/** Whether a Redis answers PING with PONG; not while it still loads its file. */
export function answersPing(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(PROBE_TIMEOUT_MS, () => end(false));
    socket.on('data', (data) => end(String(data).startsWith('+PONG')));
    socket.on('error', () => end(false));
  });
}
