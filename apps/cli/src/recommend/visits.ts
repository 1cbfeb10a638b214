/** The visits of a check-in file in time order: users and places as numbers, places on earth. */
import type { Point } from '@trove/core';
import { readCheckins } from '../replay/checkinFile.js';

export interface Visit {
  readonly user: number;
  readonly place: number;
  readonly atMs: number;
}

export interface VisitFile {
  /** In the order of time; of one time in the order of the file. */
  readonly visits: readonly Visit[];
  readonly users: number;
  /** By place: where it was when it was first visited. */
  readonly points: readonly Point[];
  readonly badLines: number;
}

export async function readVisits(path: string): Promise<VisitFile> {
  const users = new Numbering();
  const places = new Numbering();
  const points: Point[] = [];
  const visits: Visit[] = [];
  let badLines = 0;
  const onBadLine = () => {
    badLines += 1;
  };
  for await (const { user, place, timeMs, lat, lon } of readCheckins(path, onBadLine)) {
    const visit = { user: users.of(user), place: places.of(place), atMs: timeMs };
    if (visit.place === points.length) points.push({ lat, lon });
    visits.push(visit);
  }
  visits.sort((one, other) => one.atMs - other.atMs);
  return { visits, users: users.size, points, badLines };
}

/** Numbers names in the order in which they come. */
class Numbering {
  private readonly numbers = new Map<string, number>();

  get size(): number {
    return this.numbers.size;
  }

  of(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.numbers.size);
    return this.numbers.size - 1;
  }
}
