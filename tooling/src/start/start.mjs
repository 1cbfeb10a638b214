/**
 * The whole local installation, from installed packages to a crowd at play: servers and build
 * side by side, then the apps, then the demo hunt. Whatever fails, what came up is stopped.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataDir as dataDirOf } from '../paths.mjs';
import { runCommand } from '../runCommand.mjs';
import { say, wait } from '../say.mjs';
import { provisionPostgres } from '../servers/provisionPostgres.mjs';
import { provisionRedis } from '../servers/provisionRedis.mjs';
import { waitUntilReady } from '../servers/serverProcess.mjs';
import { choosePorts, describeApps, namedAddress, wishedPort } from './apps.mjs';
import { build, QUIET_TOOLS } from './build.mjs';
import { publishDemoHunt, startCrowd } from './demo.mjs';
import { createLifetime } from './lifetime.mjs';
import { isReady } from './readiness.mjs';
import { createRoster } from './roster.mjs';
import { readSecrets, writeCliAccess } from './secrets.mjs';
import { signInText } from './signInText.mjs';
import { takeLock } from './startLock.mjs';
import { supervise } from './supervise.mjs';
import { watchSources } from './watchSources.mjs';

const READY_WITHIN_MS = 90_000;
/** What runs, and by that all packages it needs. */
const APPS = ['./apps/*'];

/**
 * Resolves when all is up; it then runs until a signal stops it.
 *
 * @param {{watch: boolean, crowd: boolean}} options
 */
export async function start(options) {
  // Before anything is started.
  wishedPort();
  const dataDir = dataDirOf();
  const unlock = await takeLock(dataDir);
  const lifetime = createLifetime();
  lifetime.atEnd(unlock);
  try {
    await bringUp({ ...options, dataDir, lifetime });
  } catch (error) {
    if (lifetime.isStopping()) return;
    await lifetime.stop();
    throw error;
  }
}

async function bringUp({ watch, crowd, dataDir, lifetime }) {
  mkdirSync(join(dataDir, 'logs'), { recursive: true });
  const roster = createRoster(dataDir);
  await roster.endLeftovers();
  lifetime.atEnd(() => roster.clear());
  const secrets = readSecrets(dataDir);
  const home = { dataDir, roster };
  const [urls] = await allDone([
    bringUpServers({ home, secrets, lifetime }),
    build(watch ? [...APPS, '!@trove/console'] : APPS, lifetime),
  ]);
  // Imported late: it goes through the database package, which has just been built.
  const { seed, OPERATOR } = await import('../../../prisma/seed/seed.mjs');
  const made = await seed(urls.DATABASE_URL, process.env.TROVE_STAFF_PASSWORD || undefined);
  // At once: should this start not come to its end, the password is stored nowhere in words.
  if (made !== undefined)
    say(`  ✓ first sign-in: ${made.email} with the password ${made.password}`);
  const env = { ...process.env, ...QUIET_TOOLS, ...urls, ...(await appEnv(dataDir)) };
  const ports = await choosePorts();
  const apps = describeApps({ ports, env, secrets, watch });
  if (watch) lifetime.add(watchSources(home));
  const running = apps.map((app) => supervise(app, home));
  lifetime.add(...running);
  const readiness = apps.map((app, index) => ready(app, running[index]));
  const [door] = apps;
  await allDone([
    ...readiness,
    // The crowd needs the door alone, and need not wait for the console.
    readiness[0].then(() => bringUpCrowd({ env, url: door.url, secrets, home, lifetime, crowd })),
  ]);
  const addresses = Object.fromEntries(apps.map(({ name, url }) => [name, namedAddress(url)]));
  writeRunning({ dataDir, addresses, lifetime });
  const { console: address } = addresses;
  const signIn = { address, email: OPERATOR.email, password: made?.password };
  say(`\n${signInText(signIn)}\n  data and logs: ${dataDir} · stop: Ctrl-C`);
}

async function bringUpServers({ home, secrets, lifetime }) {
  const { dataDir, roster } = home;
  const adopt = (name) => async (server) => {
    lifetime.add({ ...server, name });
    await roster.add(name, server.pid);
  };
  const redis = await provisionRedis({
    dataDir,
    url: process.env.REDIS_URL,
    durability: process.env.TROVE_DURABILITY,
    maxmemory: process.env.TROVE_REDIS_MAXMEMORY || undefined,
    onStart: adopt('Redis'),
  });
  const postgres = await provisionPostgres({
    dataDir,
    url: process.env.DATABASE_URL,
    password: secrets.postgresPassword,
    onStart: adopt('PostgreSQL'),
  });
  const { migrate } = await import('../migrate.mjs');
  await wait('migrations', async () => {
    const applied = await migrate(postgres.url);
    return applied.length === 0 ? 'up to date' : `${applied.length} applied`;
  });
  return { REDIS_URL: redis.url, DATABASE_URL: postgres.url };
}

/** As Promise.all, but a failure is reported only when nothing is under way any more. */
async function allDone(promises) {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}

/** What every app gets beside the addresses of the servers. */
async function appEnv(dataDir) {
  const { code, output } = await runCommand('git', ['rev-parse', '--short', 'HEAD']);
  return {
    NODE_ENV: 'production',
    TROVE_ALLOW_DEV_SECRETS: '1',
    TROVE_DATA_DIR: dataDir,
    ARCHIVE_DIR: process.env.ARCHIVE_DIR || join(dataDir, 'archive'),
    TROVE_FLOOR_PLANS: process.env.TROVE_FLOOR_PLANS || join(dataDir, 'floor-plans'),
    TROVE_COMMIT: code === 0 ? output.trim() : 'unknown',
  };
}

async function ready(app, supervised) {
  await wait(`${app.name} at ${app.url}`, () =>
    waitUntilReady({
      name: app.name,
      server: supervised.current(),
      probe: () => isReady(app),
      withinMs: READY_WITHIN_MS,
    }),
  );
}

async function bringUpCrowd({ env, url, secrets, home, lifetime, crowd }) {
  const { dataDir } = home;
  const { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, ARCHIVE_DIR: archiveDir } = env;
  const servers = { databaseUrl, redisUrl, archiveDir };
  const { tokenSecret } = secrets;
  const token = await writeCliAccess({ dataDir, url, tokenSecret, ...servers });
  if (!crowd) return;
  const cliEnv = { ...env, TROVE_URL: url, TROVE_TOKEN: token };
  const hunt = await publishDemoHunt({ url, token });
  if (!hunt.isLive) return say(`  ! no demo hunt, so no crowd plays: ${hunt.why}`);
  say(`  ✓ the demo hunt${hunt.is === 'kept' ? ' is there already' : ''}`);
  lifetime.add(startCrowd(cliEnv, home));
  say('  ✓ a crowd plays it');
}

/** Tells tools where all of it is, as long as it runs. */
function writeRunning({ dataDir, addresses, lifetime }) {
  const file = join(dataDir, 'running.json');
  writeFileSync(file, JSON.stringify(addresses));
  lifetime.atEnd(() => rmSync(file, { force: true }));
}
