/** Backtest and proof on real processes: what the command line prints, and with which exit code. */
import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { BacktestResult, LiveHunt, Reconciliation } from '@trove/contracts';
import { backtestReads, backtestStore, createDb, type Db } from '@trove/db';
import {
  connectRedis,
  createHuntDirectory,
  DEFAULT_KEYS,
  partitionKeys,
  type TroveRedis,
} from '@trove/streams';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startProcess } from '../kill/processes.js';
import { type Api, call, cloudEvent, HUNT, openApi } from './installation.js';

const TROVE = fileURLToPath(new URL('../../apps/cli/bin/trove.js', import.meta.url));
const TEAMS = 12;
const DRAFT = {
  trove: 1,
  slug: HUNT,
  title: 'A dearer clock',
  clues: [{ id: 'clock', title: 'Clock', points: 50, find: { code: 'CLOCK' } }],
};

let api: Api;
let redis: TroveRedis;
let db: Db;
const folder = mkdtempSync(join(tmpdir(), 'trove-backtest-'));
const file = join(folder, 'draft.yaml');

beforeAll(async () => {
  writeFileSync(file, JSON.stringify(DRAFT));
  api = await openApi(15, {
    TROVE_ARCHIVE: 'on',
    TROVE_BATCH: 'on',
    ARCHIVE_DIR: folder,
    ARCHIVE_WAIT_SECONDS: '1',
  });
  redis = connectRedis(api.redisUrl, { name: 'backtest-test' });
  db = createDb(api.databaseUrl);
  for (let i = 0; i < TEAMS; i += 1) {
    const event = cloudEvent('CLOCK', { team: `team-${i}`, player: `team-${i}` });
    const options = { token: api.token, body: JSON.stringify(event), prefer: 'wait=10' };
    const type = 'application/cloudevents+json';
    const { status } = await call(api.url, 'POST /v1/events', { ...options, type });
    if (status !== 200) throw new Error(`an event was answered with ${status}`);
  }
});
afterAll(async () => {
  redis.disconnect();
  await db.close();
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Ran<T> {
  readonly code: number;
  readonly value: T;
}

async function trove<T>(...args: string[]): Promise<Ran<T>> {
  const servers = ['--database', api.databaseUrl, '--redis', api.redisUrl, '--dir', folder];
  const run = promisify(execFile)(process.execPath, [TROVE, ...args, ...servers, '--json']);
  const { code, stdout } = await run.then(
    ({ stdout: out }) => ({ code: 0, stdout: out }),
    (error: { code: number; stdout: string }) => error,
  );
  return { code, value: JSON.parse(stdout) as T };
}

it('B6 trove backtest tells what a file would have changed, and how fast it was', async () => {
  const { code, value } = await trove<BacktestResult & { eventsPerSecond: number }>(
    'backtest',
    file,
  );
  expect(code).toBe(0);
  expect(value).toMatchObject({ changed: TEAMS, pointsGained: TEAMS * 30, baseline: 'recorded' });
  expect(value.eventsPerSecond).toBeGreaterThan(0);
  const other = await trove<{ error: string }>('backtest', file, '--hunt', 'nobodys');
  expect(other).toMatchObject({ code: 1, value: { error: 'no hunt named nobodys is published' } });
});

it('BT3 trove reconcile ends with 1 when a score was changed behind the log', async () => {
  const proof = await trove<Reconciliation>('reconcile');
  expect(proof).toMatchObject({ code: 0, value: { divergence: 0, events: TEAMS + 1 } });
  const live = (await createHuntDirectory(redis).get(HUNT)) as LiveHunt;
  const board = partitionKeys(DEFAULT_KEYS, live.partition).board(HUNT);
  await redis.zincrby(board, 7, 'team-3');
  const broken = await trove<Reconciliation>('reconcile');
  expect(broken).toMatchObject({ code: 1, value: { divergence: 1 } });
  expect(broken.value.says).toContain('score of team-3 is 27, and folded again 20');
  await redis.zincrby(board, -7, 'team-3');
});

it('a run whose worker was killed is ended by the next one', async () => {
  await api.worker.kill();
  const runs = backtestStore(db);
  const id = randomUUID();
  const draft = JSON.stringify(DRAFT);
  const draftHash = createHash('sha256').update(draft).digest('hex');
  await runs.ask({ id, hunt: HUNT, by: 'test', scope: { events: HUNT }, draft, draftHash });
  // As if it had been at it when it was killed, a moment ago.
  expect(await runs.claim(id, 'killed', 1)).toMatchObject({ tries: 1 });
  const { redisUrl, databaseUrl } = api;
  const env = { TROVE_ARCHIVE: 'on', TROVE_BATCH: 'on', ARCHIVE_DIR: folder };
  const worker = await startProcess('worker', { redisUrl, databaseUrl }, { env });
  const ended = async () => (await backtestReads(db).get(id))?.state;
  await expect.poll(ended, { timeout: 50_000 }).toBe('done');
  expect((await backtestReads(db).get(id))?.result).toMatchObject({ changed: TEAMS });
  await worker.kill();
});
