/** The questions that screens ask of the live state, asked of the archive's files instead. */
import type { TwinQuestion } from '@trove/contracts';
import { ARCHIVE_LIMITS } from './limits.js';
import { literal, loadSql } from './loadSql.js';
import type { ManifestFile } from './manifest.js';
import { queryArchive, type ResultValue } from './queryArchive.js';

export interface ArchiveQuestion {
  readonly folder: string;
  /** At least one: every file of the hunt's partition. */
  readonly files: readonly ManifestFile[];
  readonly question: TwinQuestion['question'];
  readonly hunt: string;
}

const STATEMENTS = { board: 'askBoard', points: 'askPoints', outcomes: 'askOutcomes' } as const;

/** Rows as the statement of the question has them. Rejects with a `ReadFault`. */
export async function askArchive(
  asked: ArchiveQuestion,
): Promise<readonly (readonly ResultValue[])[]> {
  const { question, hunt, folder, files } = asked;
  const sql = loadSql(STATEMENTS[question], {
    hunt: literal(hunt),
    limit: String(ARCHIVE_LIMITS.tableRows),
  });
  const duck = { threads: 1, memory: ARCHIVE_LIMITS.readMemory };
  return await queryArchive({ folder, files, sql, duck }, async ({ rows }) => {
    const read: (readonly ResultValue[])[] = [];
    for await (const row of rows) read.push(row);
    return read;
  });
}
