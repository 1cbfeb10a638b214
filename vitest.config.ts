/**
 * Which test runs where. `unit` needs nothing; `integration` and `kill` need real servers
 * (TEST_REDIS_URL, TEST_DATABASE_URL), `promtool` its program too (TROVE_PROMTOOL); `sim` runs
 * seeded simulations. Never a retry.
 */
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const folders = ['{apps,packages}/*/src', '{apps,packages}/*/test', 'tooling', 'bench', 'e2e'];
const special = ['int', 'sim', 'kill', 'promtool'];
const ignored = ['**/node_modules/**', '**/dist/**', '**/.next/**'];

const files = (suffix: string) => folders.map((folder) => `${folder}/**/*.${suffix}.{ts,tsx,mjs}`);

/** Servers and processes are shared within a project, so such files run one after another. */
const alone = { fileParallelism: false, testTimeout: 60_000, hookTimeout: 60_000 };

const ownRedis = Object.keys(process.env).filter((name) => /^TEST_REDIS_URL_\d+$/.test(name));

/**
 * As many files at a time as there are servers of Redis: most of their time they wait. Files of one
 * process share its modules, which nearly a quarter of the time went into loading anew.
 */
const eachOnItsOwn = {
  isolate: false,
  maxWorkers: Math.max(1, ownRedis.length),
  sequence: { groupOrder: 1 },
  setupFiles: ['tooling/src/test/ownRedis.mjs'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

/** The first seed of what is random, the same for all files of a run. */
const { TROVE_SEED = String(Date.now() % 0x7fff_ffff) } = process.env;

/** Such files only compute: Vitest itself would leave one processor to itself. */
const sideBySide = { maxWorkers: availableParallelism() };

/** Pure tests share a thread's modules: most of their time would go into loading them anew. */
const quick = { pool: 'threads', isolate: false, testTimeout: 30_000, ...sideBySide } as const;

/** A poll ends when what it waits for is there: on a busy machine a second is no bound. */
const patient = { expect: { poll: { timeout: 15_000 } } };

const projects = [
  {
    name: 'unit',
    include: files('test'),
    exclude: [...ignored, 'tooling/tidy/**', ...special.flatMap((kind) => files(`${kind}.test`))],
    ...quick,
  },
  { name: 'tidy', include: ['tooling/tidy/**/*.test.ts'], exclude: ignored, ...quick },
  { name: 'integration', include: files('int.test'), exclude: ignored, ...eachOnItsOwn },
  { name: 'promtool', include: files('promtool.test'), exclude: ignored, ...alone },
  {
    name: 'sim',
    include: files('sim.test'),
    exclude: ignored,
    ...sideBySide,
    testTimeout: 300_000,
    env: { TROVE_SEED },
  },
  {
    name: 'kill',
    include: files('kill.test'),
    exclude: ignored,
    ...alone,
    testTimeout: 300_000,
  },
];

export default defineConfig({
  test: {
    projects: projects.map((test) => ({ test: { retry: 0, ...patient, ...test } })),
    passWithNoTests: false,
  },
});
