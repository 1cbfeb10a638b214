/** Bounds of what can be pasted at once. */
export const PASTE_LIMITS = {
  /** Below the operations of one saving, so that a paste is saved wholly or not at all. */
  rows: 400,
  characters: 500_000,
  /** Problems told at once. */
  problems: 10,
} as const;
