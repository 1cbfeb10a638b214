import { createHash, randomUUID } from 'node:crypto';
import { BACKTEST_LIMITS, type BacktestRun } from '@trove/contracts';
import { backtestReads, backtestStore } from '@trove/db';
import { createLogger } from '@trove/telemetry';
import { huntDefinition } from '@trove/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RecordedHunt } from './recordedHunt.fixture.js';
import { type Batch, startBatch } from './startBatch.js';

const redisUrl = process.env['TEST_REDIS_URL'] ?? '';
const logger = createLogger({ app: 'worker', level: 'silent' });
/** JSON is YAML: the test hunt with a clock worth 90. */
const DRAFT = JSON.stringify({
  ...huntDefinition(),
  clues: huntDefinition().clues.map((clue) =>
    clue.id === 'clock' ? { ...clue, points: 90 } : clue,
  ),
});

let hunt: RecordedHunt;
const open: Batch[] = [];

beforeEach(async () => {
  const { TEST_REDIS_URL, TEST_DATABASE_URL } = process.env;
  hunt = await RecordedHunt.open(TEST_REDIS_URL, TEST_DATABASE_URL);
});
afterEach(async () => {
  for (const batch of open.splice(0)) await batch.close();
  await hunt.close();
});

async function start(): Promise<void> {
  open.push(await startBatch({ ...hunt.sources, partitions: 1, redisUrl, logger }));
}

async function ask(draft = DRAFT): Promise<string> {
  const id = randomUUID();
  const draftHash = createHash('sha256').update(draft).digest('hex');
  const scope = { events: hunt.slug };
  const run = { id, hunt: hunt.slug, by: 'ann@trove.test', scope, draft, draftHash };
  expect(await backtestStore(hunt.db).ask(run)).toBe(true);
  return id;
}

const runOf = (id: string) => backtestReads(hunt.db).get(id);
const stateOf = async (id: string) => (await runOf(id))?.state;
const until = (id: string, state: BacktestRun['state']) =>
  expect.poll(() => stateOf(id), { timeout: 30_000 }).toBe(state);

describe('a backtest that was asked for', () => {
  it('is run by the batch process and keeps its result', async () => {
    await hunt.play(1, 40);
    const id = await ask();
    await start();
    await until(id, 'done');
    expect(await runOf(id)).toMatchObject({
      ...{ by: 'ann@trove.test', done: 41, total: 41, says: undefined },
      result: { changed: 4, pointsGained: 280, events: 41 },
    });
    const [listed] = await backtestReads(hunt.db).ofHunt(hunt.slug);
    expect(listed).toMatchObject({ id, state: 'done', result: undefined });
  });

  it('fails with a word where its draft has a mistake', async () => {
    const id = await ask('trove: 1\nslug: test-hunt\n');
    await start();
    await until(id, 'failed');
    expect((await runOf(id))?.says).toMatch(/mistake in line/);
  });

  it('is taken up again when whoever was at it is gone, and given up in the end', async () => {
    await hunt.play(1, 20);
    const runs = backtestStore(hunt.db);
    const [taken, often] = [await ask(), await ask()];
    expect(await runs.claim(taken, 'dead', 1)).toMatchObject({ tries: 1 });
    for (let i = 0; i < 3; i += 1) {
      await expect.poll(() => runs.claim(often, `dead${i}`, 1)).toBeDefined();
    }
    await start();
    await until(taken, 'done');
    await until(often, 'failed');
    expect((await runOf(often))?.says).toMatch(/begun 3 times/);
  });

  it('waits while another is at work', async () => {
    const [first, second] = [await ask(), await ask()];
    const runs = backtestStore(hunt.db);
    expect(await runs.claim(first, 'one', 60_000)).toBeDefined();
    expect(await runs.claim(second, 'two', 60_000)).toBeUndefined();
    expect(await runs.claim(first, 'two', 60_000)).toBeUndefined();
    await runs.giveBack(first, 'one');
    expect(await runs.claim(second, 'two', 60_000)).toMatchObject({ tries: 1 });
  });

  it('is cancelled before it begins and while somebody is at it', async () => {
    const [waiting, running] = [await ask(), await ask()];
    const runs = backtestStore(hunt.db);
    await runs.claim(running, 'one', 60_000);
    for (const id of [waiting, running]) {
      expect(await runs.end(id, { state: 'cancelled', says: 'by ann' })).toBe(true);
      expect(await runs.end(id, { state: 'cancelled' })).toBe(false);
    }
    const held = { holder: 'one', forMs: 60_000, done: 1, total: 2 };
    expect(await runs.beat(running, held)).toBe(false);
    expect(await runs.end(running, { state: 'done', holder: 'one' })).toBe(false);
    expect(await stateOf(running)).toBe('cancelled');
  });

  it('is refused when too many wait, and the oldest that ended are forgotten', async () => {
    const runs = backtestStore(hunt.db);
    for (let i = 0; i < BACKTEST_LIMITS.keptRuns + 2; i += 1) {
      await runs.end(await ask(), { state: 'cancelled' });
    }
    for (let i = 0; i < BACKTEST_LIMITS.waitingRuns; i += 1) await ask();
    const run = { id: randomUUID(), hunt: hunt.slug, by: '', draft: '', draftHash: '' };
    expect(await runs.ask({ ...run, scope: { events: hunt.slug } })).toBe(false);
    const kept = (await backtestReads(hunt.db).ofHunt(hunt.slug)).map(({ state }) => state);
    expect(kept.filter((state) => state === 'cancelled')).toHaveLength(BACKTEST_LIMITS.keptRuns);
    expect(await backtestReads(hunt.db).unended()).toHaveLength(BACKTEST_LIMITS.waitingRuns);
  });
});
