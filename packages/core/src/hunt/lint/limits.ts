/** What the linter takes for granted about people, and how far it looks. */
export const LINT_LIMITS = {
  /** Nobody walks faster for long. */
  walkKmh: 6,
  /** Places that a team is known to have come through, kept of a clue that has no place itself. */
  stations: 8,
  /** Clues that are tried one at a time from the start on before that is called single file. */
  singleFile: 3,
  /** Teams that wait at least this long before a clue opens all stand before it then. */
  gateWaitMs: 30 * 60_000,
} as const;
