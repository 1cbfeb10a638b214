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
  /** Both for work that nobody waits for. */
  patientMs: 60_000,
  /** How long a statement waits for a row that another transaction holds. */
  lockMs: 1_000,
  /** Longest text kept of a refused event's field that is indexed; an index row has a bound. */
  indexedText: 128,
  /** Longest text kept of any other field. */
  text: 2_000,
  /** Refusals that are grouped by cause: the newest. */
  groupedRefusals: 200_000,
  /** Causes of one answer. */
  causes: 200,
  /** Values of one facet in one answer. */
  facetValues: 50,
  /** Entries a repair run claims in one statement. */
  claimedEntries: 1_000,
  /** A replay by hand that is undecided for longer is nobody's any more. */
  replayInFlightMs: 10_000,
  /** Repair runs of one answer. */
  repairRuns: 50,
  /** How much later than its refusal a record may stand in its stream. */
  refusalDelayMs: 3_600_000,
  /** Rows of one page of a list. */
  page: 200,
  /** Rows of one event in the ledger; more than one or two is a fault to be seen, not read. */
  rowsOfEvent: 20,
  /** Teams in one sum over the ledger. */
  totals: 100_000,
  /** Newest rows of one hunt in which rules are counted. */
  firedRows: 100_000,
  /** Rows of a board of the past. */
  boardRows: 10_000,
  /** Solves of a page of teams: 100 teams with every clue there may be. */
  solves: 100_000,
  /** Files of the archive in one answer. */
  archiveFiles: 100_000,
  /** Drafts of one list. */
  drafts: 1_000,
  /** Members of the staff in one list. */
  staff: 1_000,
  /** Versions of one hunt in one list; the newest are shown. */
  versions: 200,
  /** Publications announced in one go. */
  unannounced: 100,
  /** Rows of history of one span and hunt: 90 days of hours, with room. */
  rollupRows: 5_000,
  /** The parts of a bucket from different processes are all written this long after its end. */
  settleMs: 3_000,
  /** Marks of one span; the newest are shown. */
  marks: 200,
  /** Rows of history cleaned away in one statement, so that none runs for long. */
  tidiedRows: 5_000,
  /**
   * Days from its refusal that an entry of the quarantine is kept: first goes what was sent, then
   * the entry. An open one may yet be repaired.
   */
  quarantineDays: [
    { state: 'replayed', original: 30, entry: 90 },
    { state: 'discarded', original: 30, entry: 90 },
    { state: 'open', original: 90, entry: 180 },
  ],
  /** Retroactive publications kept of one hunt; older ones go when another is asked for. */
  keptRepublications: 20,
  /** Photos deleted in one statement: each weighs up to a mebibyte. */
  forgottenPhotos: 200,
  /** A metrics stream lives 16 minutes after its process; this long after it is forgotten here. */
  streamForgottenS: 86_400,
} as const;
