/**
 * The rows of history, written from the metrics streams. The cursors of all streams move in the
 * transaction of the rows, under one lock, so that no frame is counted twice however often and by
 * however many a stretch is applied.
 */
import { COVERED_LEVEL, mergeRollups, ROLLUP_LEVELS, type Rollup } from '@trove/core/projection';
import type pg from 'pg';
import type { Db } from '../createDb.js';
import {
  type HistoryMark,
  keyColumns,
  markColumns,
  rollupColumns,
  type StoredRollup,
  toRollup,
} from '../historyRows.js';
import { inTransaction } from '../inTransaction.js';
import { DB_LIMITS } from '../limits.js';
import { loadSql } from '../loadSql.js';
import { lockCursor, SINK_START, type SinkName } from './sinkCursor.js';

/** The id of the last entry taken, by stream. */
export type StreamOffsets = Readonly<Record<string, string>>;

export interface RollupBatch {
  /** Where the frames were read from: what `cursor` answered, or the last batch's `to` on top. */
  readonly from: StreamOffsets;
  /** The last entry of each stream that was read; streams without a new one are left out. */
  readonly to: StreamOffsets;
  /** What the entries between the two add up to; each row once. */
  readonly rollups: readonly Rollup[];
  readonly marks: readonly HistoryMark[];
}

export interface RollupStore {
  /** How far the sink is in every stream it has ever read. */
  cursor(): Promise<StreamOffsets>;
  /**
   * Adds the batch to what stands and moves the cursors, wholly or not at all. `moved`: somebody
   * else took some of it, nothing was written. Rejects as the ledger's `apply` does when
   * PostgreSQL is away.
   */
  apply(batch: RollupBatch): Promise<'applied' | 'moved'>;
  /** Takes away rows older than their width is kept, a bounded number; answers how many. */
  tidy(): Promise<number>;
}

const SINK = 'rollups';
/** Locked by every batch first: two that share no stream may still share a row. */
const GATE: SinkName = { sink: SINK, stream: '*' };

const SQL = {
  cursors: loadSql('readCursors'),
  putCursors: loadSql('putCursors'),
  stored: loadSql('storedRollups'),
  put: loadSql('putRollups'),
  marks: loadSql('insertMarks'),
  tidy: loadSql('tidyRollups'),
  tidyMarks: loadSql('tidyMarks'),
  tidyCursors: loadSql('tidyCursors'),
};

export function rollupStore({ pool }: Db): RollupStore {
  return {
    cursor: () => readOffsets(pool),
    apply: (batch) => inTransaction(pool, (client) => applyBatch(client, batch)),
    tidy: () => tidy(pool),
  };
}

/** Writes marks; those that stand already are left as they are. */
export async function insertMarks(
  client: pg.PoolClient,
  marks: readonly HistoryMark[],
): Promise<void> {
  if (marks.length > 0) await client.query(SQL.marks, markColumns(marks));
}

async function readOffsets(client: pg.Pool | pg.PoolClient): Promise<StreamOffsets> {
  const { rows } = await client.query<{ stream: string; offset: string }>(SQL.cursors, [SINK]);
  const read = rows.filter(({ stream }) => stream !== GATE.stream);
  return Object.fromEntries(read.map(({ stream, offset }) => [stream, offset]));
}

async function applyBatch(client: pg.PoolClient, batch: RollupBatch) {
  await lockCursor(client, GATE);
  const current = await readOffsets(client);
  const streams = Object.keys(batch.to);
  const offsetIn = (offsets: StreamOffsets, stream: string) => offsets[stream] ?? SINK_START.offset;
  if (streams.some((stream) => offsetIn(current, stream) !== offsetIn(batch.from, stream))) {
    return 'moved';
  }
  await addRollups(client, batch.rollups);
  await insertMarks(client, batch.marks);
  await client.query(SQL.putCursors, [SINK, streams, Object.values(batch.to)]);
  return 'applied';
}

async function addRollups(client: pg.PoolClient, rollups: readonly Rollup[]): Promise<void> {
  if (rollups.length === 0) return;
  const { rows } = await client.query<StoredRollup>(SQL.stored, keyColumns(rollups));
  const merged = mergeRollups(rows.map(toRollup), rollups);
  await client.query(SQL.put, rollupColumns(merged));
}

async function tidy(pool: pg.Pool): Promise<number> {
  let taken = 0;
  for (const { widthMs, keptMs } of [...ROLLUP_LEVELS, COVERED_LEVEL]) {
    const bounds = [widthMs / 1_000, keptMs / 1_000, DB_LIMITS.tidiedRows];
    taken += (await pool.query(SQL.tidy, bounds)).rowCount ?? 0;
  }
  const longestS = Math.max(...ROLLUP_LEVELS.map(({ keptMs }) => keptMs)) / 1_000;
  await pool.query(SQL.tidyMarks, [longestS, DB_LIMITS.tidiedRows]);
  await pool.query(SQL.tidyCursors, [SINK, DB_LIMITS.streamForgottenS]);
  return taken;
}
