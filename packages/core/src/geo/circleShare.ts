/** How much of one circle lies in another: what a position that is only roughly known is worth. */

export interface Circles {
  /** Metres between the centres. */
  readonly distanceM: number;
  /** The circle whose share is asked for. */
  readonly radiusM: number;
  /** The circle it may lie in. */
  readonly insideRadiusM: number;
}

/**
 * Share (0 to 1) of a circle's area that lies inside another, by the area of the lens in which
 * two circles of the plane meet (E. W. Weisstein, "Circle-Circle Intersection", MathWorld, eq.
 * 14). Fences and accuracies are far below the size at which the earth's curve would show.
 */
export function circleShare({ distanceM: d, radiusM: a, insideRadiusM: r }: Circles): number {
  if (d + a <= r) return 1;
  if (d >= a + r) return 0;
  if (d + r <= a) return (r / a) ** 2;
  if (a * STRAIGHT < r) return segmentShare(unit((d - r) / a));
  const ownAngle = Math.acos(unit((d * d + a * a - r * r) / (2 * d * a)));
  const otherAngle = Math.acos(unit((d * d + r * r - a * a) / (2 * d * r)));
  const kite = Math.sqrt(Math.max(0, (a + r - d) * (d + a - r) * (d - a + r) * (d + a + r))) / 2;
  return (a * a * ownAngle + r * r * otherAngle - kite) / (Math.PI * a * a);
}

/**
 * So much larger, a circle's rim is as good as straight, while the lens would be the small
 * difference of two large areas.
 */
const STRAIGHT = 10_000;

/** Share of the unit circle on the near side of a line so far beyond its centre. */
function segmentShare(beyond: number): number {
  return (Math.acos(beyond) - beyond * Math.sqrt(1 - beyond * beyond)) / Math.PI;
}

/** Rounding may put a cosine a hair outside its range. */
function unit(cosine: number): number {
  return Math.min(1, Math.max(-1, cosine));
}
