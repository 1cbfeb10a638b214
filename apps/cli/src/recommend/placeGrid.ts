/** Finds the seen places near a point: cells of a flat grid, searched ring by ring. */
import { distanceM, type Point } from '@trove/core';
import { TROVE_LIMITS } from './limits.js';

const { rings: RINGS, cellM, nearest: NEAREST } = TROVE_LIMITS;
const METRES_PER_DEGREE = 111_195;
/** More cells than lie around the earth. */
const AROUND = 2 ** 20;

export interface Near {
  readonly place: number;
  readonly distanceM: number;
}

export class PlaceGrid {
  private readonly cells = new Map<number, number[]>();
  /** Cells are as wide everywhere as where the first place is: a file is of one region. */
  private lonScale = 0;

  constructor(private readonly points: readonly Point[]) {}

  add(place: number): void {
    const [x, y] = this.cellOf(this.points[place] as Point);
    const key = x * AROUND + y;
    const cell = this.cells.get(key);
    if (cell === undefined) this.cells.set(key, [place]);
    else cell.push(place);
  }

  /** About the nearest `NEAREST` places, the nearest first. */
  around(place: number): readonly Near[] {
    const here = this.points[place] as Point;
    const [x, y] = this.cellOf(here);
    const found: Near[] = [];
    for (let ring = 0; ring < RINGS && found.length < NEAREST; ring += 1) {
      for (let dx = -ring; dx <= ring; dx += 1) {
        const step = Math.abs(dx) === ring || ring === 0 ? 1 : 2 * ring;
        for (let dy = -ring; dy <= ring; dy += step) {
          for (const other of this.cells.get((x + dx) * AROUND + y + dy) ?? []) {
            found.push({ place: other, distanceM: distanceM(here, this.points[other] ?? here) });
          }
        }
      }
    }
    return found.sort((one, other) => one.distanceM - other.distanceM).slice(0, NEAREST);
  }

  private cellOf({ lat, lon }: Point): [number, number] {
    if (this.lonScale === 0) this.lonScale = Math.cos((lat * Math.PI) / 180);
    const x = Math.floor((lon * this.lonScale * METRES_PER_DEGREE) / cellM);
    return [x, Math.floor((lat * METRES_PER_DEGREE) / cellM)];
  }
}
