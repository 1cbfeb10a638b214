/** Points of a unit sphere, between which a distance costs a root and no sine. */
import type { Point } from './distance.js';

const RADIANS = Math.PI / 180;

export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

export function spotOf({ lat, lon }: Point): Spot {
  const ring = Math.cos(lat * RADIANS);
  return {
    x: ring * Math.cos(lon * RADIANS),
    y: ring * Math.sin(lon * RADIANS),
    z: Math.sin(lat * RADIANS),
  };
}

/** The square of the straight way between two spots, in radii. */
export function squaredChord(one: Spot, other: Spot): number {
  const x = one.x - other.x;
  const y = one.y - other.y;
  const z = one.z - other.z;
  return x * x + y * y + z * z;
}
