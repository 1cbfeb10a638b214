/** Bounds of what a door does for teams. */
export const TEAM_DOOR_LIMITS = {
  /** Codes that are tried for a team before its making is given up: one is taken once in a life. */
  codeTries: 3,
  /** Members remembered who have left, as long as a token of theirs may live. */
  departures: 50_000,
  /** Teams told how they stand in one tick; the others are told in the next. */
  pushesPerTick: 500,
} as const;
