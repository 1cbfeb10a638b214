/**
 * Writes what a partition decided to the archive, file by file, once each. A run keeps nothing:
 * the cursor in PostgreSQL says where the next one begins, and whoever dies on the way leaves at
 * most a file without a row, which the next run sets aside.
 */
import {
  ArchiveFault,
  type ArchiveFolder,
  type FileRows,
  pathOf,
  TooLargeFault,
  type WrittenFile,
} from '@trove/archive';
import type { JobPayload } from '@trove/contracts';
import { timeOfIdentity } from '@trove/core';
import {
  type ArchiveStore,
  isTransient,
  LedgerConflictError,
  type NewArchiveFile,
  type SinkPosition,
} from '@trove/db';
import { type ArchiveSource, bytesOfEventId, isWithin } from '@trove/streams';
import type { Logger } from '@trove/telemetry';
import { takenId } from '../jobs/readAcrossEpochs.js';
import { ArchiveTurns } from './archiveTurns.js';
import { collectDraft, DEFAULT_FILE, type Draft, type FileBounds } from './collectDraft.js';
import { ARCHIVER_LIMITS } from './limits.js';

export interface ArchivePartitionDeps {
  readonly source: ArchiveSource;
  readonly store: ArchiveStore;
  readonly folder: ArchiveFolder;
  readonly encode: (rows: FileRows, path: string) => Promise<void>;
  readonly logger: Pick<Logger, 'error' | 'info' | 'warn'>;
  readonly nowMs: () => number;
  /** Whether so much waits that the archive may not spare the machine any longer. */
  readonly isPressed: () => Promise<boolean>;
  /** Longest time an event waits for its file to fill up. */
  readonly waitMs: number;
  readonly bounds?: FileBounds;
  /** Aborted when the process stops: the run ends after the file under way. */
  readonly signal?: AbortSignal;
}

/**
 * The handler of `archive-partition`. Pressed, it writes files until too little waits for another;
 * else one, and then it rests, so that in a burst the machine is there for play.
 */
export function createArchivePartition(deps: ArchivePartitionDeps) {
  const pausedAtMs = new Map<number, number>();
  /** Of all partitions: with a rest for each alone many of them would leave none. */
  const turns = new ArchiveTurns();
  /** How often the files of a partition were halved since one was written. */
  const halvings = new Map<number, number>();
  return async ({ partition }: JobPayload<'archive-partition'>): Promise<void> => {
    const beganMs = deps.nowMs();
    if (isWithin(pausedAtMs.get(partition) ?? 0, beganMs, ARCHIVER_LIMITS.faultPauseMs)) return;
    const isPressed = await deps.isPressed();
    if (!turns.mayWrite(partition, beganMs) && !isPressed) return;
    try {
      const files = isPressed ? ARCHIVER_LIMITS.filesPerRun : 1;
      const bounds = halved(deps.bounds ?? DEFAULT_FILE, halvings.get(partition) ?? 0);
      const written = await catchUp({ ...deps, bounds }, partition, files);
      halvings.delete(partition);
      turns.served(partition, { beganMs, endedMs: deps.nowMs(), files: written });
      if (pausedAtMs.delete(partition)) deps.logger.info({ partition }, 'the archive goes on');
      await deps.source.setStopped(partition, undefined);
    } catch (error) {
      const reason = reasonOf(error);
      if (error instanceof TooLargeFault) {
        halvings.set(partition, (halvings.get(partition) ?? 0) + 1);
      }
      const isFault = error instanceof ArchiveFault || error instanceof LedgerConflictError;
      if (isFault) {
        pausedAtMs.set(partition, deps.nowMs());
        deps.logger.error({ partition, reason }, 'the archive stands still');
      }
      await tellStopped(deps, partition, reason);
      // The queue logs any other, and the next run comes in a second.
      if (!isFault) throw error;
    }
  };
}

/** That it can't be told must not stand in the place of what is told. */
async function tellStopped(
  { source, logger }: Pick<ArchivePartitionDeps, 'source' | 'logger'>,
  partition: number,
  reason: string,
): Promise<void> {
  try {
    await source.setStopped(partition, reason);
  } catch (error) {
    logger.warn({ err: error, partition, reason }, 'why the archive stands still is not told');
  }
}

