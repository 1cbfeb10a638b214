/**
 * What the checks of quality remember of one team; beyond it the least recently used goes. There is
 * room for the largest team there may be, with two devices and a few rates for each player.
 */
export const WATCH_LIMITS = {
  devices: 128,
  /** Numbers below a device's highest that are still told apart; a bit each in 32. */
  sequenceWindow: 32,
  fingerprints: 32,
  /** Values that expectations keep of players and devices. */
  gauges: 256,
  /** Players whose positions are remembered, and positions of one. */
  walkers: 64,
  fixes: 6,
  /** Suspected events that moved points; earlier ones stand in the ledger alone. */
  suspects: 100,
  /** Those that moved none, alike ones as one. */
  suspectsWithoutPoints: 20,
  /** Events whose points stand taken back: more of one team are not, until some are given again. */
  takenBack: 500,
  /** Wrong answers of a whole hunt that others are compared with. */
  wrongAnswers: 64,
} as const;

/** A hunt without events for this long is idle: its watermark then follows the log's clock. */
export const WATERMARK_IDLE_MS = 30_000;
