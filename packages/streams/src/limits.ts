/** Bounds of what the partitions keep. */

/**
 * Most identities of a hunt that are parked at a time, about 70 bytes each. Beyond it events are
 * quarantined all the same; their replay counts as long as the dedup window knows their ids.
 */
export const PARKED_BOUND = 100_000;
/** Identities that are looked at together when it is asked which of them can go. */
export const PARKED_PAGE = 500;

/** Bounds of knowing new ids for new without asking, two bytes each; without room all are asked. */
export const FILTER_BOUNDS = {
  /** Of all partitions of one worker together: about 30 million ids, in one bucket or in many. */
  bytes: 64 * 1024 * 1024,
  /** Ids of one bucket that are looked up one by one; of more, all are asked for at once. */
  suspects: 16,
} as const;

/** What doors note of deliveries, for receipts. Times in milliseconds. */
export const DELIVERY_BOUNDS = {
  /** How often a door writes what has gathered. */
  tickMs: 500,
  /** Of one partition in one tick: commits pushed, and players that said how far they are. */
  pushesPerTick: 2_000,
  playersPerTick: 20_000,
  /** Entries kept of one partition, about a day of a quiet door. */
  entries: 200_000,
  /** Bytes kept of one partition; the trimmer holds them to it, and to the age of `out`. */
  bytes: 16 * 1024 * 1024,
  /** Bytes that one look for an event reads at most. */
  readBytes: 4 * 1024 * 1024,
} as const;

/** Bounds of waiting for what became of replays. */
export const REPLAY_LIMITS = {
  /** Commits of one look at `out`. */
  page: 64,
  /** How often it is looked at. */
  lookMs: 100,
} as const;

/** Bounds of knowing who has a connection. */
export const PRESENCE_BOUNDS = {
  /** How often a door writes what has changed and looks at the others, and forgets one it lost. */
  tickMs: 1_000,
  expiresMs: 5_000,
  /** Doors that are looked at. */
  doors: 64,
  /** Teams that are written, and asked for, in one tick; the others have theirs in the next. */
  teamsPerTick: 2_000,
} as const;

/** Bounds of looking at many teams at once. */
export const PROGRESS_LIMITS = {
  /** Teams of a hunt whose names are read. */
  names: 20_000,
  /** Teams whose states are read in one answer. */
  teams: 500,
  /** Teams of a hunt that are looked through for outlines, and how many of them at a time. */
  outlines: 20_000,
  page: 500,
} as const;
/** Teams of a hunt whose photos are looked for, and how many of them at a time. */
export const PHOTO_READ_LIMITS = { teams: 20_000, page: 500 } as const;
/** Teams whose suspected events are looked for, and how many of them at a time. */
export const SUSPECT_READ_LIMITS = { teams: 20_000, page: 500 } as const;

export const LOG_LIMITS = {
  /** Times an entry is read before it is damaged for good. */
  reads: 3,
} as const;

export const DIRECTORY_LIMITS = {
  /** Writers of one entry are few: an operator, a publication, and who finishes it. */
  turns: 100,
} as const;