/** In one line, for the one who has to mend it. */
function reasonOf(error: unknown): string {
  if (isTransient(error)) return 'PostgreSQL is away or busy';
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0] || 'it failed without a word';
}

/** At least one row: a file of one commit can't be made smaller. */
function halved({ rows, bytes }: FileBounds, times: number): FileBounds {
  const by = 2 ** times;
  return { rows: Math.max(1, Math.floor(rows / by)), bytes: Math.max(1, Math.floor(bytes / by)) };
}

/** Answers how many files it has written. */
async function catchUp(
  deps: ArchivePartitionDeps,
  partition: number,
  files: number,
): Promise<number> {
  let position = await deps.store.cursor(partition);
  await deps.source.acknowledge(partition, await takenId(deps.source, { partition, position }));
  // Asked at every run, so that a folder that went bad is told before a file is due.
  await deps.folder.probe();
  for (let file = 0; file < files; file += 1) {
    if (deps.signal?.aborted === true || !(await isDue(deps, partition, position))) return file;
    const draft = await collectDraft(deps, partition, position);
    if (draft === undefined) return file;
    const next = await writeFile(deps, draft);
    if (next === undefined) return file;
    position = next;
    await deps.source.acknowledge(partition, position.offset);
  }
  return files;
}

/** Whether enough waits for a file, or has waited long enough. */
async function isDue(
  { source, nowMs, waitMs, bounds = DEFAULT_FILE }: ArchivePartitionDeps,
  partition: number,
  position: SinkPosition,
): Promise<boolean> {
  const [backlog, epoch] = await Promise.all([
    source.backlog(partition, position.offset),
    source.epoch(partition),
  ]);
  // Places in a log that lost its end say nothing of what waits in it.
  if (epoch > position.epoch && position.epoch > 0) return true;
  if (backlog.events >= bounds.rows) return true;
  if (backlog.oldestMs === undefined) return false;
  // One as far in the future was committed before the clock was put back, and waits no longer.
  return Math.abs(nowMs() - backlog.oldestMs) >= waitMs;
}

/** Answers where the sink stands then; undefined when another run was faster. */
async function writeFile(
  deps: ArchivePartitionDeps,
  { rows, from, toId, firstLogId, lastLogId }: Draft,
): Promise<SinkPosition | undefined> {
  const { partition, epoch, firstPosition } = rows.start;
  const range = { partition, epoch, firstPosition, lastPosition: rows.lastPosition };
  const written = await deps.folder.write(pathOf(range), (path) => deps.encode(rows, path));
  const file: NewArchiveFile = {
    ...range,
    firstLogId,
    lastLogId,
    path: written.path,
    rows: rows.count,
    bytes: written.bytes,
    sha256: written.sha256,
    minTimeMs: rows.minTimeMs,
    maxTimeMs: rows.maxTimeMs,
    minIdMs: timeOfIdentity(bytesOfEventId(rows.minId)),
    maxIdMs: timeOfIdentity(bytesOfEventId(rows.maxId)),
    hunts: rows.hunts,
  };
  const place = (known: ReadonlySet<string>) => placeFile(deps, { file, written, known });
  try {
    const reply = await deps.store.apply({ from, toId, file, place });
    deps.folder.settle(written);
    return reply.kind === 'moved' ? undefined : reply.position;
  } finally {
    // Renamed, it is no longer there; else it must not stay.
    await deps.folder.discard(written);
  }
}

async function placeFile(
  { folder, logger, nowMs }: ArchivePartitionDeps,
  step: { file: NewArchiveFile; written: WrittenFile; known: ReadonlySet<string> },
): Promise<void> {
  const { partition, firstPosition: position } = step.file;
  const { known, written: own } = step;
  const { aside, deleted } = await folder.clear({
    partition,
    position,
    known,
    own,
    nowMs: nowMs(),
  });
  if (deleted.length > 0) logger.warn({ partition, deleted }, 'files of failed runs were deleted');
  if (aside.length > 0) {
    logger.error({ partition, aside }, 'files that the manifest does not name were set aside');
  }
  await folder.place(step.written);
}
