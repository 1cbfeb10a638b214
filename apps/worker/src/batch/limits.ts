/** Bounds of the process that folds what is recorded. Times in milliseconds. */
export const BATCH_LIMITS = {
  /** Niceness: on a busy machine play comes first. */
  niceness: 19,
  /** Lock of a job: on a busy machine the process may not get its turn for seconds. */
  lockMs: 30_000,
  /** Jobs at a time: a backtest, the twin, a reconciliation, and one that looks after them. */
  jobsAtATime: 4,
  rescheduleMs: 60_000,
  /** How often backtests that nobody is at are taken up. */
  resumeMs: 1_000,
  /** The holder of a backtest is believed to be at it this long after its last word. */
  heldMs: 20_000,
  /** How often the holder says how far it is, and learns that it was cancelled. */
  beatMs: 500,
  /** A backtest that was begun so often and never ended is given up. */
  tries: 3,
  /** Longest reason that is kept. */
  saysChars: 500,
} as const;
