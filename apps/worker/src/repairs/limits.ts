/** Bounds of repair runs in the worker. Times in milliseconds. */
export const RUN_LIMITS = {
  /** Entries of one batch: they are sent together, and the next waits for their outcomes. */
  batch: 100,
  /** A batch holds what is sent in this long, so that a slow run keeps its rate evenly. */
  batchMs: 500,
  /** How long a batch waits for its outcomes before it leaves them pending and looks again. */
  waitMs: 5_000,
  /** The holder of a run is believed to be at it this long after its last batch began. */
  heldMs: 20_000,
  /** After so long a job ends and the run goes on in a new one, so that workers share runs. */
  turnMs: 60_000,
  /** How often runs that nobody is at are taken up, and old pending replays looked for. */
  everyMs: 1_000,
  /** Runs at a time in one worker, and one more job that looks for runs to take up. */
  jobsAtATime: 4,
  /** What was sent this long ago and is not in the log never reached it. */
  arrivalMs: 10_000,
} as const;
