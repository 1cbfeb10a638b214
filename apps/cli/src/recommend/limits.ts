/** Bounds of the evaluation, and what it measures at. */

/** The first so much of the events, by time, is only learnt from. */
export const LEARNT_SHARE = 0.8;

/** Places a model names for each prediction: what is further down counts as missed. */
export const NAMED = 10;

/** Hit rates are told at these ranks. */
export const HITS = [1, 5, 10] as const;

export const TROVE_LIMITS = {
  /** Seen places nearest to the last one that are ranked. */
  nearest: 120,
  /** Rings of grid cells that are searched for them. */
  rings: 24,
  /** Visits of a user whose companions are asked for candidates. */
  history: 40,
  /** Width of a grid cell, metres. */
  cellM: 500,
} as const;

/** A repeat comes up to this long after the event it repeats. */
export const REPEAT_WITHIN_MS = 2 * 3_600_000;

/** Popularity of the baseline counts half as much after this long. */
export const BASELINE_HALF_LIFE_MS = 14 * 24 * 3_600_000;

/** Where nothing else speaks for a place, each of its visits does so much: less than anything. */
export const VISIT_WORTH = 1e-9;
