/** What a hunt version tells of its clues at once: their order, and the places near a square. */
import { distanceM, type Point } from '../geo/distance.js';
import type { CompiledClue, CompiledHunt } from '../hunt/compiledHunt.js';
import { RECOMMEND_LIMITS } from './limits.js';

const { nearest: NEAREST, squareDegrees, squares: SQUARES } = RECOMMEND_LIMITS;
/** More squares than there are around the earth. */
const AROUND = 2 ** 20;

export interface ClueAtlas {
  /** A clue's place in the file. */
  orderOf(clue: string): number;
  /** The places nearest to the middle of the square that holds this point. */
  around(point: Point): readonly CompiledClue[];
}

/** Made at the first question about a version, and gone with it. */
const atlases = new WeakMap<CompiledHunt, ClueAtlas>();

export function atlasOf(hunt: CompiledHunt): ClueAtlas {
  const known = atlases.get(hunt);
  if (known !== undefined) return known;
  const atlas = makeAtlas(hunt);
  atlases.set(hunt, atlas);
  return atlas;
}

function makeAtlas({ clues }: CompiledHunt): ClueAtlas {
  const orders = new Map(clues.map(({ id }, order) => [id, order]));
  const placed = clues.flatMap((clue) => (clue.place ? [{ clue, place: clue.place }] : []));
  const bySquare = new Map<number, readonly CompiledClue[]>();
  return {
    orderOf: (clue) => orders.get(clue) ?? -1,
    around({ lat, lon }) {
      const row = Math.floor(lat / squareDegrees);
      const column = Math.floor(lon / squareDegrees);
      const key = row * AROUND + column;
      const known = bySquare.get(key);
      if (known !== undefined) return known;
      const middle = { lat: (row + 0.5) * squareDegrees, lon: (column + 0.5) * squareDegrees };
      const near = placed
        .map(({ clue, place }) => ({ clue, away: distanceM(middle, place) }))
        .sort((one, other) => one.away - other.away)
        .slice(0, NEAREST)
        .map(({ clue }) => clue);
      if (bySquare.size >= SQUARES) bySquare.clear();
      bySquare.set(key, near);
      return near;
    },
  };
}
