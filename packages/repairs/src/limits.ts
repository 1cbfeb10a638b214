/** Bounds of what one operator's step asks of the servers. Times in milliseconds. */
export const REPAIRS_LIMITS = {
  /** Entries of one page of a walk. */
  page: 200,
  /** Events of a preview that are decided without effect, and how long that may take in all. */
  foretold: 20,
  foretellMs: 1_000,
  /** How long somebody waits for what became of one replay. */
  waitMs: 4_000,
} as const;
