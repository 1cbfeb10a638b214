/** Turns the events of one file into Parquet, at a path that nobody else knows yet. */
import {
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBType,
  INTEGER,
  VARCHAR,
} from '@duckdb/node-api';
import bindings from '@duckdb/node-bindings';
import type { FileRows } from './fileRows.js';
import { ARCHIVE_LIMITS } from './limits.js';
import { literal, loadSql } from './loadSql.js';
import { openDuck } from './openDuck.js';

/** Rows that DuckDB takes at once. */
const CHUNK = 2_048;

/** Numbers go over as memory: a value at a time they would cost more than all the rest. */
interface NumberColumn {
  readonly type: DuckDBType;
  readonly values: Int32Array | Float64Array;
}

interface TextColumn {
  readonly type: DuckDBType;
  readonly texts: readonly (string | null)[];
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

function namesOf({ names }: FileRows): Column[] {
  return [numbers(INTEGER, Int32Array.from(names.keys())), texts(names)];
}

function entriesOf({ entries }: FileRows): Column[] {
  return [
    numbers(INTEGER, Int32Array.from(entries.keys())),
    texts(entries.map(({ logId }) => logId)),
    texts(entries.map(({ door }) => door ?? null)),
    numbers(
      DOUBLE,
      Float64Array.from(entries, ({ appliedAtUs }) => appliedAtUs),
    ),
    numbers(
      DOUBLE,
      Float64Array.from(entries, ({ decidedAtUs }) => decidedAtUs),
    ),
    numbers(
      DOUBLE,
      Float64Array.from(entries, ({ committedAtUs }) => committedAtUs),
    ),
  ];
}

/** In the order of the columns of `events` in createTables.sql. */
function eventsOf(rows: FileRows): Column[] {
  return [
    numbers(INTEGER, rows.entryOf.values),
    ...rows.texts.map(({ values }) => numbers(INTEGER, values)),
    ...rows.ints.map(({ values }) => numbers(INTEGER, values)),
    ...rows.floats.map(({ values }) => numbers(DOUBLE, values)),
    texts(rows.eventIds),
    texts(rows.data),
  ];
}

type Column = NumberColumn | TextColumn;

const numbers = (type: DuckDBType, values: Int32Array | Float64Array): Column => ({ type, values });
const texts = (all: readonly (string | null)[]): Column => ({ type: VARCHAR, texts: all });

async function append(
  connection: DuckDBConnection,
  table: string,
  { count, columns }: { readonly count: number; readonly columns: readonly Column[] },
): Promise<void> {
  const appender = await connection.createAppender(table);
  const types = columns.map(({ type }) => type);
  for (let from = 0; from < count; from += CHUNK) {
    const size = Math.min(CHUNK, count - from);
    const chunk = DuckDBDataChunk.create(types, size);
    columns.forEach((column, number) => {
      if ('values' in column) copyNumbers({ chunk, number, from, size }, column);
      else copyTexts({ chunk, number, from, size }, column);
    });
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

interface ChunkPlace {
  readonly chunk: DuckDBDataChunk;
  /** The column's number. */
  readonly number: number;
  readonly from: number;
  readonly size: number;
}

function copyNumbers({ chunk, number, from, size }: ChunkPlace, { values }: NumberColumn): void {
  const vector = bindings.data_chunk_get_vector(chunk.chunk, number);
  const width = values.BYTES_PER_ELEMENT;
  const at = values.byteOffset + from * width;
  bindings.copy_data_to_vector(vector, 0, values.buffer as ArrayBuffer, at, size * width);
}

function copyTexts({ chunk, number, from, size }: ChunkPlace, { texts: all }: TextColumn): void {
  const vector = chunk.getColumnVector(number);
  for (let i = 0; i < size; i += 1) vector.setItem(i, all[from + i] ?? null);
  vector.flush();
}
