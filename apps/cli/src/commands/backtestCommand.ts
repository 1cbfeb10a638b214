/** `trove backtest FILE`: what a hunt file would have done to events that were recorded. */
import type { Command } from 'commander';
import { slug, wholeNumber, withJson } from './options.js';

/** What names the servers and the folder in which recorded events are. */
export interface RecordFlags {
  readonly json?: boolean;
  readonly dir?: string;
  readonly database?: string;
  readonly redis?: string;
}

export interface BacktestFlags extends RecordFlags {
  readonly hunt?: string;
  readonly hours?: number;
}

export function addBacktestCommand(program: Command): void {
  const command = program
    .command('backtest')
    .description('run a hunt file over recorded events: changed verdicts, ranks, slowest rule')
    .argument('<file>', 'the hunt file to try')
    .option('--hunt <slug>', 'whose events; else those of the hunt in the file', slug)
    .option('--hours <number>', 'the last so many hours; else all', wholeNumber(1));
  withRecord(command).action(async (file: string, flags: BacktestFlags) => {
    const { backtest } = await import('../backtest/backtest.js');
    await backtest(file, flags);
  });
}

export function addReconcileCommand(program: Command): void {
  const command = program
    .command('reconcile')
    .description('prove that live state, ledger and recorded events agree; fails when they do not');
  withRecord(command).action(async (flags: RecordFlags) => {
    const { runReconcile } = await import('../backtest/runReconcile.js');
    await runReconcile(flags);
  });
}

function withRecord(command: Command): Command {
  return withJson(command)
    .option('--dir <folder>', "the archive's folder; else ARCHIVE_DIR, else what npm start runs")
    .option('--database <url>', 'PostgreSQL; else DATABASE_URL, else what npm start runs')
    .option('--redis <url>', 'Redis; else REDIS_URL, else what npm start runs');
}
