/** `trove quarantine cancel`: stops a run. */
import { repairStore } from '@trove/db';
import type { QuarantineFlags } from '../commands/quarantineCommand.js';
import { EXIT, UsageError } from '../exits.js';
import { createOutput } from '../output.js';
import { withDb } from '../servers/openServers.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function cancel(run: string, flags: QuarantineFlags): Promise<void> {
  if (!UUID.test(run)) throw new UsageError('the id of a run is a UUID');
  const isDone = await withDb(flags, (db) => {
    return repairStore(db).end(run, 'cancelled', `by ${flags.by}`);
  });
  createOutput(flags.json === true).result({ isDone }, () =>
    isDone ? 'cancelled: what was not replayed stays in quarantine' : 'no such run is running',
  );
  if (!isDone) process.exitCode = EXIT.failed;
}
