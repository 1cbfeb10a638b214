/** Bounds of a door's work on photos, so that events never wait for pictures. */
export const INTAKE_LIMITS = {
  /** Uploads that are read or worked on at once; each holds up to 8 MiB. */
  uploads: 8,
  /** Uploads of one player at once. */
  uploadsOfPlayer: 1,
  /** Threads that one picture may use; pictures are made one after the other. */
  threads: 1,
  /** Longest time one upload may take to arrive, and one picture to be made small. */
  arriveMs: 30_000,
  makeMs: 10_000,
  /** Wait before an upload that was told `busy` or `not_ready` should come again. */
  busyRetryMs: 2_000,
  awayRetryMs: 5_000,
  /** Window of a player's rate. */
  windowMs: 60_000,
  /** Players remembered for their rate. */
  rememberedPlayers: 20_000,
  /** How hard a picture is packed, tried in this order until it is small enough. */
  packings: [
    { quality: 80, edgeShare: 1 },
    { quality: 55, edgeShare: 1 },
    { quality: 40, edgeShare: 0.6 },
  ],
} as const;
