/** How the simulated crowd behaves, and the bounds of what it keeps. */
export const CROWD = {
  playersPerTeam: 3,
  /** Each is a walker in memory: some 240 bytes. */
  mostPlayers: 1_000_000,
  /** Reports a player sends on the way to a clue. */
  stepsToClue: 4,
  /** The same for a crowd that never ends, so that its teams do not finish within a minute. */
  stepsToClueForever: 20,
  /** Reports after the last clue before a team goes home and another comes. */
  stepsAfterLast: 60,
  wrongCode: 0.15,
  wrongAnswer: 0.35,
  /** Steps on the way to a clue at which a player asks for one of its hints instead. */
  asksHint: 0.05,
  /** Walks to a clue that is locked or found already. */
  strayWalk: 0.06,
  /** Names its place rather than only its position, where the clue has a place with an id. */
  namesPlace: 0.5,
  startSpreadDeg: 0.01,
  stepSpreadDeg: 0.0004,
} as const;

/** Events of a hunt's own types. */
export const OWN_EVENTS = {
  /** Of the reports on the way, so many are such an event instead, where the hunt has types. */
  share: 0.1,
  /** How often a field that may be left out is there. */
  optionalField: 0.5,
  /** How far from zero numbers get where their bounds let them, and how long texts. */
  number: 1_000,
  textCharacters: 12,
} as const;

/** Earlier events that later ones are made of. */
export const BASES = {
  /** Fresh ones that a double tap or a second device repeats. */
  justNow: 8,
  /** Those a retry repeats at once, and those it repeats after a while. */
  recent: 200,
  old: 2_000,
  /** One in so many fresh events takes the place of an old one. */
  keepsOld: 16,
  /** Share of the retries that come after a while. */
  oldShare: 0.25,
  /** Those whose id comes again with other content. */
  conflict: 200,
} as const;

/** What is known of teams' latest deeds: longer than any window in which likeness is looked for. */
export const MEMORY = {
  keptMs: 60 * 60_000,
  deeds: 200_000,
} as const;

/** Devices without a signal. */
export const BURST = {
  /** Events of one burst. */
  fewest: 8,
  most: 24,
  /** How long a device had no signal. */
  shortestMs: 2 * 60_000,
  longestMs: 15 * 60_000,
  /** Devices there are at most; above it the one that was silent longest comes back early. */
  devices: 2_000,
} as const;

/** How far injected oddities are off. */
export const ODDITY = {
  /** Between the taps of a double tap, or of two devices. */
  tapGapMs: [80, 900],
  skewMs: [2 * 60_000, 6 * 3_600_000],
  /** How much older than the dedup window a late id is. */
  lateMs: [3_600_000, 24 * 3_600_000],
  teleportDeg: [20, 40],
} as const satisfies Record<string, readonly [least: number, most: number]>;

/** Pacing of sendings. */
export const PACE = {
  tickMs: 5,
  /** Sendings that were due while the process slept and are made up for at most. */
  catchUpMs: 1_000,
} as const;
