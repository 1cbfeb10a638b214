/** `trove quarantine export`: lines of JSON, as fast as they are taken. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exportLines } from '@trove/repairs';
import type { QuarantineFlags } from '../commands/quarantineCommand.js';
import { UsageError } from '../exits.js';
import { filterOf, withDb } from './openQuarantine.js';

export async function writeLines(flags: QuarantineFlags): Promise<void> {
  if (flags.json === true) {
    throw new UsageError('export writes one JSON object a line, not one in all: leave --json out');
  }
  const filter = filterOf(flags);
  await withDb(flags, async (db) => {
    // Standard output stays open: whoever started the command may write after it.
    await pipeline(Readable.from(exportLines(db, filter)), process.stdout, { end: false });
  });
}
