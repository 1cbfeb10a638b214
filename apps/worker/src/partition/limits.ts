/** Bounds of one partition's drain. */
export const DRAIN_LIMITS = {
  /** Events in one commit: 2,000 would hold Redis for 4 to 5 ms. */
  eventsPerCommit: 1_000,
  /** Entries asked for before the size of entries is known. */
  firstEntries: 8,
  mostEntries: 512,
  /** How long a read waits for an append before the lease is renewed. */
  waitMs: 400,
  renewMs: 400,
  /** Without an answer for so long a partition's connection is made anew; the lease is kept. */
  deadAfterMs: 3_000,
  /** Waits without an event before the lease is given up. */
  idleWaits: 12,
  /** A lease is handed on after this long, so that partitions spread over workers. */
  turnMs: 10_000,
  /** Hunts read in one go: with all their teams they hold the loop for a third of a lease. */
  huntsPerLoad: 4,
  /** Cached teams of one partition; above it the cache starts anew. */
  cachedTeams: 200_000,
  /** How long a worker waits for a hunt version's body before it looks again. */
  bodyWaitMs: 250,
  /** Passes of one chunk: repeats are all known after the second. */
  passes: 8,
  /** Of so many events that a hunt asks something of, one is timed. */
  askedForOneTimed: 16,
  /** Events of one commit that have spans at most. */
  tracedEvents: 100,
} as const;
