/**
 * The manifest of the archive. A file gets its name, its row and the move of the sink's cursor
 * while that cursor is locked: of two workers with the same stretch one comes first, and the
 * other learns of it before its file has a name.
 */
import type pg from 'pg';
import type { Db } from '../createDb.js';
import { inTransaction } from '../inTransaction.js';
import { loadSql } from '../loadSql.js';
import {
  isSamePosition,
  lockCursor,
  readCursor,
  type SinkName,
  type SinkPosition,
  setCursor,
} from './sinkCursor.js';

export interface NewArchiveFile {
  readonly partition: number;
  readonly epoch: number;
  readonly firstPosition: number;
  /** Inclusive. */
  readonly lastPosition: number;
  readonly firstLogId: string;
  readonly lastLogId: string;
  /** Relative to the archive's folder. */
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
  readonly minTimeMs: number;
  readonly maxTimeMs: number;
  /** Between these the ids of its events were made, by their own time. */
  readonly minIdMs: number;
  readonly maxIdMs: number;
  readonly hunts: readonly string[];
}

export interface ArchiveStep {
  /** Where the file's events were read from: what `cursor` or the last `apply` answered. */
  readonly from: SinkPosition;
  /** Id in `out` of the last commit in the file. */
  readonly toId: string;
  readonly file: NewArchiveFile;
  /**
   * Gives the file its name. Called while the cursor is locked, so it must be quick. `known` are
   * the paths of the partition's manifest that end at the file's first position or later; what
   * else stands there the manifest does not know.
   */
  place(known: ReadonlySet<string>): Promise<void>;
}

export type ArchiveReply =
  | { readonly kind: 'applied'; readonly position: SinkPosition }
  /** Somebody else moved the cursor: nothing was placed or written. */
  | { readonly kind: 'moved'; readonly position: SinkPosition };

export interface ArchiveStore {
  /** Where the partition's sink stands. */
  cursor(partition: number): Promise<SinkPosition>;
  /**
   * Places the file, writes its row and moves the cursor, in this order. When it rejects, the
   * cursor stands where it stood, unless the answer to the commit itself was lost; a file that
   * was placed without its row is then an orphan, which the next step has to clear away.
   */
  apply(step: ArchiveStep): Promise<ArchiveReply>;
}

const SQL = { insert: loadSql('insertArchiveFile'), paths: loadSql('archivePathsFrom') };

/** The manifest of one database. */
export function archiveStore({ pool }: Db): ArchiveStore {
  return {
    cursor: (partition) => readCursor(pool, nameOf(partition)),
    apply: (step) => inTransaction(pool, (client) => applyStep(client, step)),
  };
}

const nameOf = (partition: number): SinkName => ({ sink: 'archive', stream: `p${partition}` });

async function applyStep(client: pg.PoolClient, step: ArchiveStep): Promise<ArchiveReply> {
  const { file, from, toId } = step;
  const name = nameOf(file.partition);
  const current = await lockCursor(client, name);
  if (!isSamePosition(current, from)) return { kind: 'moved', position: current };
  const { rows } = await client.query<{ path: string }>(SQL.paths, [
    file.partition,
    file.firstPosition,
  ]);
  await step.place(new Set(rows.map(({ path }) => path)));
  await client.query(SQL.insert, valuesOf(file));
  const position = { epoch: file.epoch, offset: toId };
  await setCursor(client, name, position);
  return { kind: 'applied', position };
}

/** The order of insertArchiveFile.sql's parameters. */
function valuesOf(file: NewArchiveFile): unknown[] {
  return [
    file.partition,
    file.epoch,
    file.firstPosition,
    file.lastPosition,
    file.firstLogId,
    file.lastLogId,
    file.path,
    file.rows,
    file.bytes,
    file.sha256,
    file.minTimeMs,
    file.maxTimeMs,
    file.minIdMs,
    file.maxIdMs,
    file.hunts,
  ];
}
