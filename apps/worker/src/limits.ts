/** Bounds of the processes that run beside a worker. Times in milliseconds. */
export const SUPERVISE_LIMITS = {
  /** Wait before a process that ended is started again; doubled each time up to the second. */
  restartMs: 1_000,
  restartMaxMs: 30_000,
  /** How long what is under way may take to end when the worker stops. */
  stopMs: 10_000,
} as const;
