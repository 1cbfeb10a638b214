/** Bounds of the batch twin that screens, servers and workers must agree on. */
export const TWIN_LIMITS = {
  /** Seconds between two runs, at least and at most. */
  leastS: 1,
  mostS: 3_600,
  /** Teams of a board that are kept of each hunt. */
  boardRows: 100,
  /** Runs kept, and those of one answer. */
  keptRuns: 2_000,
  shownRuns: 120,
  /** Hunts that are kept. */
  hunts: 200,
  /** Proofs kept. */
  keptProofs: 60,
  /**
   * Milliseconds that the clocks of two workers may differ. What is dated further ahead was written
   * while a clock was wrong: it counts for nothing, and whatever comes next takes its place.
   */
  aheadMs: 60_000,
} as const;
