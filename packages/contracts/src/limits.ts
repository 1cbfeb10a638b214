/** Bounds of the wire that client and server must agree on. Sizes in bytes unless named. */
export const WIRE_LIMITS = {
  /** Largest socket frame or HTTP body. A larger one closes the socket or answers 413. */
  frameBytes: 256 * 1024,
  /** Events in one `events:send` packet or HTTP batch. */
  eventsPerPacket: 500,
  /** How much of a refused original is kept in quarantine. */
  quarantinedBytes: 8 * 1024,
  /** An id older than this by its own time is refused as `late`. */
  dedupWindowMs: 48 * 3_600_000,
  /** An id further ahead of the server than this is refused as `invalid`. */
  idAheadMs: 5 * 60_000,
  /** Width of one bucket of remembered ids. */
  dedupBucketMs: 3_600_000,
  /** Rows of a board in a push or a `board:get` answer. */
  boardRows: 100,
  /** Suggestions a team is given at once. */
  suggestions: 3,
} as const;

/** Bounds of teams and of what is told of them. */
export const TEAM_LIMITS = {
  playerNameCharacters: 32,
  teamNameCharacters: 64,
  codeCharacters: 8,
  /** Players of a team where the hunt's file says nothing, and at most. */
  size: 12,
  largestSize: 50,
  /** Teams that the players of a hunt may make where its file says nothing, and at most. */
  teams: 10_000,
  mostTeams: 100_000,
  /** Rows above and below a team in a `board:get` that asks for its surroundings. */
  rowsAround: 3,
  mostRowsAround: 25,
  /** Points kept of a team's score over time, and how far two are apart at first, seconds. */
  timelinePoints: 48,
  timelineGapS: 30,
} as const;

/** Bounds of what operators do to a hunt while it is played. */
export const OPERATION_LIMITS = {
  /** Characters of a broadcast. */
  broadcastText: 500,
  /** Characters of a reason that a team is told. */
  reason: 280,
  /** Points that one correction may move, either way. */
  points: 1_000_000,
  /** No correction takes a team's points further from zero: results carry them in 32 bits. */
  score: 2_000_000_000,
  /** Broadcasts a hunt remembers for those who come later; the newest. */
  broadcasts: 20,
  /** Teams of a hunt that may be hidden or banned at a time. */
  restrictedTeams: 1_000,
  /** Clues of a hunt that are opened for all, over all its versions. */
  openedClues: 5_000,
} as const;

/** How often a process tells its counts; charts take them for those of the tick's middle. */
export const METRICS_TICK_MS = 500;
