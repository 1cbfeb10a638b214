/** Distances on the earth as a sphere: within 0.6 % of the ellipsoid's, enough for circles. */

export interface Point {
  /** Degrees north, -90 to 90. */
  readonly lat: number;
  /** Degrees east, -180 to 180. */
  readonly lon: number;
}

/** Mean radius of the earth, metres: (2a + b) / 3 of GRS 80 (H. Moritz, 1980). */
export const EARTH_RADIUS_M = 6_371_008.8;

const RADIANS = Math.PI / 180;

/**
 * Great-circle distance in metres by the haversine formula (R. W. Sinnott, "Virtues of the
 * Haversine", Sky & Telescope 68, 1984, p. 159), which keeps its precision for near points.
 */
export function distanceM(from: Point, to: Point): number {
  const halfLat = Math.sin(((to.lat - from.lat) * RADIANS) / 2);
  const halfLon = Math.sin(((to.lon - from.lon) * RADIANS) / 2);
  const cosines = Math.cos(from.lat * RADIANS) * Math.cos(to.lat * RADIANS);
  const haversine = halfLat * halfLat + cosines * halfLon * halfLon;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(haversine)));
}
