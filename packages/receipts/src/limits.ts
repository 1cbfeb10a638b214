/** Bounds of looking for receipts. Times in milliseconds. */
export const RECEIPT_LIMITS = {
  /** Versions of hunts whose rules are kept at hand. */
  versions: 200,
} as const;
