/** Bounds of reading and folding a record. Times in milliseconds. */
export const RECORD_READ_LIMITS = {
  /** Times the manifest is asked again for what left the log while it was read. */
  turns: 1_000,
  /** Versions of one hunt that are kept compiled. */
  versions: 1_000,
  /** Teams of one partition whose state is kept in memory, about 1 KiB each. */
  teams: 500_000,
  /** Work between two pauses, and the rest that goes with it, where play comes first. */
  workMs: 20,
  restMs: 5,
  /** Rounds in which what was played meanwhile is recomputed, and when that is close enough. */
  closingRounds: 40,
  closeEvents: 2_000,
  /** Differences of one hunt that a proof keeps. */
  proofDifferences: 20,
  /** How long a proof waits for the ledger, and how often it looks. */
  ledgerWaitMs: 60_000,
  ledgerPollMs: 500,
} as const;
