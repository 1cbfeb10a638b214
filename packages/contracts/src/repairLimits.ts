/** Bounds of repairs, which screens, servers and workers must agree on. */
export const REPAIR_LIMITS = {
  /** Characters of a condition. */
  conditionChars: 2_000,
  /** Characters of a patch as JSON text. */
  patchChars: 8_000,
  operations: 32,
  /** Operations that copy; each can at most double what it changes. */
  copies: 3,
  /** Characters of an event that was repaired by hand: twice what quarantine keeps. */
  eventChars: 16 * 1024,
  /** Characters of a reason to discard. */
  reasonChars: 500,
  /** Entries one preview, run or discard looks at, the oldest first; the rest is for the next. */
  entries: 10_000,
  /** Events a second a run replays at most. */
  rate: 500,
  /** Samples of before and after in a preview. */
  samples: 3,
  /** Different reasons kept of what stays. */
  reasons: 10,
} as const;
