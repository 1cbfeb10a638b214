/** Bounds of folding recorded events. */
export const RECORD_LIMITS = {
  /** Events of one chunk: as many as a worker decides at once. */
  chunkEvents: 1_000,
  /** Ids remembered of events that the record refused and this fold has counted. */
  countedIds: 500_000,
  /** Of each rule, one evaluation in so many is timed. */
  timedEvery: 16,
  /** Readings by which the cost of reading the clock itself is found. */
  clockReadings: 200,
  /** Differences kept of a comparison with the live state. */
  differences: 100,
} as const;
