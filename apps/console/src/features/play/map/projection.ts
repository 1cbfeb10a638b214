/**
 * A plane for a few kilometres of the earth: metres east and north of a middle, by the
 * equirectangular projection. Its distances are within 0.1 % of the great circle's up to 10 km
 * away from the poles, which is finer than any phone knows where it is.
 */
export interface Spot {
  /** Degrees. */
  readonly lat: number;
  readonly lon: number;
}

/** Metres: x to the east, y to the south, as screens count. */
export interface Flat {
  readonly x: number;
  readonly y: number;
}

const EARTH_RADIUS_M = 6_371_008.8;
const RADIANS = Math.PI / 180;

export function project({ lat, lon }: Spot, middle: Spot): Flat {
  const dLon = ((lon - middle.lon + 540) % 360) - 180;
  return {
    x: EARTH_RADIUS_M * dLon * RADIANS * Math.cos(middle.lat * RADIANS),
    y: -EARTH_RADIUS_M * (lat - middle.lat) * RADIANS,
  };
}

/** Metres as the crow flies. */
export function metresTo(from: Spot, to: Spot): number {
  const middle = { lat: (from.lat + to.lat) / 2, lon: from.lon };
  const [one, other] = [project(from, middle), project(to, middle)];
  return Math.hypot(other.x - one.x, other.y - one.y);
}

export interface Frame extends Flat {
  readonly width: number;
  readonly height: number;
}

/** A square around all points, with room at its edge, and at least so wide. */
export function frameOf(points: readonly Flat[], leastM: number): Frame {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const side = Math.max(leastM, (right - left) * 1.25, (bottom - top) * 1.25);
  return {
    x: (left + right) / 2 - side / 2,
    y: (top + bottom) / 2 - side / 2,
    width: side,
    height: side,
  };
}

/** The longest round distance that is at most a third of the width: 10, 20, 50, 100 … metres. */
export function scaleM(widthM: number): number {
  const most = widthM / 3;
  const power = 10 ** Math.floor(Math.log10(most));
  return [5, 2, 1].map((step) => step * power).find((step) => step <= most) ?? power;
}
