/** `trove rollups`: generates history in bulk, and measures what reading it takes. */
import { type Command, InvalidArgumentError } from 'commander';
import { readDatabaseUrl } from '../env.js';
import { EXIT } from '../exits.js';
import { createOutput } from '../output.js';
import { ROLLUP_LIMITS } from '../rollups/limits.js';
import { textTable } from '../textTable.js';
import { slug, wholeNumber, withJson } from './options.js';

interface GenerateFlags {
  readonly json?: boolean;
  readonly days: number;
  readonly hunts: number;
  readonly seed: number;
}

interface MeasureFlags {
  readonly json?: boolean;
  readonly runs: number;
  readonly hunt?: string;
}

export function addRollupsCommand(program: Command): void {
  const rollups = program
    .command('rollups')
    .description('fill a database with history, and time reading it (DATABASE_URL)');
  withJson(
    rollups
      .command('generate')
      .description('add days of plausible history of several hunts, once')
      .option('--days <n>', 'how far back', upTo(ROLLUP_LIMITS.mostDays), 30)
      .option('--hunts <n>', 'how many hunts', upTo(ROLLUP_LIMITS.mostHunts), 6)
      .option('--seed <n>', 'the same seed makes the same history', wholeNumber(0), 1),
  ).action(generate);
  withJson(
    rollups
      .command('measure')
      .description('time the reads behind 60 minutes, 24 hours and 30 days')
      .option('--runs <n>', 'reads of each range', wholeNumber(1), 50)
      .option('--hunt <slug>', 'a hunt to measure beside all together', slug),
  ).action(measure);
}

// PostgreSQL's client takes a while to load, which no other command should wait for.
async function generate(flags: GenerateFlags): Promise<void> {
  const output = createOutput(flags.json === true);
  const databaseUrl = readDatabaseUrl();
  const { generateRollups } = await import('../rollups/generateRollups.js');
  const options = { ...flags, databaseUrl, nowMs: Date.now() };
  const made = await generateRollups(options, output);
  output.result(made, () => {
    const hunts = `${made.hunts.length} hunts (${made.hunts[0]} …)`;
    return `${made.rows} rows of ${made.days} days and ${hunts} in ${made.seconds} s`;
  });
}

async function measure(flags: MeasureFlags): Promise<void> {
  const output = createOutput(flags.json === true);
  const databaseUrl = readDatabaseUrl();
  const { BUDGET_MS, measureRollups } = await import('../rollups/measureRollups.js');
  const options = { runs: flags.runs, hunt: flags.hunt, databaseUrl, nowMs: Date.now() };
  const times = await measureRollups(options);
  output.result({ budgetMs: BUDGET_MS, times }, () =>
    textTable([
      ['range', 'hunt', 'points', 'rows', 'p50 ms', 'p95 ms'],
      ...times.map(({ range, hunt, buckets, rows, p50Ms, p95Ms }) => {
        return [range, hunt, buckets, rows, p50Ms, p95Ms];
      }),
    ]),
  );
  if (times.some(({ p95Ms }) => p95Ms > BUDGET_MS)) process.exitCode = EXIT.failed;
}

function upTo(most: number): (text: string) => number {
  return (text) => {
    const value = wholeNumber(1)(text);
    if (value > most) throw new InvalidArgumentError(`At most ${most}.`);
    return value;
  };
}
