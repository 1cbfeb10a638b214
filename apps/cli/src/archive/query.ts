/** `trove archive query`: a table for people, JSON or CSV for programs, one SELECT at a time. */
import { ARCHIVE_LIMITS, type QueryAnswer, queryArchive, type ResultValue } from '@trove/archive';
import type { ArchiveFlags } from '../commands/archiveCommand.js';
import { FailedError } from '../exits.js';
import { put } from '../output.js';
import { STOPPED, takeStop } from '../stopping.js';
import { textTable } from '../textTable.js';
import { commandError } from './commandError.js';
import { findFiles } from './findArchive.js';
import { missingFiles } from './missingFiles.js';
import { writeJson } from './writeJson.js';

/**
 * Throws `UsageError` for wrong SQL, `FailedError` where there is nothing to ask or a file can't be
 * read, and whatever else kept the archive from answering.
 */
export async function query(sql: string, flags: ArchiveFlags): Promise<void> {
  const found = await findFiles(flags);
  const missing = await missingFiles(found);
  if (missing.length > 0) {
    throw new FailedError(
      `${missing.length} of ${found.files.length} files are missing in ${found.folder}, ` +
        `e.g. ${missing[0]}; see \`trove archive verify\``,
    );
  }
  const stop = endOf(flags.seconds ?? ARCHIVE_LIMITS.querySeconds);
  const write = flags.csv === true ? writeCsv : flags.json === true ? writeJson : writeTable;
  await queryArchive({ ...found, sql, stop }, write).catch((error: unknown) => {
    throw commandError(error) ?? error;
  });
}

/** Aborted when the command is asked to stop, or has taken too long. */
function endOf(seconds: number): AbortSignal {
  const ending = new AbortController();
  const end = (says: string) => ending.abort(new Error(says));
  takeStop().addEventListener('abort', () => end(STOPPED));
  const says = `no answer within ${seconds} s; --seconds gives it more`;
  setTimeout(() => end(says), seconds * 1_000).unref();
  return ending.signal;
}

async function writeCsv({ columns, rows }: QueryAnswer): Promise<void> {
  await put(`${columns.map(csvCell).join(',')}\r\n`);
  for await (const row of rows) await put(`${row.map(csvCell).join(',')}\r\n`);
}

async function writeTable({ columns, rows }: QueryAnswer): Promise<void> {
  const shown: string[][] = [[...columns]];
  let isCut = false;
  for await (const row of rows) {
    isCut = shown.length > ARCHIVE_LIMITS.tableRows;
    if (isCut) break;
    shown.push(row.map((value) => (value === null ? '–' : textOf(value))));
  }
  await put(`${textTable(shown)}\n`);
  if (isCut) {
    const bound = ARCHIVE_LIMITS.tableRows;
    process.stderr.write(`only the first ${bound} rows are shown; --json and --csv give all\n`);
  }
}

function textOf(value: ResultValue): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** RFC 4180: quoted where a comma, a quote or a line break stands in it. */
function csvCell(value: ResultValue): string {
  if (value === null) return '';
  const text = textOf(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
