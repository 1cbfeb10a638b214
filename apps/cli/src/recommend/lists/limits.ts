/** Bounds and settings of ranking from lists of items alone: the same for every file. */
export const LISTS = {
  /** Items told for each user: recall and NDCG are measured at this rank. */
  named: 20,
  /** Neighbours kept of each item. */
  neighbours: 500,
  /** Directions of the low-pass part, and rounds of finding them. */
  directions: 128,
  rounds: 4,
  /** What the low-pass part counts beside the neighbours. */
  lowPass: 0.3,
  seed: 1,
} as const;
