/** Every number the recommendations depend on: bounds, spans of time and weights. */
import { WIRE_LIMITS } from '@trove/contracts';

export const RECOMMEND_LIMITS = {
  /** Suggestions a team is given at once. */
  suggestions: WIRE_LIMITS.suggestions,
  /**
   * Successors remembered of each clue; the rarest makes room for a new one. One that more than an
   * eighth of the teams take is never lost, and a rarer one would move a score by less than 0.04.
   */
  followers: 8,
  /** A solve counts half as much after this long. */
  halfLifeMs: 30 * 60_000,
  /** A suggestion that is solved within this long after it was served was followed. */
  followedWithinMs: 30 * 60_000,
  /** A team's position is taken anew after this long: 20 m at walking speed. */
  positionEveryMs: 15_000,
  /** Positions vaguer than this are passed over. */
  positionAccuracyM: 200,
  /** So are positions older than this when they were sent: a walk of 80 m. */
  positionAgeS: 60,
  /** Up to this many clues, all are ranked; of a larger hunt only likely ones, at a solve. */
  rankedWhole: 64,
  /** Of a larger hunt: the nearest places, the most popular clues, the next in the file. */
  nearest: 24,
  hottest: 8,
  inFileOrder: 16,
  /** Where those give too few suggestions: so many next ones, and all only where none is left. */
  inFileOrderWide: 256,
  /** Width of the squares whose nearest places are remembered, degrees of latitude: 220 m. */
  squareDegrees: 0.002,
  /** Squares remembered of one hunt version. */
  squares: 2_048,
  /** Positions whose distances to clues are remembered; 2 MB of the largest hunt. */
  positions: 256,
} as const;

/** 4.8 km/h: a group that looks around. */
export const WALK_METRES_PER_MINUTE = 80;

/** Minutes to walk a distance as the crow flies, rounded up. */
export function walkMinutesOf(distanceM: number): number {
  return Math.ceil(distanceM / WALK_METRES_PER_MINUTE);
}

/**
 * What a clue's score is made of; each part is between 0 and 1 before its weight. Distance comes
 * first because it is the team's own and known from the first minute; what others did next weighs
 * more than what is popular at large, because it knows where the team comes from.
 */
export const WEIGHTS = { distance: 0.5, wentNext: 0.3, popularity: 0.2 } as const;

/**
 * A clue this many minutes away has half the nearness of one at hand. A clue without a place, or
 * a team without a position, counts as just that far, so that in a hunt without places distance
 * moves nothing.
 */
export const HALF_NEAR_MINUTES = 10;

/** Teams that went elsewhere, assumed beside those seen: one team alone is no trend. */
export const ASSUMED_ELSEWHERE = 3;
