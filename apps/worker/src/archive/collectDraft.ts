/** Gathers the events of a next archive file from the log, and tells what is lost on the way. */
import { ARCHIVE_LIMITS, FileRows } from '@trove/archive';
import type { SinkPosition } from '@trove/db';
import type { ArchiveSource, DecidedCommit } from '@trove/streams';
import type { Logger } from '@trove/telemetry';
import { readAcrossEpochs } from '../jobs/readAcrossEpochs.js';
import { ARCHIVER_LIMITS } from './limits.js';

export interface FileBounds {
  readonly rows: number;
  /** In Redis. */
  readonly bytes: number;
}

/** The events of one file, and where they came from. */
export interface Draft {
  readonly rows: FileRows;
  readonly commits: number;
  readonly from: SinkPosition;
  readonly toId: string;
  readonly firstLogId: string;
  readonly lastLogId: string;
  /** False when the log ended before the file was full. */
  readonly isFull: boolean;
}

export const DEFAULT_FILE: FileBounds = {
  rows: ARCHIVE_LIMITS.rowsPerFile,
  bytes: ARCHIVE_LIMITS.bytesPerFile,
};

interface CollectDeps {
  readonly source: ArchiveSource;
  readonly logger: Pick<Logger, 'error'>;
  readonly bounds?: FileBounds;
}

/** Reads commits until a file is full, the log ends, or a new epoch or a gap begins. */
export async function collectDraft(
  deps: CollectDeps,
  partition: number,
  from: SinkPosition,
): Promise<Draft | undefined> {
  const { rows: mostRows, bytes: mostBytes } = deps.bounds ?? DEFAULT_FILE;
  const limit = Math.min(ARCHIVER_LIMITS.eventsPerRead, mostRows);
  let commits = await readAcrossEpochs(deps.source, { partition, position: from, limit });
  const [first] = commits;
  if (first === undefined) return undefined;
  tellGap(deps, partition, { from, first });
  const { epoch, firstPosition } = first;
  const rows = new FileRows({ partition, epoch, firstPosition });
  let bytes = 0;
  let count = 0;
  let last = first;
  let isFull = false;
  while (!isFull && commits.length > 0) {
    for (const commit of commits) {
      const isNext = commit.epoch === epoch && commit.firstPosition === rows.lastPosition + 1;
      isFull = !isNext || (count > 0 && rows.count + commit.count > mostRows) || bytes >= mostBytes;
      if (isFull) break;
      addCommit(rows, commit);
      bytes += commit.bytes;
      count += 1;
      last = commit;
      if (commit.withoutData > 0) tellLost(deps, partition, commit);
    }
    if (!isFull) commits = await deps.source.read(partition, last.id, limit);
  }
  const { logId: firstLogId = '' } = first.entries[0] ?? {};
  const { logId: lastLogId = '' } = last.entries.at(-1) ?? {};
  return { rows, commits: count, from, toId: last.id, firstLogId, lastLogId, isFull };
}

function addCommit(rows: FileRows, { entries }: DecidedCommit): void {
  for (const entry of entries) {
    rows.beginEntry(entry);
    for (const event of entry.events) rows.add(event);
  }
}

/** Positions that were trimmed before the archive took them, as when it was off for a while. */
function tellGap(
  { logger }: CollectDeps,
  partition: number,
  { from, first }: { from: SinkPosition; first: DecidedCommit },
): void {
  const expected = Number.parseInt(from.offset, 10);
  if (first.firstPosition <= expected) return;
  const missing = { from: expected, to: first.firstPosition - 1 };
  logger.error({ partition, missing }, 'events left the log before they were archived');
}

function tellLost(
  { logger }: CollectDeps,
  partition: number,
  { firstPosition, withoutData }: DecidedCommit,
): void {
  logger.error({ partition, firstPosition, withoutData }, 'events are archived without their data');
}
