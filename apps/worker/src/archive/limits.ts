/** Bounds of the archive's process. Times in milliseconds. */
export const ARCHIVER_LIMITS = {
  /** How often each partition is looked at. */
  everyMs: 1_000,
  /** Events of one read; a file is made of many. */
  eventsPerRead: 4_000,
  /** Files of one partition in one run, so that no partition keeps the others waiting. */
  filesPerRun: 20,
  /** How much longer than it has worked at a file the archive rests while little waits for it. */
  restPerWork: 9,
  /** Wait before the next try after the disk refused. */
  faultPauseMs: 5_000,
  rescheduleMs: 60_000,
  /** Niceness: on a busy machine play comes first, and the archive catches up. */
  niceness: 19,
  /** Lock of a job: one run may encode for seconds without a pause. */
  lockMs: 30_000,
} as const;
