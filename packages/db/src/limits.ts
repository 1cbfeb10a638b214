/** Bounds of everything this package asks of PostgreSQL. Times in milliseconds. */
export const DB_LIMITS = {
  /** Connections of one process; reads of a screen and one sink each fit beside each other. */
  connections: 6,
  /** How long a caller waits for a connection before PostgreSQL counts as away. */
  connectMs: 1_500,
  /** How long one statement may run on the server. */
  statementMs: 1_500,
  /** How long the client waits for an answer, in case the server no longer speaks. */
  answerMs: 1_800,
  /** How long a statement waits for a row that another transaction holds. */
  lockMs: 1_000,
  /** Longest text kept of a refused event's field that is indexed; an index row has a bound. */
  indexedText: 128,
  /** Longest text kept of any other field. */
  text: 2_000,
  /** Rows of one page of a list. */
  page: 200,
  /** Rows of one event in the ledger; more than one or two is a fault to be seen, not read. */
  rowsOfEvent: 20,
  /** Teams in one sum over the ledger. */
  totals: 100_000,
  /** Files of the archive in one answer. */
  archiveFiles: 100_000,
  /** Publications announced in one go. */
  unannounced: 100,
} as const;
