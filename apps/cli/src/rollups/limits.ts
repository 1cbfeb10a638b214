/** Sizes of generated history and of measuring it. */
export const ROLLUP_LIMITS = {
  /** Sketches made of each stage and hour of the day; rows pick among them. */
  sketchesKept: 8,
  /** Durations in one of them; a busy minute fills about as many bins. */
  durationsPerSketch: 120,
  /** Rows in one transaction. */
  rowsPerBatch: 400,
  /** Tries of one of them on a PostgreSQL that is too busy to answer in time. */
  triesPerBatch: 8,
  mostDays: 90,
  mostHunts: 40,
} as const;
