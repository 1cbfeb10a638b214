/** Bounds of reading a hunt file, beside those of the hunt itself (HUNT_LIMITS). */
export const HUNT_FILE_LIMITS = {
  /** Nodes that YAML aliases may expand to, so that a small file can't become a huge hunt. */
  aliases: 100,
  /** Levels of nesting; a hunt needs eight. */
  depth: 32,
  /** Mistakes told at once. */
  mistakes: 100,
} as const;
