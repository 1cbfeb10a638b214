import { repairReads, repairStore } from '@trove/db';
import { createLogger } from '@trove/telemetry';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { HealingWorld, MENDING } from './healing.fixture.js';
import { type Repairs, startRepairs } from './startRepairs.js';

const redisUrl = process.env['TEST_REDIS_URL'] ?? '';
const logger = createLogger({ app: 'worker', level: 'silent' });

let world: HealingWorld;
const open: Repairs[] = [];

beforeEach(async () => {
  const databaseUrl = process.env['TEST_DATABASE_URL'] ?? '';
  world = await HealingWorld.open({ redisUrl, databaseUrl });
});
afterEach(async () => {
  for (const repairs of open.splice(0)) await repairs.close();
  await world.close();
});

async function startWorker(): Promise<Repairs> {
  const { redis, db, keys } = world;
  const repairs = await startRepairs({ redisUrl, redis, db, logger, keys });
  open.push(repairs);
  return repairs;
}

const runOf = async (id: string) => await repairReads(world.db).get(id);
const replayed = async (id: string) => (await runOf(id))?.counts['replayed'] ?? 0;
const scans = (count: number) => Array.from({ length: count }, (_, i) => ({ team: `team${i}` }));

it('RE11 a run that one worker leaves is taken up by another by itself', async () => {
  await world.refuse(scans(12));
  const run = await world.start(MENDING, { rate: 8 });
  const first = await startWorker();
  await expect.poll(() => replayed(run), { timeout: 20_000 }).toBeGreaterThan(0);
  await first.close();
  open.splice(open.indexOf(first), 1);
  const before = await replayed(run);
  expect(before).toBeLessThan(12);
  expect(await runOf(run)).toMatchObject({ state: 'running' });
  await startWorker();
  await expect.poll(async () => (await runOf(run))?.state, { timeout: 20_000 }).toBe('done');
  expect(await runOf(run)).toMatchObject({ counts: { replayed: 12 } });
});

it('RE12 a run is cancelled while a worker is at it', async () => {
  await world.refuse(scans(10));
  const run = await world.start(MENDING, { rate: 4 });
  await startWorker();
  await expect.poll(() => replayed(run), { timeout: 20_000 }).toBeGreaterThan(0);
  await repairStore(world.db).end(run, 'cancelled', 'by ann@trove.test');
  const isFree = async () => (await world.entries()).every(({ care }) => care?.isClaimed === false);
  await expect.poll(isFree, { timeout: 20_000 }).toBe(true);
  const open = (await world.entries()).filter(({ care }) => care?.state === 'open').length;
  expect((await replayed(run)) + open).toBe(10);
  expect(await runOf(run)).toMatchObject({ state: 'cancelled' });
});
