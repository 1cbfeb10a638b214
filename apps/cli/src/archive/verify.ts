/** `trove archive verify`: every file against the manifest; a problem makes exit code 1. */
import { verifyArchive } from '@trove/archive';
import type { ArchiveFlags } from '../commands/archiveCommand.js';
import { EXIT } from '../exits.js';
import { createOutput } from '../output.js';
import { textTable } from '../textTable.js';
import { findArchive } from './findArchive.js';

export async function verify(flags: ArchiveFlags): Promise<void> {
  const output = createOutput(flags.json === true);
  const { folder, files } = await findArchive(flags);
  // With part of the manifest, files of the rest are not unknown and its ranges no gaps.
  const isPart = flags.hunt !== undefined;
  const problems = (await verifyArchive(folder, files)).filter(({ kind, where }) => {
    if (isPart && (kind === 'gap' || kind === 'unknown')) return false;
    const other = flags.partition !== undefined && !where.startsWith(`p${flags.partition}/`);
    return !(kind === 'unknown' && other);
  });
  const ok = problems.length === 0;
  output.result({ ok, folder, files: files.length, problems }, () => {
    if (ok) return `all ${files.length} files are as the manifest says (${folder})`;
    return textTable(problems.map(({ kind, where, says }) => [kind, where, says]));
  });
  if (!ok) process.exitCode = EXIT.failed;
}
