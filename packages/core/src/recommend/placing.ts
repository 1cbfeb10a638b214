/** Where a team was last, as its trail keeps it: to a metre and a second. */
import type { Point } from '../geo/distance.js';
import type { Trail } from './huntMemory.js';
import { RECOMMEND_LIMITS } from './limits.js';

const { positionEveryS } = RECOMMEND_LIMITS;
/** A hundred thousandth of a degree is about a metre. */
const PER_DEGREE = 1e5;

/** Whether a team's position is known and young enough. */
export function isPlaced(trail: Trail | undefined, nowS: number): boolean {
  return trail !== undefined && nowS - trail.placedS < positionEveryS && trail.at !== undefined;
}

export function secondsOf(ms: number): number {
  return Math.floor(ms / 1_000);
}

export function rounded({ lat, lon }: Point): Point {
  return { lat: round(lat), lon: round(lon) };
}

function round(degrees: number): number {
  return Math.round(degrees * PER_DEGREE) / PER_DEGREE;
}
