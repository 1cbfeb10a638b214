/** Turns the events of one file into Parquet, at a path that nobody else knows yet. */
import {
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBType,
  INTEGER,
  VARCHAR,
} from '@duckdb/node-api';
import type { FileRows } from './fileRows.js';
import { ARCHIVE_LIMITS } from './limits.js';
import { literal, loadSql } from './loadSql.js';
import { openDuck } from './openDuck.js';

/** Rows that DuckDB takes at once. */
const CHUNK = 2_048;

type Cell = string | number | null;

interface ColumnSource {
  readonly type: DuckDBType;
  at(row: number): Cell;
}

/**
 * Writes the file and answers when DuckDB has closed it; it is not yet on disk for good. Rejects
 * with DuckDB's own error when the disk refuses; what it left behind is the caller's to remove.
 * One thread: the file is written beside the game, and must not take a core from it.
 */
export async function encodeParquet(rows: FileRows, path: string): Promise<void> {
  const duck = await openDuck({ threads: 1, memory: ARCHIVE_LIMITS.writerMemory });
  try {
    const { connection } = duck;
    await connection.run(loadSql('createTables'));
    await append(connection, 'names', { count: rows.names.length, columns: namesOf(rows) });
    await append(connection, 'entries', { count: rows.entries.length, columns: entriesOf(rows) });
    await append(connection, 'events', { count: rows.count, columns: eventsOf(rows) });
    await connection.run(
      loadSql('copyEvents', {
        partition: String(rows.start.partition),
        epoch: String(rows.start.epoch),
        first: String(rows.start.firstPosition),
        file: literal(path),
        rows: String(ARCHIVE_LIMITS.rowsPerGroup),
      }),
    );
  } finally {
    duck.close();
  }
}

function namesOf({ names }: FileRows): ColumnSource[] {
  return [
    { type: INTEGER, at: (row) => row },
    { type: VARCHAR, at: (row) => names[row] ?? null },
  ];
}

function entriesOf({ entries }: FileRows): ColumnSource[] {
  return [
    { type: INTEGER, at: (row) => row },
    { type: VARCHAR, at: (row) => entries[row]?.logId ?? null },
    { type: DOUBLE, at: (row) => entries[row]?.appliedAtUs ?? null },
    { type: DOUBLE, at: (row) => entries[row]?.decidedAtUs ?? null },
    { type: DOUBLE, at: (row) => entries[row]?.committedAtUs ?? null },
  ];
}

/** In the order of the columns of `events` in createTables.sql. */
function eventsOf(rows: FileRows): ColumnSource[] {
  const numbers = (type: DuckDBType, values: Int32Array | Float64Array): ColumnSource => ({
    type,
    at: (row) => values[row] as number,
  });
  return [
    numbers(INTEGER, rows.entryOf.values),
    ...rows.texts.map(({ values }) => numbers(INTEGER, values)),
    ...rows.ints.map(({ values }) => numbers(INTEGER, values)),
    ...rows.floats.map(({ values }) => numbers(DOUBLE, values)),
    { type: VARCHAR, at: (row) => rows.eventIds[row] as string },
    { type: VARCHAR, at: (row) => rows.data[row] as string | null },
  ];
}

async function append(
  connection: DuckDBConnection,
  table: string,
  { count, columns }: { readonly count: number; readonly columns: readonly ColumnSource[] },
): Promise<void> {
  const appender = await connection.createAppender(table);
  const types = columns.map(({ type }) => type);
  for (let from = 0; from < count; from += CHUNK) {
    const size = Math.min(CHUNK, count - from);
    const chunk = DuckDBDataChunk.create(types, size);
    columns.forEach(({ at }, column) => {
      const vector = chunk.getColumnVector(column);
      for (let i = 0; i < size; i += 1) vector.setItem(i, at(from + i));
      vector.flush();
    });
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
