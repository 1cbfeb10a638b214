/** Folds every hunt again and holds it against what is live; fails where they do not agree. */
import { setTimeout } from 'node:timers/promises';
import { RecordFault, reconcile } from '@trove/backtest';
import type { ReconciledHunt, Reconciliation } from '@trove/contracts';
import { readPartitionCount } from '@trove/streams';
import type { RecordFlags } from '../commands/backtestCommand.js';
import { EXIT, FailedError } from '../exits.js';
import { createOutput } from '../output.js';
import { type Cell, textTable } from '../textTable.js';
import { withRecord } from './openRecord.js';

/** Throws `FailedError` when nothing could be proven. */
export async function runReconcile(flags: RecordFlags): Promise<void> {
  const output = createOutput(flags.json === true);
  const proof = await withRecord(flags, async (sources) => {
    const partitions = await readPartitionCount(sources.redis);
    return await reconcile(sources, {
      partitions,
      nowMs: Date.now,
      steadyMs: () => performance.now(),
      rest: async () => undefined,
      wait: (ms) => setTimeout(ms),
    });
  }).catch((error: unknown) => {
    if (!(error instanceof RecordFault)) throw error;
    throw new FailedError(error.message);
  });
  if (proof.divergence > 0) process.exitCode = EXIT.failed;
  output.result({ ok: proof.divergence === 0, ...proof }, () => proofText(proof));
}

function proofText({ details, divergence, says, events, tookMs }: Reconciliation): string {
  const head = ['hunt', 'events', 'differ', 'answered otherwise', ''];
  const table = textTable([head, ...details.map(rowOf)]);
  const rate = Math.round(events / Math.max(tookMs / 1_000, 0.001)).toLocaleString('en-GB');
  const found = divergence === 0 ? 'live state, ledger and record agree' : says;
  return `${table}\n\n${found} (${rate} events/s)`;
}

function rowOf({ hunt, events, divergence, differing, isWhole }: ReconciledHunt): Cell[] {
  return [hunt, events, divergence, differing, isWhole ? '' : 'not proven: events are lost'];
}
