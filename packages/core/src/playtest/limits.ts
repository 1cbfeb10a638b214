/** Bounds of a playtest: what it may cost follows from them, whatever the hunt. */
export const PLAYTEST_LIMITS = {
  teams: 5_000,
  /** Teams are fewer where a hunt has so many clues that this would be passed. */
  teamsTimesClues: 200_000,
  /** Log events of one team for each clue of the hunt: stubborn teams stop here. */
  eventsPerClue: 12,
  /** Events decided at once: those of so many milliseconds, in which a team has one at most. */
  batchMs: 5_000,
  eventsPerBatch: 500,
  /** A hunt without an end, and one that lasts longer, is played for so long. */
  horizonMs: 12 * 3_600_000,
  horizonMsWithoutEnd: 6 * 3_600_000,
  /** Stretches of time that arrivals and crowds are told for. */
  stretches: 48,
  /** Columns of a distribution. */
  columns: 20,
} as const;
