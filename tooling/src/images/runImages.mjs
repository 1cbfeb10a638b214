/**
 * Builds every image by hand and starts what came out, with production's environment, against
 * real servers: they must migrate, be healthy by their own health checks, take an event and tell
 * its outcome, and refuse a development secret.
 */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mustRun, runCommand } from '../runCommand.mjs';
import { Explained, say, wait } from '../say.mjs';
import { anyPort } from '../servers/freePort.mjs';
import { provisionPostgres } from '../servers/provisionPostgres.mjs';
import { provisionRedis } from '../servers/provisionRedis.mjs';
import { startServer, waitUntilReady } from '../servers/serverProcess.mjs';
import { createLifetime } from '../start/lifetime.mjs';
import { bareEnv, buildByHand } from './buildByHand.mjs';
import { playOnce } from './playOnce.mjs';

const READY_WITHIN_MS = 60_000;
const EXIT_CONFIG = 78;
export const DOCKERFILES = {
  setup: 'tooling/Dockerfile',
  ingest: 'apps/ingest/Dockerfile',
  worker: 'apps/worker/Dockerfile',
  console: 'apps/console/Dockerfile',
};

/** @param {readonly string[]} only names of images to build and not to start; all when empty */
export async function runImages(only) {
  const folder = mkdtempSync(join(tmpdir(), 'trove-images-'));
  chmodSync(folder, 0o755);
  const lifetime = createLifetime();
  lifetime.atEnd(() => rmSync(folder, { recursive: true, force: true }));
  try {
    const images = await buildAll(folder, only);
    if (only.length === 0) await startAll(images, { folder, lifetime });
  } finally {
    await lifetime.stop();
  }
}

async function buildAll(folder, only) {
  const images = {};
  for (const [name, dockerfile] of Object.entries(DOCKERFILES)) {
    if (only.length > 0 && !only.includes(name)) continue;
    say(`\n── ${dockerfile}`);
    images[name] = await buildByHand({ dockerfile, folder: join(folder, name) });
    const size = await mustRun('du', ['-sh', images[name].root]);
    say(`  ${name}: ${size.split('\t')[0]} beside the base image`);
    for (const stage of ['pruned', 'built']) {
      rmSync(join(folder, name, stage), { recursive: true, force: true });
    }
  }
  return images;
}

async function startAll(images, { folder, lifetime }) {
  say('\n── what they do');
  const env = await bringUpServers({ folder, lifetime });
  const setUp = () => mustRun('sh', images.setup.cmd.slice(1), runOptions(images.setup, env));
  say(`  setup: ${(await wait('setup', setUp)).trim()}`);
  say(`  setup, run again: ${(await wait('setup again', setUp)).trim()}`);
  await refusesDevSecrets(images.ingest, env);
  const urls = {};
  for (const name of ['ingest', 'worker', 'console']) {
    const port = await anyPort();
    urls[name] = `http://127.0.0.1:${port}`;
    await startImage(images[name], { name, env: { ...env, PORT: `${port}` }, folder, lifetime });
  }
  const outcome = await wait('an event through door and worker', () => {
    return playOnce(urls.ingest, env.TROVE_TOKEN_SECRET);
  });
  if (!outcome.startsWith('accepted')) throw new Explained(`the event was ${outcome}`);
  const page = await fetch(`${urls.console}/sign-in`);
  if (!page.ok) throw new Explained(`the console answers ${page.status}`);
  say('  the console shows its sign-in page');
}

async function bringUpServers({ folder, lifetime }) {
  const adopt = (name) => (server) => lifetime.add({ ...server, name });
  const port = await anyPort();
  const redis = await provisionRedis({ dataDir: folder, port, onStart: adopt('Redis') });
  const postgres = await provisionPostgres({
    dataDir: folder,
    password: 'by-hand',
    port: await anyPort(),
    onStart: adopt('PostgreSQL'),
  });
  const secret = () => randomBytes(36).toString('base64url');
  return {
    REDIS_URL: redis.url,
    DATABASE_URL: postgres.url,
    TROVE_TOKEN_SECRET: secret(),
    BETTER_AUTH_SECRET: secret(),
  };
}

function runOptions({ cwd, env }, more) {
  // The host's loopback stands for the network that containers have to themselves.
  return { cwd, env: { ...bareEnv(), ...env, HOST: '127.0.0.1', ...more } };
}

async function refusesDevSecrets(image, env) {
  const wrong = { ...env, TROVE_TOKEN_SECRET: `dev-${'0'.repeat(40)}`, PORT: '0' };
  const [command, ...args] = image.cmd;
  const { code, output } = await runCommand(command, args, runOptions(image, wrong));
  if (code !== EXIT_CONFIG) throw new Explained(`a dev- secret ended with ${code}:\n${output}`);
  say(`  a development secret is refused: ${output.trim().split('\n').at(-1)?.trim()}`);
}

async function startImage(image, { name, env, folder, lifetime }) {
  const [command, ...args] = image.cmd;
  const options = runOptions(image, env);
  const logFile = join(folder, 'logs', `${name}.log`);
  const server = startServer({ command, args, ...options, logFile });
  lifetime.add({ ...server, name });
  const [probe, ...probeArgs] = image.healthcheck;
  await wait(`${name} is healthy by its own health check`, () =>
    waitUntilReady({
      name,
      server,
      probe: async () => (await runCommand(probe, probeArgs, options)).code === 0,
      withinMs: READY_WITHIN_MS,
    }),
  );
}
