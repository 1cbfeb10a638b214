/** Bounds of the process that folds what is recorded. Times in milliseconds. */
export const BATCH_LIMITS = {
  /** Niceness: on a busy machine play comes first, and a designer still gets an answer. */
  niceness: 12,
  /** Lock of a job: on a busy machine the process may not get its turn for seconds. */
  lockMs: 30_000,
  /** Jobs at a time: a backtest, a republication, the twin, a proof, and what looks after them. */
  jobsAtATime: 5,
  rescheduleMs: 15_000,
  /** How often backtests that nobody is at are taken up. */
  resumeMs: 1_000,
  /** The holder of a backtest is believed to be at it this long after its last word. */
  heldMs: 20_000,
  /** How often the holder says how far it is, and learns that it was cancelled. */
  beatMs: 500,
  /** A backtest that was begun so often and never ended is given up. */
  tries: 3,
  /** How often it is looked whether the twin is due; it runs at its own interval. */
  twinMs: 1_000,
  /** A run this little before its time is in time: two clocks and a queue are between. */
  slackMs: 200,
  /** The files are asked no more often than this: each question reads all of a hunt's. */
  questionsEveryMs: 30_000,
  /** How often it is looked whether the nightly proof is due; its hour by UTC, and a day. */
  proofMs: 60_000,
  proofHourMs: 3 * 3_600_000,
  dayMs: 24 * 3_600_000,
  /** Longest reason that is kept. */
  saysChars: 500,
} as const;
