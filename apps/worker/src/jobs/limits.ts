/** Bounds of the jobs that copy from Redis to PostgreSQL. A job that reaches one is run again. */
export const SINK_LIMITS = {
  /** Niceness of the process: play comes first, and the copies still keep up with it. */
  niceness: 5,
  /** Decided events of one partition in one transaction, however many commits they came in. */
  eventsPerBatch: 8_000,
  /** And as few as this where PostgreSQL did not take more in time. */
  leastPerBatch: 250,
  /** Refused events in one transaction; each carries up to 8 KB. */
  refusalsPerBatch: 500,
  /** Transactions of one stream in one run, so that no partition keeps the others waiting. */
  batchesPerRun: 400,
  /** A publication younger than this may still be on its way to the log. */
  announceAfterMs: 5_000,
  /** How often each copy runs; it is this far behind at most while PostgreSQL keeps up. */
  everyMs: 1_000,
  announceEveryMs: 5_000,
  /** Frames of one process in one transaction: 25 seconds of them. */
  framesPerBatch: 50,
  /** Old rows of history and refusals are cleaned away this often; how many, the stores know. */
  tidyEveryMs: 60_000,
  /** How often photos whose time is over are looked for. */
  forgetEveryMs: 60_000,
  /** How often it is looked for hunts in which nothing happens any more. */
  ageEveryMs: 600_000,
  /** How long a chain of jobs may stand still that broke, or that a wrong clock has put off. */
  rescheduleMs: 10_000,
  /** Copies that run at a time in one worker, so that they leave the processor to play. */
  jobsAtATime: 2,
} as const;
