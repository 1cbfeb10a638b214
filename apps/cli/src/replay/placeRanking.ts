/** Which places of a check-in file become clues: the most visited, with where they are. Pure. */
import type { Checkin } from './checkinFile.js';

export interface RankedPlace {
  readonly place: string;
  readonly visits: number;
  /** Where the first check-in there was made. */
  readonly lat: number;
  readonly lon: number;
}

export class PlaceRanking {
  readonly #places = new Map<string, { visits: number; lat: number; lon: number }>();
  rows = 0;

  add({ place, lat, lon }: Checkin): void {
    this.rows += 1;
    const known = this.#places.get(place);
    if (known === undefined) this.#places.set(place, { visits: 1, lat, lon });
    else known.visits += 1;
  }

  /** The `count` most visited; of places visited equally often, those of smaller id first. */
  top(count: number): RankedPlace[] {
    return [...this.#places]
      .map(([place, seen]) => ({ place, ...seen }))
      .sort((a, b) => b.visits - a.visits || comparePlaces(a.place, b.place))
      .slice(0, count);
  }
}

/** Ids that are numbers compare as numbers, however long; others, after them, as text. */
export function comparePlaces(a: string, b: string): number {
  const [isNumberA, isNumberB] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (isNumberA && isNumberB) {
    const [numberA, numberB] = [BigInt(a), BigInt(b)];
    return numberA < numberB ? -1 : numberA > numberB ? 1 : 0;
  }
  if (isNumberA !== isNumberB) return isNumberA ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
