/** `trove quarantine discard`: leaves all that match for good, if there are as many as said. */
import { discardEntries } from '@trove/repairs';
import type { DiscardFlags } from '../commands/quarantineCommand.js';
import { EXIT, UsageError } from '../exits.js';
import { createOutput } from '../output.js';
import { withDb } from '../servers/openServers.js';
import { filterOf } from './filterOf.js';

export async function discard(flags: DiscardFlags): Promise<void> {
  const { by, reason, expect: expected } = flags;
  if (reason.trim() === '') throw new UsageError('a reason that others can read is needed');
  const order = { by, reason, filter: filterOf(flags), expected };
  const reply = await withDb(flags, (db) => discardEntries(db, order));
  createOutput(flags.json === true).result(reply, () =>
    reply.is === 'discarded'
      ? `${reply.count} discarded`
      : `there are ${reply.found}, not ${expected}: none is discarded`,
  );
  if (reply.is === 'changed') process.exitCode = EXIT.failed;
}
