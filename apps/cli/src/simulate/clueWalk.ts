/** What a simulated player does about one clue: walks there, then tries it. Pure. */
import type { Clue, EventData, EventType } from '@trove/contracts';
import { CROWD } from './limits.js';
import type { Random } from './random.js';

export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** One thing a player does, before it has an id and a time. */
export type Deed = {
  [T in EventType]: { readonly type: T; readonly data: EventData<T> };
}[EventType];

/** What a try is and whether it should solve the clue. */
export interface Try {
  readonly deed: Deed;
  readonly solves: boolean;
}

const METRES_PER_DEGREE = 111_320;

/** Where a clue is; clues without a place are wherever the player stands. */
export function placeOf(clue: Clue): Point | undefined {
  return 'place' in clue.find ? clue.find.place : undefined;
}

/** The report of being at a point, a little beside it. */
export function reportAt(point: Point, random: Random): Deed {
  const { lat, lon } = spread(point, CROWD.stepSpreadDeg, random);
  return {
    type: 'location.reported.v1',
    data: { lat, lon, accuracyM: 5 + random.below(30), ageS: random.below(20) },
  };
}

/** A point at most `spreadDeg` away in each direction, rounded as phones do. */
export function spread(point: Point, spreadDeg: number, random: Random): Point {
  const shift = () => (random.next() * 2 - 1) * spreadDeg;
  return { lat: rounded(point.lat + shift(), 90), lon: rounded(point.lon + shift(), 180) };
}

function rounded(degrees: number, bound: number): number {
  return Math.min(bound, Math.max(-bound, Math.round(degrees * 1e6) / 1e6));
}

/** A clue that a simulated crowd can solve: it has no photos to send. */
export type WalkedClue = Clue & { readonly find: Exclude<Clue['find'], { photo: unknown }> };

export function isWalked(clue: Clue): clue is WalkedClue {
  return !('photo' in clue.find);
}

/** A try at a clue by a player who stands where it is. */
export function tryClue({ id, find }: WalkedClue, random: Random): Try {
  if ('place' in find) return { deed: arrive(find.place, random), solves: true };
  if ('code' in find) {
    const solves = !random.chance(CROWD.wrongCode);
    const code = solves ? find.code : `WRONG-${random.hex(4)}`;
    return { deed: { type: 'code.scanned.v1', data: { code } }, solves };
  }
  const solves = !random.chance(CROWD.wrongAnswer);
  if ('choice' in find) {
    const { options } = find.choice;
    const wanted = options.filter(({ right }) => right === solves);
    // Where every option is right there is none to be wrong with.
    const { id: option, right } = random.pick(wanted.length > 0 ? wanted : options);
    return { deed: { type: 'option.chosen.v1', data: { clue: id, option } }, solves: right };
  }
  const answer = solves ? random.pick(find.answer.accept) : `guess ${random.hex(3)}`;
  return { deed: { type: 'clue.answered.v1', data: { clue: id, answer } }, solves };
}

/** Asking for help with a clue; undefined where there is none. */
export function askHint({ id, hints }: Clue, random: Random): Deed | undefined {
  if (hints.length === 0) return undefined;
  return { type: 'hint.requested.v1', data: { clue: id, hint: random.pick(hints).id } };
}

function arrive(place: Point & { id?: string | undefined; radiusM: number }, random: Random): Deed {
  const inside = spread(place, place.radiusM / 3 / METRES_PER_DEGREE, random);
  if (place.id !== undefined && random.chance(CROWD.namesPlace)) {
    return { type: 'place.visited.v1', data: { place: place.id, ...inside } };
  }
  return { type: 'location.reported.v1', data: { ...inside, accuracyM: 5, ageS: 1 } };
}
