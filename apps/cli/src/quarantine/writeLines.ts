/** `trove quarantine export`: lines of JSON, as fast as they are taken. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exportLines } from '@trove/repairs';
import type { ExportFlags } from '../commands/quarantineCommand.js';
import { UsageError } from '../exits.js';
import { createOutput } from '../output.js';
import { withDb } from '../servers/openServers.js';
import { filterOf } from './filterOf.js';

export async function writeLines(flags: ExportFlags): Promise<void> {
  const { out: file, json } = flags;
  if (json === true && file === undefined) {
    throw new UsageError('--json tells how many were written to a file: name it with --out');
  }
  const filter = filterOf(flags);
  await withDb(flags, async (db) => {
    const lines = exportLines(db, filter);
    if (file === undefined) {
      // Standard output stays open: whoever started the command may write after it.
      await pipeline(Readable.from(lines), process.stdout, { end: false });
      return;
    }
    const entries = await writeFileOf(lines, file);
    createOutput(json === true).result({ entries, file }, () => `${entries} entries in ${file}`);
  });
}

/** Answers how many lines were written. */
async function writeFileOf(lines: AsyncIterable<string>, file: string): Promise<number> {
  let count = 0;
  const counted = async function* () {
    for await (const piece of lines) {
      // A piece is whole lines, and no line of JSON has a break in it.
      count += piece.split('\n').length - 1;
      yield piece;
    }
  };
  await pipeline(Readable.from(counted()), createWriteStream(file));
  return count;
}
