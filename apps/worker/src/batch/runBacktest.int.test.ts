import { rmSync } from 'node:fs';
import { RecordFault, runBacktest } from '@trove/backtest';
import type { BacktestScope } from '@trove/contracts';
import { partitionKeys } from '@trove/streams';
import { compiled, huntDefinition } from '@trove/testkit';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RecordedHunt } from './recordedHunt.fixture.js';

let hunt: RecordedHunt;

beforeEach(async () => {
  const { TEST_REDIS_URL, TEST_DATABASE_URL } = process.env;
  hunt = await RecordedHunt.open(TEST_REDIS_URL, TEST_DATABASE_URL);
});
afterEach(() => hunt.close());

const watch = {
  nowMs: Date.now,
  steadyMs: () => performance.now(),
  onPart: async () => undefined,
};

const definition = huntDefinition();
const [pier, clock, riddle, vault] = definition.clues;
const DEARER = compiled({
  ...definition,
  clues: [pier, { ...clock, points: 90 }, riddle, vault] as typeof definition.clues,
});

function run(scope: Partial<BacktestScope> = {}, draft = DEARER) {
  const order = { hunt: hunt.slug, draft, scope: { events: hunt.slug, ...scope } };
  return runBacktest(hunt.sources, order, watch);
}

it('B1 reads what is archived and then what is not, each event once', async () => {
  await hunt.play(1, 100);
  await hunt.archive();
  await hunt.play(101, 60);
  const result = await run();
  expect(result).toMatchObject({ events: 161, changed: 16, baseline: 'recorded', version: 1 });
  expect(result).toMatchObject({ pointsGained: 16 * 70, lost: 0, isWhole: true });
  expect(await run({}, compiled(definition))).toMatchObject({ events: 161, changed: 0 });
});

it('B1 finds in the archive what has left the log meanwhile', async () => {
  await hunt.play(1, 100);
  await hunt.archive();
  await hunt.trim();
  await hunt.play(101, 20);
  expect(await run()).toMatchObject({ events: 121, lost: 0, isWhole: true });
});

it('B12 says where events left the log before they were archived', async () => {
  await hunt.play(1, 50);
  await hunt.archive();
  await hunt.play(51, 10);
  await hunt.trim();
  expect(await run()).toMatchObject({ events: 51, isWhole: false });
  await hunt.play(61, 30);
  expect(await run()).toMatchObject({ events: 81, isWhole: false });
  // The archive is on again, and lacks between its files what was in no log any more.
  await hunt.archive();
  expect(await run()).toMatchObject({ events: 81, isWhole: false });
});

it('B12 counts events whose data has left the log before it was archived', async () => {
  await hunt.play(1, 20);
  await hunt.log.redis.xtrim(partitionKeys(hunt.log.keys, hunt.partition).log, 'MAXLEN', 0);
  expect(await run()).toMatchObject({ events: 21, lost: 21 });
});

it('B4 reads up to the span for the state and from there for the draft', async () => {
  await hunt.play(1, 30);
  expect(await run({ hours: 1 })).toMatchObject({ events: 31, eventsBefore: 0 });
  const inADay = { ...watch, nowMs: () => Date.now() + 24 * 3_600_000 };
  const order = { hunt: hunt.slug, draft: DEARER, scope: { events: hunt.slug, hours: 1 } };
  const later = await runBacktest(hunt.sources, order, inADay);
  expect(later).toMatchObject({ events: 0, eventsBefore: 31, changed: 0 });
  expect(later.ranks[0]).toMatchObject({ before: { score: 25 }, after: { score: 25 } });
});

it('stops when it is told to, and says which hunt is not published', async () => {
  await hunt.play(1, 10);
  const stop = async () => {
    throw new Error('stopped');
  };
  const order = { hunt: hunt.slug, draft: DEARER, scope: { events: hunt.slug } };
  const stopped = runBacktest(hunt.sources, order, { ...watch, onPart: stop });
  await expect(stopped).rejects.toThrow('stopped');
  await expect(run({ events: 'other' })).rejects.toThrow(RecordFault);
});

it('says which file of the archive is missing', async () => {
  await hunt.play(1, 20);
  await hunt.archive();
  rmSync(hunt.sources.folder, { recursive: true });
  await expect(run()).rejects.toThrow(/archive can't be read: .*parquet/);
});
