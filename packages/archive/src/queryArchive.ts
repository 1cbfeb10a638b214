/**
 * Asks the archive one SELECT. The session sees the view `events` over the files it was told and
 * can neither read nor write anything else: DuckDB's access to files is limited to them, its
 * settings are locked, and only a SELECT is run at all.
 */
import { join } from 'node:path';
import {
  type DuckDBConnection,
  type DuckDBDataChunk,
  DuckDBTypeId,
  StatementType,
} from '@duckdb/node-api';
import { ARCHIVE_LIMITS } from './limits.js';
import { literal, loadSql } from './loadSql.js';
import { type ManifestFile, voidFrom } from './manifest.js';
import { type DuckOptions, openDuck } from './openDuck.js';

/** The statement is wrong, also for some value, or asks for what is not the archive's. One line. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
}

/** It was not answered, whatever the statement: a file is damaged, or memory ran out. One line. */
export class ReadFault extends Error {
  override readonly name = 'ReadFault';
}

/**
 * What DuckDB says of the statement itself, of access that was locked, and of a value that is not
 * what the statement takes it for.
 */
const ASKERS = /^(Parser|Binder|Catalog|Permission|Conversion|Out of Range) Error:/;

/** A value of a result as JSON would have it. */
export type ResultValue = string | number | boolean | null | object;

export interface ArchiveQuery {
  readonly folder: string;
  /** At least one. */
  readonly files: readonly ManifestFile[];
  readonly sql: string;
  /** Every file of the partitions asked, where `files` are not all: they say what is void. */
  readonly known?: readonly ManifestFile[];
  /** Aborted, it interrupts the query; its reason, an error, is what is then said of it. */
  readonly stop?: AbortSignal | undefined;
  /** What the query may take of the machine; absent: as much as one that a person asks. */
  readonly duck?: DuckOptions;
}

export interface QueryAnswer {
  readonly columns: readonly string[];
  /** Rows as they are read; stop early and the rest is never computed. */
  readonly rows: AsyncIterable<readonly ResultValue[]>;
}

/**
 * Runs the query and hands its answer to `use`; the session ends when `use` has. A query that was
 * stopped is a `ReadFault`.
 */
export async function queryArchive<T>(
  query: ArchiveQuery,
  use: (answer: QueryAnswer) => Promise<T>,
): Promise<T> {
  if (query.sql.trim() === '') throw new QueryError('give one statement');
  if (query.sql.length > ARCHIVE_LIMITS.sqlChars) throw new QueryError('the statement is too long');
  const { stop } = query;
  const duck = await openDuck(query.duck ?? { threads: 2, memory: ARCHIVE_LIMITS.queryMemory });
  const interrupt = () => duck.connection.interrupt();
  const faultOf = (says: string) => {
    return stop?.aborted === true ? new ReadFault(oneLine(stop.reason)) : faultOfQuery(says);
  };
  stop?.addEventListener('abort', interrupt);
  try {
    await restrict(duck.connection, query);
    // What is constant is worked out while the statement is prepared, which can take long as well.
    const prepared = await onlySelect(duck.connection, query.sql, faultOf);
    if (stop?.aborted === true) throw faultOf('');
    const result = await inWords(() => prepared.stream(), faultOf);
    const columns = result.deduplicatedColumnNames();
    return await use({ columns, rows: rowsOf(result, faultOf) });
  } finally {
    stop?.removeEventListener('abort', interrupt);
    duck.close();
  }
}

/**
 * The answer to a statement of ours as DuckDB has it, column by column; the session ends with the
 * reading. Where it breaks off, the files are to blame.
 */
export async function* archiveChunks(query: ArchiveQuery): AsyncGenerator<DuckDBDataChunk> {
  const duck = await openDuck(query.duck ?? { threads: 1, memory: ARCHIVE_LIMITS.queryMemory });
  try {
    await restrict(duck.connection, query);
    const prepared = await onlySelect(duck.connection, query.sql);
    const result = await inWords(() => prepared.stream(), faultOfFiles);
    for (;;) {
      const chunk = await inWords(() => result.fetchChunk(), faultOfFiles);
      if (chunk === null || chunk.rowCount === 0) return;
      yield chunk;
    }
  } finally {
    duck.close();
  }
}

type StreamedResult = Awaited<ReturnType<DuckDBConnection['stream']>>;

async function* rowsOf(
  result: StreamedResult,
  faultOf: (says: string) => Error,
): AsyncGenerator<readonly ResultValue[]> {
  const pages = result.yieldRowsJson();
  const isWhole = result.columnTypes().map(({ typeId }) => WHOLE_NUMBERS.has(typeId));
  for (;;) {
    const page = await inWords(() => pages.next(), faultOf);
    if (page.done === true) return;
    for (const row of page.value) {
      yield row.map((value, i) => (isWhole[i] === true ? asNumber(value) : value));
    }
  }
}

const WHOLE_NUMBERS: ReadonlySet<DuckDBTypeId> = new Set([
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.HUGEINT,
]);

/** Large numbers come as text; those that a number can hold become one. */
function asNumber(value: ResultValue): ResultValue {
  const number = Number(value);
  return value !== null && Number.isSafeInteger(number) ? number : value;
}

async function restrict(connection: DuckDBConnection, query: ArchiveQuery): Promise<void> {
  const { folder, files, known = files } = query;
  const list = files.map(({ path }) => literal(join(folder, path)));
  const text = loadSql('restrict', { files: `[${list.join(', ')}]`, void: voidClause(known) });
  await inWords(() => connection.run(text), faultOfFiles);
}

/** A condition that is true for rows whose place a later epoch has taken. */
function voidClause(files: readonly ManifestFile[]): string {
  const clauses = [...voidFrom(files)].map(([{ partition, epoch }, from]) => {
    return `(partition = ${partition} AND epoch = ${epoch} AND position >= ${from})`;
  });
  return clauses.length === 0 ? 'false' : [...new Set(clauses)].join(' OR ');
}

async function onlySelect(connection: DuckDBConnection, sql: string, faultOf = faultOfQuery) {
  const statements = await inWords(() => connection.extractStatements(sql), faultOf);
  if (statements.count !== 1) throw new QueryError('give one statement');
  const prepared = await inWords(() => statements.prepare(0), faultOf);
  if (prepared.statementType !== StatementType.SELECT) {
    throw new QueryError('the archive is read-only: give a SELECT');
  }
  return prepared;
}

async function inWords<T>(work: () => Promise<T>, faultOf = faultOfQuery): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw faultOf(oneLine(error));
  }
}

function faultOfQuery(says: string): Error {
  return ASKERS.test(says) ? new QueryError(says) : new ReadFault(says);
}

function faultOfFiles(says: string): Error {
  return new ReadFault(says);
}

/** DuckDB's first line, and its hint where it gives one. */
function oneLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const lines = text.replace(/^Failed to extract statements: /, '').split('\n');
  const [first = ''] = lines;
  const hint = lines.find((line) => /^(Candidate bindings|Did you mean)/.test(line.trim()));
  return hint === undefined ? first : `${first} ${hint.trim()}`;
}
