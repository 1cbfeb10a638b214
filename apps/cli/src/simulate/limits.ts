/** How the simulated crowd behaves, and the bounds of what it keeps. */
export const CROWD = {
  playersPerTeam: 3,
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
  /** Recent events a duplicate is chosen from. */
  recent: 200,
} as const;

/** Pacing of sendings. */
export const PACE = {
  tickMs: 5,
  /** Sendings that were due while the process slept and are made up for at most. */
  catchUpMs: 1_000,
} as const;
