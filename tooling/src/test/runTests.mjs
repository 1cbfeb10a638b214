/**
 * Everything `npm test` does: private servers on free ports and in a folder of their own, a
 * build, a migrated database, then each phase. Nothing of it is left behind.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../migrate.mjs';
import { say, wait } from '../say.mjs';
import { anyPort } from '../servers/freePort.mjs';
import { provisionBrowser } from '../servers/provisionBrowser.mjs';
import { provisionPostgres } from '../servers/provisionPostgres.mjs';
import { provisionPromtool } from '../servers/provisionPromtool.mjs';
import { provisionRedis } from '../servers/provisionRedis.mjs';
import { build, QUIET_TOOLS } from '../start/build.mjs';
import { createLifetime } from '../start/lifetime.mjs';
import { testPhases } from './phases.mjs';
import { runPhase } from './runPhase.mjs';

/** Files of integration tests, each with a Redis of its own. */
const FILES_AT_A_TIME = 3;

/** Tests need no data after a power cut. */
const FAST_POSTGRES = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * @param {string[]} only names of the phases to run; all when empty
 * @returns {Promise<import('./phases.mjs').Counts>} failures and skips, each with its phase
 */
export async function runTests(only) {
  refuseUnknown(only);
  const folder = mkdtempSync(join(tmpdir(), 'trove-test-'));
  // PostgreSQL, which does not run as root, has to reach its data below this folder.
  chmodSync(folder, 0o755);
  const lifetime = createLifetime();
  lifetime.atEnd(() => rmSync(folder, { recursive: true, force: true }));
  try {
    const chosen = ({ name }) => only.length === 0 || only.includes(name);
    const prepared = await prepare({ folder, lifetime });
    /** @type {import('./phases.mjs').Counts} */
    const total = { passed: 0, failed: 0, failures: [], skips: [] };
    for (const phase of testPhases({ folder, ...prepared }).filter(chosen)) {
      const { passed, failed, failures } = await runPhase(phase, lifetime);
      total.passed += passed;
      total.failed += failed;
      for (const failure of failures) total.failures.push(`${phase.name}: ${failure}`);
      if (phase.skip !== undefined) total.skips.push(`${phase.name}: ${phase.skip}`);
    }
    return total;
  } finally {
    await lifetime.stop();
  }
}

/** A phase that is misspelt would pass without having run. */
function refuseUnknown(only) {
  const names = testPhases({ folder: '', env: {} }).map(({ name }) => name);
  const unknown = only.filter((name) => !names.includes(name));
  if (unknown.length === 0) return;
  throw new Error(`No phase is called ${unknown.join(', ')}: there are ${names.join(', ')}.`);
}

async function prepare({ folder, lifetime }) {
  const adopt = (name) => (server) => lifetime.add({ ...server, name });
  const startRedis = async (number) =>
    provisionRedis({
      dataDir: join(folder, `redis-${number}`),
      port: await anyPort(),
      maxmemory: '512mb',
      onStart: adopt(`Redis ${number}`),
    });
  const chromium = await provisionBrowser();
  say(`  ✓ browser: ${chromium}`);
  const promtool = await provisionPromtool();
  say(promtool.path ? `  ✓ promtool: ${promtool.path}` : `  – no promtool: ${promtool.missing}`);
  const redis = [];
  for (let n = 1; n <= FILES_AT_A_TIME; n += 1) redis.push(await startRedis(n));
  const postgres = await provisionPostgres({
    dataDir: folder,
    password: 'trove',
    port: await anyPort(),
    settings: FAST_POSTGRES,
    onStart: adopt('PostgreSQL'),
  });
  await wait('migrations', async () => void (await migrate(postgres.url)));
  await build([], lifetime);
  const { NODE_ENV: _, REDIS_URL: __, DATABASE_URL: ___, ...env } = process.env;
  const forTests = {
    ...env,
    ...QUIET_TOOLS,
    TEST_REDIS_URL: redis[0].url,
    ...Object.fromEntries(redis.map(({ url }, i) => [`TEST_REDIS_URL_${i + 1}`, url])),
    TEST_DATABASE_URL: postgres.url,
    TROVE_CHROMIUM: chromium,
    TROVE_PROMTOOL: promtool.path ?? '',
    CI: process.env.CI ?? '1',
  };
  return { env: forTests, missingPromtool: promtool.missing };
}
