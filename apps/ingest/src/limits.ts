/** Bounds of one door process. What is above them is told `busy` or `rate_limited`, never lost. */
export const DOOR_LIMITS = {
  /** Events of a partition that may wait for a worker. */
  undecidedEvents: 60_000,
  /** Share of Redis's maxmemory above which nothing new is taken. */
  memoryShare: 0.8,
  /** Events of one log entry. */
  eventsPerEntry: 500,
  /** Events that may wait in this process for their append, over all partitions. */
  waitingEvents: 100_000,
  /** Of a binary frame: how deeply it nests; a packet's events hold no more than four levels. */
  frameDepth: 8,
  /** Kinds of records it may define, the fields of one or of a map, and a name's length. */
  frameRecords: 32,
  frameFields: 64,
  frameNameBytes: 64,
  /** Bytes of names that its records stand for: four times what a frame of JSON could hold. */
  frameWrittenOutBytes: 1024 * 1024,
  /** Packets one connection may have unanswered. */
  packetsPerSocket: 32,
  /** Wait before a `busy` batch should come again. */
  retryAfterMs: 100,
  retryAfterMaxMs: 2_000,
  /** How long a socket's later batches are held back for one that was told `busy`. */
  holdMs: 15_000,
  /** Players remembered for their HTTP rate. */
  rememberedSenders: 20_000,
  /** Largest difference between this clock and Redis's at which the door is ready. */
  clockOffsetMs: 500,
  /** How long a door that stops waits for what it has taken to be answered. */
  settleMs: 1_000,
  /** Receipts that one player may ask for in a window, and how long that is. */
  receiptsPerWindow: 50,
  receiptWindowMs: 5_000,
  /** Longest wait for an outcome that an HTTP caller may ask for. */
  waitMs: 10_000,
  /** Outcomes somebody waits for at once. */
  waiters: 50_000,
  /** Of them those kept for joins and the like, and the most of one source: ten full packets. */
  waitersOfDoor: 5_000,
  waitersOfSource: 5_000,
  /** Bytes of recent results kept for clients that come back. */
  backlogBytes: 96 * 1024 * 1024,
  backlogMs: 5 * 60_000,
  /** Commits remembered for one team or source; one that missed more takes a snapshot. */
  backlogPerRoom: 512,
  /** Broadcasts and phases pushed to a client that comes back; the newest. */
  missedNotices: 20,
  /** How long a caller waits for what an operator's act has done. */
  operationMs: 4_000,
  /** Shortest time between two pushes of one hunt's board. */
  boardPushMs: 500,
  /** How often it is looked whether a hunt starts or closes by its time. */
  phaseLookMs: 250,
  /** Without a word from Redis for so long the connection that follows results is made anew. */
  tailDeadAfterMs: 3_000,
  /** How long a clue's figures are ranked by before they are read again, and how many at a time. */
  figuresStaleMs: 1_000,
  figuresSlice: 256,
  /** Hunts whose figures are kept. */
  figuredHunts: 200,
  /** Versions of hunts whose own contracts are kept compiled. */
  typeContracts: 200,
  /** Teams whose last suggestions are kept, so that the same ones are not noted twice. */
  toldTeams: 20_000,
  /** The same suggestions are noted in the log again only after this long. */
  tellAgainMs: 10 * 60_000,
  /** Shortest time between two notes of one team. */
  tellEveryMs: 2_000,
  /** Messages that may wait for a socket beside what its connection is taking. */
  unsentPushes: 64,
  /** Commits looked through for a client that comes back, and events sorted by room at once. */
  missedCommits: 5_000,
  indexedAtOnce: 50_000,
  /** Results that a client which comes back is sent, in one push and in all; else a snapshot. */
  missedPerPush: 500,
  missedResults: 16_000,
  missedPushes: 48,
  /** Sockets that a board is pushed to before others have their turn; about 12 µs each. */
  pushesPerTurn: 200,
  /** How long a socket that is told to go may take to read what still waits for it. */
  byeMs: 5_000,
  /** How often the door looks for tokens that ran out, and for keys that were taken back. */
  tokenLookMs: 1_000,
  keyLookMs: 5_000,
  /** Questions of one player's socket that may be unanswered at a time. */
  questionsInFlight: 8,
  /** Wait before a question above that comes again. */
  askAgainMs: 100,
  /** A connection that speaks too fast is not read for at least so long. */
  pauseMs: 100,
  /** Connections without a place in `/play` at a time, and how long one may be so. */
  halfOpenSockets: 4_000,
  helloMs: 10_000,
  /** Connections of HTTP beside those that may be sockets. */
  httpConnections: 2_000,
  /** How long the head of a request, and all of it, may take to come; a phone sends photos. */
  headMs: 10_000,
  requestMs: 120_000,
  /** How often the door looks for those that take longer. */
  requestLookMs: 5_000,
  /** Events of one packet and partition, and results of one commit, that have spans at most. */
  tracedEvents: 100,
} as const;

/** Buckets of one door: how many a second, and at once. Sources have those of hunts only. */
export const DOOR_RATES = {
  /** Events; over all sockets of a player or team. */
  player: { perSecond: 50, burst: 500 },
  team: { perSecond: 200, burst: 2_000 },
  /** Messages of a connection, whatever they say; it is not read meanwhile. */
  messages: { perSecond: 200, burst: 1_000 },
  /** Questions of a player: state, board, suggestions. */
  questions: { perSecond: 20, burst: 200 },
  /** By address: a school or a whole town may stand behind one. */
  connections: { perSecond: 400, burst: 4_000 },
  joins: { perSecond: 50, burst: 2_000 },
  refreshes: { perSecond: 50, burst: 2_000 },
  uploads: { perSecond: 10, burst: 200 },
} as const;

/** Keys that each kind of bucket remembers: 20,000 of them take about 2 MB. */
export const RATE_KEYS = 20_000;
