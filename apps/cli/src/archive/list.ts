/** `trove archive list`: the manifest, file by file. */
import type { ArchiveFlags } from '../commands/archiveCommand.js';
import { createOutput } from '../output.js';
import { textTable } from '../textTable.js';
import { findArchive } from './findArchive.js';

export async function list(flags: ArchiveFlags): Promise<void> {
  const output = createOutput(flags.json === true);
  const { folder, files } = await findArchive(flags);
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  output.result({ folder, rows, bytes, files }, () => {
    if (files.length === 0) return `the archive has no file yet (${folder})`;
    const head = ['file', 'rows', 'bytes', 'from', 'to', 'hunts'];
    const lines = files.map((file) => [
      file.path,
      file.rows,
      file.bytes,
      timeOf(file.minTimeMs),
      timeOf(file.maxTimeMs),
      huntsOf(file.hunts),
    ]);
    const sum = `${files.length} files, ${rows} events, ${bytes} bytes in ${folder}`;
    return `${textTable([head, ...lines])}\n${sum}`;
  });
}

const timeOf = (ms: number) => new Date(ms).toISOString();
const SHOWN_HUNTS = 3;

function huntsOf(hunts: readonly string[]): string {
  const more = hunts.length - SHOWN_HUNTS;
  return `${hunts.slice(0, SHOWN_HUNTS).join(' ')}${more > 0 ? ` and ${more} more` : ''}`;
}
