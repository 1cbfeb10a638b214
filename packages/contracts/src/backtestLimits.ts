/** Bounds of backtests that screens, servers and workers must agree on. */
export const BACKTEST_LIMITS = {
  /** Longest span that can be asked for by hours: a year. */
  hours: 366 * 24,
  /** Changed events that are kept with their ids. */
  changedEvents: 200,
  /** Teams of a board that the slope chart shows. */
  rankedTeams: 20,
  /** Rules whose time is told. */
  rules: 20,
  /** Runs kept of one hunt; older ones go with the start of another. */
  keptRuns: 20,
  /** Runs of all hunts that may wait or run at once. */
  waitingRuns: 10,
} as const;
