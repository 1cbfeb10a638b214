/** Bounds of the job machinery. Times in milliseconds unless named. */
export const JOB_LIMITS = {
  /** Finished jobs kept to be looked at. */
  completedKept: 100,
  failedKept: 1_000,
  failedKeptS: 7 * 86_400,
  /** Events kept of each queue's own stream. */
  queueEvents: 1_000,
  /** A worker's hold on a job; it is renewed at half of it. */
  lockMs: 5_000,
  /** How often workers look for jobs whose holder died. */
  stalledCheckMs: 1_000,
  /** A job is a lease, so being given back often is no reason to drop it. */
  stalledCount: 1_000_000,
  /** Jobs a worker runs at a time unless told otherwise. */
  concurrency: 1,
  /** How long a worker waits after Redis refused it; BullMQ's own default is 15 seconds. */
  fetchRetryMs: 250,
  /** Longest pause between two attempts to connect. */
  reconnectMs: 1_000,
  /** How long a producer waits for Redis before the caller gets the error. */
  commandMs: 2_000,
  /** A producer's connection without an answer for so long is made anew. */
  deadMs: 10_000,
  /** The same of a worker's, which BullMQ lets wait for a job for up to ten seconds. */
  deadWorkerMs: 30_000,
  /** A schedule this much more than a period ahead is one of a wrong clock. */
  scheduleSlackMs: 5_000,
} as const;
