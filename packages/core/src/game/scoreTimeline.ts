/**
 * A team's points over time, in a few hundred bytes that do not grow: a point is kept when points
 * move and the one before is old enough. When there are too many every second one goes, and from
 * then on they are twice as far apart; so a hunt of an hour and one of a month have as many.
 */

import { TEAM_LIMITS } from '@trove/contracts';

export interface ScorePoint {
  /** Seconds since 1970 on the hunt's clock. */
  readonly atS: number;
  /** What the team had reached then. */
  readonly score: number;
}

export interface Timeline {
  /** At least so far are two points apart, seconds. */
  readonly gapS: number;
  /** The oldest first. */
  readonly points: readonly ScorePoint[];
}

/** Shared by all teams whose points have not moved yet. */
export const NO_TIMELINE: Timeline = { gapS: TEAM_LIMITS.timelineGapS, points: [] };

/** The same object while there is nothing to add, which is what nearly every event finds. */
export function withPoint(timeline: Timeline, { atS, score }: ScorePoint): Timeline {
  const { gapS, points } = timeline;
  const last = points.at(-1);
  if (last !== undefined && atS - last.atS < gapS) return timeline;
  if (points.length < TEAM_LIMITS.timelinePoints)
    return { gapS, points: [...points, { atS, score }] };
  const thinned = { gapS: gapS * 2, points: points.filter((_, i) => i % 2 === 0) };
  return withPoint(thinned, { atS, score });
}
