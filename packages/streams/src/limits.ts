/** Bounds of what the partitions keep. */

/**
 * Most identities of a hunt that are parked at a time, about 70 bytes each. Beyond it events are
 * quarantined all the same; their replay counts as long as the dedup window knows their ids.
 */
export const PARKED_BOUND = 100_000;

/** Bounds of waiting for what became of replays. */
export const REPLAY_LIMITS = {
  /** Commits of one look at `out`. */
  page: 64,
  /** How often it is looked at. */
  lookMs: 100,
} as const;
