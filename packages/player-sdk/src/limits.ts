/** Bounds of the client. Every buffer, wait and window of the SDK is named here. */
export const SDK_LIMITS = {
  /** Events a player's device keeps while it is offline; `send` answers `full` beyond it. */
  playerQueue: 1_000,
  /** Queues of earlier sessions that one session looks at. */
  keptQueues: 32,
  /** Highest epoch that the wire carries; a device that has used it takes a new name. */
  deviceEpoch: 999_999_999,
  /** Events a source keeps: enough for its packets in flight and as many again waiting. */
  sourceQueue: 20_000,
  /** Events of one packet; the server's own bound. */
  eventsPerPacket: 500,
  /** Largest packet, below the server's frame of 256 KB with room for the packet's head. */
  packetBytes: 240 * 1024,
  /** Packets a source has on the way at once unless told otherwise. */
  sourceInFlight: 8,
  /** A packet unanswered for so long means the connection is dead: reconnect and send again. */
  answerWithinMs: 15_000,
  /** A question unanswered for so long, with or without a connection, is answered `not_ready`. */
  askMs: 10_000,
  /** Waits between tries when the server names none: doubled from the first up to the last. */
  retryFirstMs: 100,
  retryLastMs: 5_000,
  /** A token is traded for a fresh one this long before it expires. */
  refreshAheadMs: 60_000,
  /** Shortest time between two words to the server on how far results were had. */
  seenEveryMs: 1_000,
  /** How long one HTTP call may take. */
  httpMs: 15_000,
  /** The same for a picture, and how often one is sent before the app is told. */
  uploadMs: 60_000,
  uploadTries: 6,
  /** How long `flush` waits unless told otherwise. */
  flushMs: 5_000,
  /** Bytes that a page may hand to its browser as it goes; browsers refuse from 64 KB on. */
  beaconBytes: 60_000,
} as const;
