/**
 * What a hunt version tells of its clues at once: their order, where they are, and which places
 * are near a square. Places are kept as points of a unit sphere, between which a distance costs a
 * root and no sine.
 */
import { EARTH_RADIUS_M, type Point } from '../geo/distance.js';
import type { CompiledHunt } from '../hunt/compiledHunt.js';
import { HALF_NEAR_MINUTES, RECOMMEND_LIMITS, WALK_METRES_PER_MINUTE } from './limits.js';

const {
  nearest: NEAREST,
  squareDegrees,
  squares: SQUARES,
  positions: POSITIONS,
} = RECOMMEND_LIMITS;
/** More squares than there are around the earth. */
const AROUND = 2 ** 20;
/** Positions are rounded to a metre, so that these make one whole number of them. */
const FIVE_DIGITS = 1e5;
const AROUND_IN_METRES = 4e7;
const UNKNOWN_NEARNESS = 0.5;
const RADIANS = Math.PI / 180;

/** A point of the unit sphere. */
interface Spot {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

export class ClueAtlas {
  private readonly orders: ReadonlyMap<string, number>;
  /** By a clue's place in the file; undefined where it has none on earth. */
  private readonly spots: readonly (Spot | undefined)[];
  private readonly bySquare = new Map<number, readonly number[]>();
  private readonly byPosition = new Map<number, Nearness>();
  private readonly nowhere: Nearness;

  constructor({ clues }: CompiledHunt) {
    this.orders = new Map(clues.map(({ id }, order) => [id, order]));
    this.spots = clues.map(({ fence }) => (fence === undefined ? undefined : spotOf(fence)));
    this.nowhere = new Nearness(this.spots, undefined);
  }

  /** A clue's place in the file; -1 for one that is not in it. */
  orderOf(clue: string): number {
    return this.orders.get(clue) ?? -1;
  }

  /** How near the clues are to a position. Teams stand at places again and again: it is kept. */
  nearnessFrom(at: Point | undefined): Nearness {
    if (at === undefined) return this.nowhere;
    const key = at.lat * FIVE_DIGITS * AROUND_IN_METRES + at.lon * FIVE_DIGITS;
    const known = this.byPosition.get(key);
    if (known !== undefined) return known;
    const near = new Nearness(this.spots, spotOf(at));
    if (this.byPosition.size >= POSITIONS) this.byPosition.clear();
    this.byPosition.set(key, near);
    return near;
  }

  /** The places nearest to the middle of the square that holds this point, the nearest first. */
  around({ lat, lon }: Point): readonly number[] {
    const row = Math.floor(lat / squareDegrees);
    const column = Math.floor(lon / squareDegrees);
    const key = row * AROUND + column;
    const known = this.bySquare.get(key);
    if (known !== undefined) return known;
    const middle = { lat: (row + 0.5) * squareDegrees, lon: (column + 0.5) * squareDegrees };
    const near = this.nearestTo(spotOf(middle));
    if (this.bySquare.size >= SQUARES) this.bySquare.clear();
    this.bySquare.set(key, near);
    return near;
  }

  private nearestTo(middle: Spot): readonly number[] {
    const near: { readonly order: number; readonly away: number }[] = [];
    this.spots.forEach((spot, order) => {
      if (spot === undefined) return;
      const away = squaredChord(middle, spot);
      let place = near.length;
      while (place > 0 && away < (near[place - 1]?.away ?? 0)) place -= 1;
      if (place >= NEAREST) return;
      near.splice(place, 0, { order, away });
      if (near.length > NEAREST) near.pop();
    });
    return near.map(({ order }) => order);
  }
}

/**
 * 1 for a clue at hand, 0.5 for one at ten minutes of walking or without a place. Distances are
 * whole metres straight through the earth, which rank as those over it do and differ from them by
 * a millionth at 30 km.
 */
class Nearness {
  /** By a clue's place in the file; NaN until it is asked for. */
  private readonly known: Float64Array;

  constructor(
    private readonly spots: readonly (Spot | undefined)[],
    private readonly here: Spot | undefined,
  ) {
    this.known = new Float64Array(spots.length).fill(Number.NaN);
  }

  of(order: number): number {
    const known = this.known[order] as number;
    return Number.isNaN(known) ? this.measure(order) : known;
  }

  private measure(order: number): number {
    const { here, spots } = this;
    const spot = spots[order];
    let near = UNKNOWN_NEARNESS;
    if (here !== undefined && spot !== undefined) {
      const away = Math.round(EARTH_RADIUS_M * Math.sqrt(squaredChord(here, spot)));
      near = HALF_NEAR_MINUTES / (HALF_NEAR_MINUTES + away / WALK_METRES_PER_MINUTE);
    }
    this.known[order] = near;
    return near;
  }
}

/** Made at the first question about a version, and gone with it. */
const atlases = new WeakMap<CompiledHunt, ClueAtlas>();

export function atlasOf(hunt: CompiledHunt): ClueAtlas {
  let atlas = atlases.get(hunt);
  if (atlas === undefined) {
    atlas = new ClueAtlas(hunt);
    atlases.set(hunt, atlas);
  }
  return atlas;
}

function spotOf({ lat, lon }: Point): Spot {
  const ring = Math.cos(lat * RADIANS);
  return {
    x: ring * Math.cos(lon * RADIANS),
    y: ring * Math.sin(lon * RADIANS),
    z: Math.sin(lat * RADIANS),
  };
}

function squaredChord(one: Spot, other: Spot): number {
  const x = one.x - other.x;
  const y = one.y - other.y;
  const z = one.z - other.z;
  return x * x + y * y + z * z;
}
