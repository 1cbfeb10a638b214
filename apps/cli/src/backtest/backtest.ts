/** Runs a hunt file over recorded events and says what it would have changed, and how fast. */
import { RecordFault, runBacktest } from '@trove/backtest';
import { BacktestScope } from '@trove/contracts';
import { compileHunt, lintHuntFile } from '@trove/core';
import type { BacktestFlags } from '../commands/backtestCommand.js';
import { refuseFile } from '../commands/huntLint.js';
import { FailedError } from '../exits.js';
import { readHuntText } from '../hunt/readHuntText.js';
import { createOutput } from '../output.js';
import { openedProgress } from './openedProgress.js';
import { withRecord } from './openRecord.js';
import { resultText } from './resultText.js';

/** Version under which a draft judges: no published one has it. */
const DRAFT_VERSION = 0;

/** Throws `FailedError` when there is nothing to fold. */
export async function backtest(file: string, flags: BacktestFlags): Promise<void> {
  const output = createOutput(flags.json === true);
  const text = await readHuntText(file);
  const lint = lintHuntFile(text);
  const compiled = lint.hunt && compileHunt(lint.hunt.definition, DRAFT_VERSION);
  if (compiled?.ok !== true) {
    refuseFile(file, { text, lint }, output);
    return;
  }
  const draft = compiled.hunt;
  const scope = BacktestScope.parse({ events: flags.hunt ?? draft.slug, hours: flags.hours });
  const progress = openedProgress(output, 'backtest');
  const cpu = process.cpuUsage();
  const result = await withRecord(flags, (sources) =>
    runBacktest(
      sources,
      { hunt: draft.slug, draft, scope },
      {
        nowMs: Date.now,
        steadyMs: () => performance.now(),
        onPart: async (done, total) => progress.update(done, total),
      },
    ),
  )
    .catch((error: unknown) => {
      if (!(error instanceof RecordFault)) throw error;
      throw new FailedError(error.message);
    })
    .finally(() => progress.stop());
  const { user, system } = process.cpuUsage(cpu);
  const events = result.events + result.eventsBefore;
  const figures = {
    file,
    eventsPerSecond: Math.round(events / Math.max(result.tookMs / 1_000, 0.001)),
    // Of all threads: on a busy machine it tells more than the time that passed.
    cpuUsPerEvent: (user + system) / Math.max(1, events),
  };
  output.result({ scope, ...figures, ...result }, () => resultText(result, figures));
}
