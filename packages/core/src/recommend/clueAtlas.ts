/**
 * What a hunt version tells of its clues at once: their order, where they are, and which places
 * are near a square. Places are kept as points of a unit sphere, between which a distance costs a
 * root and no sine.
 */
import { EARTH_RADIUS_M, type Point } from '../geo/distance.js';
import type { CompiledHunt } from '../hunt/compiledHunt.js';
import { RECOMMEND_LIMITS } from './limits.js';

const { nearest: NEAREST, squareDegrees, squares: SQUARES } = RECOMMEND_LIMITS;
/** More squares than there are around the earth. */
const AROUND = 2 ** 20;
const RADIANS = Math.PI / 180;

/** A point of the unit sphere. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

export class ClueAtlas {
  private readonly orders: ReadonlyMap<string, number>;
  /** By a clue's place in the file; undefined where it has none on earth. */
  private readonly spots: readonly (Spot | undefined)[];
  private readonly bySquare = new Map<number, readonly number[]>();

  constructor({ clues }: CompiledHunt) {
    this.orders = new Map(clues.map(({ id }, order) => [id, order]));
    this.spots = clues.map(({ place }) => (place === undefined ? undefined : spotOf(place)));
  }

  /** A clue's place in the file; -1 for one that is not in it. */
  orderOf(clue: string): number {
    return this.orders.get(clue) ?? -1;
  }

  /**
   * Whole metres straight through the earth, which rank as those over it do and differ from them
   * by a millionth at 30 km; undefined for a clue without a place.
   */
  chordM(from: Spot, order: number): number | undefined {
    const spot = this.spots[order];
    if (spot === undefined) return undefined;
    return Math.round(EARTH_RADIUS_M * Math.sqrt(squaredChord(from, spot)));
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

export function spotOf({ lat, lon }: Point): Spot {
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
