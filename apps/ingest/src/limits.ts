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
  /** A player's bucket: events a second, and how many may come at once. */
  playerRate: 50,
  playerBurst: 500,
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
  /** How long a hunt's figures are ranked by before they are read again. */
  figuresStaleMs: 1_000,
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
  /** Bytes a slow socket may leave unread before it is closed; it resumes by its offset. */
  socketBacklogBytes: 16 * 1024 * 1024,
  /** Events of one packet and partition, and results of one commit, that have spans at most. */
  tracedEvents: 100,
} as const;
