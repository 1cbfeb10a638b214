/** Bounds of reading a hunt file, beside those of the hunt itself (HUNT_LIMITS). */
export const HUNT_FILE_LIMITS = {
  /** Times a draft is read anew without the fixtures that were found broken. */
  fixtureRounds: 4,
  /** YAML aliases, and nodes they may expand to: a small file must not become a huge hunt. */
  aliases: 100,
  /** Tokens of YAML, about 4 µs each to read. A thousand clues written out have some 100,000. */
  tokens: 250_000,
  /** Characters of one token: the longest text of a hunt, each written as an escape, fits. */
  tokenLength: 32_768,
  /** Collections and indicators open at once while YAML is read; the reader recurses for each. */
  openTokens: 100,
  /** Levels of nesting; a hunt needs eight. */
  depth: 32,
  /** Up to so many clues the linter compares with each other. */
  comparedClues: 1_000,
  /** Mistakes told at once. */
  mistakes: 100,
} as const;
