/**
 * What play loses while a backtest runs beside it: a private installation whose hunts have some
 * hundred thousand recorded events, then single events at a steady rate, in pairs by turns without
 * and with a backtest at work all the time. Fails when the median p99 grows by more than a share,
 * or when backtests with nothing beside them fold fewer events a second than they should.
 * Only on a quiet machine do its figures mean anything. After a build:
 *
 *   node bench/besideBacktest.mjs [pairs] [events a second] [seconds of one run]
 */
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { benchHunt } from '../apps/cli/dist/bench/huntFiles.js';
import { runLoad } from '../apps/cli/dist/bench/runLoad.js';
import { startStack } from '../apps/cli/dist/bench/startStack.js';
import { backtestReads, backtestStore, createDb } from '../packages/db/dist/index.js';

const [pairs = 5, ratePerSecond = 1_000, seconds = 10] = process.argv.slice(2).map(Number);
/** Seconds of batched load before anything is measured: what the backtests fold. */
const FILL_S = 20;
const TURNS_ALONE = 3;
const LEAST_RATE = 50_000;
const MOST_GROWTH = 0.15;
const POLL_MS = 50;

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Asks for a backtest and waits for its end; answers events a second, rests included. */
async function backtest(db, hunt, isWanted = () => true) {
  const [runs, reads] = [backtestStore(db), backtestReads(db)];
  const draft = benchHunt(hunt).replaceAll('points: 10', 'points: 12');
  const draftHash = createHash('sha256').update(draft).digest('hex');
  const id = randomUUID();
  const began = performance.now();
  await runs.ask({ id, hunt, by: 'bench', scope: { events: hunt }, draft, draftHash });
  let run = await reads.get(id);
  while (isWanted() && (run?.state === 'waiting' || run?.state === 'running')) {
    await after(POLL_MS);
    run = await reads.get(id);
  }
  if (run?.state === 'failed') throw new Error(run.says);
  if (run?.result) return (run.result.events / (performance.now() - began)) * 1_000;
  await runs.end(id, { state: 'cancelled' });
  return undefined;
}

/** One backtest after the other until it is told to stop; answers what they folded. */
function keepTesting(db, hunt) {
  const rates = [];
  let isOn = true;
  const work = async () => {
    while (isOn) {
      const rate = await backtest(db, hunt, () => isOn);
      if (rate !== undefined) rates.push(rate);
    }
  };
  const working = work();
  return async () => {
    isOn = false;
    await working;
    return rates;
  };
}

/** Undisturbed, as after a night; the first one finds code that has not run yet. */
async function ratesAlone(db, hunt) {
  const rates = [];
  for (let turn = 0; turn < TURNS_ALONE; turn += 1) rates.push(await backtest(db, hunt));
  return rates;
}

async function p99Of(stack) {
  const { url, sources, hunts } = stack;
  const task = { kind: 'single', url, sources, hunts, seconds, ratePerSecond };
  const { latency } = await runLoad(task, () => undefined);
  return latency.p99Ms;
}

const stack = await startStack('disk');
const db = createDb(stack.databaseUrl, { isPatient: true });
try {
  const { url, sources, hunts } = stack;
  await runLoad(
    { kind: 'batch', url, sources, hunts, seconds: FILL_S, ratePerSecond: 0 },
    () => {},
  );
  const undisturbed = await ratesAlone(db, hunts[0]);
  const rounded = undisturbed.map((rate) => Math.round(rate));
  console.log(`backtests with nothing beside them: ${rounded.join(', ')} events/s`);
  const alone = [];
  const beside = [];
  const rates = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    alone.push(await p99Of(stack));
    const stop = keepTesting(db, hunts[0]);
    beside.push(await p99Of(stack));
    rates.push(...(await stop()));
    console.log(`pair ${pair + 1}: p99 ${alone.at(-1)} ms alone, ${beside.at(-1)} ms beside`);
  }
  const growth = median(beside) / median(alone) - 1;
  const folded = rates.length === 0 ? 'none ended' : `${Math.round(median(rates))} events/s`;
  console.log(`p99 ${median(alone)} ms alone, ${median(beside)} ms beside a backtest`);
  console.log(`grown by ${(growth * 100).toFixed(1)} %; backtests beside play: ${folded}`);
  if (growth > MOST_GROWTH || median(undisturbed) < LEAST_RATE) process.exitCode = 1;
} finally {
  await db.close();
  await stack.stop();
}
