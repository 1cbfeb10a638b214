/** The three apps as `npm start` runs them: command, port, and environment. */
import { createRequire } from 'node:module';
import { isIPv6 } from 'node:net';
import { dirname, join } from 'node:path';
import { HEAP_FLAGS, HOT_PATH_FLAGS } from '../nodeFlags.mjs';
import { ROOT } from '../paths.mjs';
import { Explained } from '../say.mjs';
import { freePort } from '../servers/freePort.mjs';

const LOOPBACK = '127.0.0.1';
/** Who listens on all addresses of this machine is reached at any. */
const EVERYWHERE = new Set(['0.0.0.0', '::']);
const HIGHEST_PORT = 65_535;
const USUAL_PORTS = { console: 3000, ingest: 4000, worker: 4001 };

/**
 * @typedef {object} App
 * @property {string} name
 * @property {string} command
 * @property {string[]} args
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} env
 * @property {string} url where it answers /readyz
 */

/** Where the console is wished for, by PORT; refuses what is no port. */
export function wishedPort() {
  const { PORT = '' } = process.env;
  if (PORT.trim() === '') return USUAL_PORTS.console;
  const port = Number(PORT);
  if (Number.isInteger(port) && port > 0 && port <= HIGHEST_PORT) return port;
  throw new Explained(`PORT is the console's port, from 1 to ${HIGHEST_PORT}; it is "${PORT}".`);
}

/** @returns {Promise<{console: number, ingest: number, worker: number}>} */
export async function choosePorts() {
  const forConsole = await freePort(wishedPort(), 'the console');
  const forIngest = await freePort(USUAL_PORTS.ingest, 'ingest', [forConsole]);
  const forWorker = await freePort(USUAL_PORTS.worker, 'the worker', [forConsole, forIngest]);
  return { console: forConsole, ingest: forIngest, worker: forWorker };
}

/**
 * @param {{ports: Awaited<ReturnType<typeof choosePorts>>, env: NodeJS.ProcessEnv,
 *   secrets: ReturnType<typeof import('./secrets.mjs').readSecrets>, watch: boolean}} options
 *   env: what all apps get, among it the addresses of the servers
 * @returns {App[]}
 */
export function describeApps({ ports, env, secrets, watch }) {
  const host = env.HOST || LOOPBACK;
  const door = { ...env, HOST: host, TROVE_TOKEN_SECRET: secrets.tokenSecret };
  const consoleEnv = {
    ...door,
    BETTER_AUTH_SECRET: secrets.authSecret,
    PUBLIC_URL: env.PUBLIC_URL || namedAddress(addressOf(host, ports.console)),
    TROVE_INGEST_URL: env.TROVE_INGEST_URL || addressOf(host, ports.ingest),
    ...(watch ? { NODE_ENV: 'development' } : {}),
  };
  const node = (name) => ({ cwd: ROOT, args: nodeArgs(name, watch) });
  return [
    app({ name: 'ingest', port: ports.ingest, env: door, ...node('ingest') }),
    app({ name: 'worker', port: ports.worker, env: door, ...node('worker') }),
    app({
      name: 'console',
      port: ports.console,
      env: consoleEnv,
      cwd: join(ROOT, 'apps/console'),
      args: [
        ...HEAP_FLAGS,
        nextProgram(),
        watch ? 'dev' : 'start',
        '-H',
        host,
        '-p',
        `${ports.console}`,
      ],
    }),
  ];
}

/** By its name, where it is this machine's: a session belongs to the address staff signed in at. */
export function namedAddress(url) {
  return url.replace(`//${LOOPBACK}:`, '//localhost:');
}

/** Where this machine reaches who listens there. */
function addressOf(host, port) {
  const reached = EVERYWHERE.has(host) ? LOOPBACK : host;
  return `http://${isIPv6(reached) ? `[${reached}]` : reached}:${port}`;
}

function nodeArgs(name, watch) {
  const script = join(ROOT, `apps/${name}/dist/main.js`);
  const watching = watch ? ['--watch', '--watch-preserve-output'] : [];
  return [...HOT_PATH_FLAGS[name], ...watching, script];
}

function nextProgram() {
  const require = createRequire(join(ROOT, 'apps/console/package.json'));
  return join(dirname(require.resolve('next/package.json')), 'dist/bin/next');
}

/** @returns {App} */
function app({ name, port, env, cwd, args }) {
  return {
    name,
    command: process.execPath,
    args,
    cwd,
    env: { ...env, PORT: String(port) },
    url: addressOf(env.HOST, port),
  };
}
