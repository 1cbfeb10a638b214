/** The three apps as `npm start` runs them: command, port, and environment. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { HOT_PATH_FLAGS } from '../nodeFlags.mjs';
import { ROOT } from '../paths.mjs';
import { freePort } from '../servers/freePort.mjs';

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

/** @returns {Promise<{console: number, ingest: number, worker: number}>} */
export async function choosePorts() {
  const wished = Number(process.env.PORT) || USUAL_PORTS.console;
  const forConsole = await freePort(wished, 'the console');
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
  const door = { ...env, TROVE_TOKEN_SECRET: secrets.tokenSecret };
  const consoleEnv = {
    ...door,
    BETTER_AUTH_SECRET: secrets.authSecret,
    PUBLIC_URL: process.env.PUBLIC_URL || `http://localhost:${ports.console}`,
    TROVE_INGEST_URL: `http://127.0.0.1:${ports.ingest}`,
    ...(watch ? { NODE_ENV: 'development' } : {}),
  };
  const node = (name) => ({ cwd: ROOT, args: nodeArgs(`apps/${name}/dist/main.js`, watch) });
  return [
    app({ name: 'ingest', port: ports.ingest, env: door, ...node('ingest') }),
    app({ name: 'worker', port: ports.worker, env: door, ...node('worker') }),
    app({
      name: 'console',
      port: ports.console,
      env: consoleEnv,
      cwd: join(ROOT, 'apps/console'),
      args: [nextProgram(), watch ? 'dev' : 'start', '-H', '127.0.0.1', '-p', `${ports.console}`],
    }),
  ];
}

function nodeArgs(main, watch) {
  const script = join(ROOT, main);
  const watching = watch ? ['--watch', '--watch-preserve-output'] : [];
  return [...HOT_PATH_FLAGS, ...watching, script];
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
    env: { ...env, PORT: String(port), HOST: '127.0.0.1' },
    url: `http://127.0.0.1:${port}`,
  };
}
