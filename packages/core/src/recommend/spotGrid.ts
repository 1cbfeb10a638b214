/**
 * Finds the place of a hunt that is nearest to a point without looking at all of them: a grid of
 * degrees whose cells hold a few places each. Across the meridian of 180° it may name the second
 * nearest, which is near enough for what is only likely.
 */
import type { Point } from '../geo/distance.js';
import { type Spot, spotOf, squaredChord } from '../geo/spot.js';
import { RECOMMEND_LIMITS } from './limits.js';

const { perCell, rings: RINGS } = RECOMMEND_LIMITS;
/** More rows and columns than a grid ever has. */
const MOST = 2 ** 20;
const LEAST_DEGREES = 1e-4;

export class SpotGrid {
  private readonly cells = new Map<number, number[]>();
  private readonly degrees: number;

  /** @param points by a clue's place in the file; undefined where it has none */
  constructor(points: readonly (Point | undefined)[]) {
    const placed = points.filter((point) => point !== undefined);
    this.degrees = cellOf(placed);
    points.forEach((point, order) => {
      if (point === undefined) return;
      const key = this.keyOf(this.index(point.lat), this.index(point.lon));
      const cell = this.cells.get(key);
      if (cell === undefined) this.cells.set(key, [order]);
      else cell.push(order);
    });
  }

  /** The order of the nearest place; undefined when there is none. */
  nearestTo(point: Point, spots: readonly (Spot | undefined)[]): number | undefined {
    if (this.cells.size === 0) return undefined;
    const here = spotOf(point);
    const [row, column] = [this.index(point.lat), this.index(point.lon)];
    for (let ring = 0; ring < RINGS; ring += 1) {
      const near = this.ringAround(row, column, ring);
      if (near.length === 0) continue;
      // What is nearer may lie one ring further out, beside a corner.
      return nearestAmong(here, spots, [...near, ...this.ringAround(row, column, ring + 1)]);
    }
    return nearestAmong(here, spots, spots.keys());
  }

  private ringAround(row: number, column: number, ring: number): number[] {
    const found: number[] = [];
    for (let dr = -ring; dr <= ring; dr += 1) {
      const step = Math.abs(dr) === ring || ring === 0 ? 1 : 2 * ring;
      for (let dc = -ring; dc <= ring; dc += step) {
        const cell = this.cells.get(this.keyOf(row + dr, column + dc));
        if (cell !== undefined) found.push(...cell);
      }
    }
    return found;
  }

  private index(degrees: number): number {
    return Math.floor(degrees / this.degrees);
  }

  private keyOf(row: number, column: number): number {
    return row * 2 * MOST + column;
  }
}

/** The nearest orders to a spot, the nearest first. */
export function nearestOrders(
  middle: Spot,
  spots: readonly (Spot | undefined)[],
  most: number,
): readonly number[] {
  const near: { readonly order: number; readonly away: number }[] = [];
  spots.forEach((spot, order) => {
    if (spot === undefined) return;
    const away = squaredChord(middle, spot);
    if (near.length === most && away >= (near.at(-1)?.away ?? 0)) return;
    let place = near.length;
    while (place > 0 && away < (near[place - 1]?.away ?? 0)) place -= 1;
    near.splice(place, 0, { order, away });
    if (near.length > most) near.pop();
  });
  return near.map(({ order }) => order);
}

function nearestAmong(
  here: Spot,
  spots: readonly (Spot | undefined)[],
  orders: Iterable<number>,
): number | undefined {
  let nearest: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const order of orders) {
    const spot = spots[order];
    if (spot === undefined) continue;
    const away = squaredChord(here, spot);
    if (away >= least) continue;
    least = away;
    nearest = order;
  }
  return nearest;
}

/** Width of a cell, so that one holds a few places if they were spread evenly. */
function cellOf(points: readonly Point[]): number {
  const lats = points.map(({ lat }) => lat);
  const lons = points.map(({ lon }) => lon);
  const high = spanOf(lats);
  const wide = spanOf(lons);
  const degrees = Math.sqrt((high * wide * perCell) / Math.max(1, points.length));
  return Math.max(LEAST_DEGREES, degrees, Math.max(high, wide) / MOST);
}

function spanOf(values: readonly number[]): number {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return values.length === 0 ? 0 : most - least;
}
