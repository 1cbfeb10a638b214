/** Bounds of the archive's files and of what reads them. Times in milliseconds. */
export const ARCHIVE_LIMITS = {
  /** Events of one file. */
  rowsPerFile: 100_000,
  /** Bytes in Redis of the events of one file; what stands in Parquet is about a third of it. */
  bytesPerFile: 64 * 1024 * 1024,
  /** Rows of one row group: what a query can pass over by its statistics. */
  rowsPerGroup: 50_000,
  /** Room that is left on the disk for the logs of Redis and PostgreSQL, which may be on it too. */
  reserveBytes: 128 * 1024 * 1024,
  /** A temporary file this old belongs to a process that died: no file takes as long. */
  staleMs: 15 * 60_000,
  /**
   * Memory that DuckDB may take for one file, and for one query. A file's rows stand in it twice
   * while they are sorted, each with all its texts written out.
   */
  writerMemory: '512MB',
  queryMemory: '1GB',
  /** The same for finding one event, beside other work. */
  findMemory: '256MB',
  /** The same for reading a log from its begin to its end, a few thousand rows at a time. */
  readMemory: '512MB',
  /** Files that one such session reads; a longer log takes several. */
  filesPerRead: 64,
  /** Events that one search answers; an id stands a few times in an archive at most. */
  found: 20,
  /** Rows that a query shows as a table; `--json` and `--csv` show all of them. */
  tableRows: 1_000,
  /** How long a query that a person asks may take, seconds, unless they say otherwise. */
  querySeconds: 60,
  /** Longest statement. */
  sqlChars: 100_000,
} as const;
