/** Bounds of looking for receipts. Times in milliseconds. */
export const RECEIPT_LIMITS = {
  /** Versions of hunts whose rules are kept at hand. */
  versions: 200,
  /** Searches of the archive that may wait at a time; beyond them the answer is `busy`. */
  archiveWaiting: 16,
  /** Longest time one search of the archive may take before its process is given up. */
  archiveMs: 10_000,
  /** How long the archive's reader stays after its last search. */
  readerIdleMs: 10 * 60_000,
  /** Files that are read together for an id, and how many of them at most. */
  filesPerLook: 8,
  filesOfId: 64,
  /** The door's newest refusals that are looked through for one PostgreSQL has not yet. */
  refused: 200,
  /** An id may be made so long before its event is appended: the window, and an hour of it. */
  lateMs: 49 * 3_600_000,
  /** And so long after, by a clock that is ahead. */
  aheadMs: 5 * 60_000,
  /** Niceness of the archive's reader: play comes first. */
  niceness: 10,
} as const;
