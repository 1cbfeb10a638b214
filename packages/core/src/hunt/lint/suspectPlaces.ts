/** Suspects circles that overlap: one step could solve either clue. */
import type { Clue, HuntDefinition } from '@trove/contracts';
import { distanceM } from '../../geo/distance.js';
import { partsOfDefinition } from '../huntParts.js';
import { ancestorsOf, overlap, windowOf } from './clueOrder.js';
import type { Suspicion } from './suspicion.js';

interface Circle {
  readonly clue: Clue;
  readonly index: number;
  readonly lat: number;
  readonly lon: number;
  readonly radiusM: number;
}

/** Smallest radius worth proposing: phones know their place no better. */
const LEAST_RADIUS_M = 10;
/** Overlaps below this are rounding of coordinates. */
const LEAST_OVERLAP_M = 1;
/** More than a degree of latitude, m. */
const DEGREE_M = 111_700;

/** One suspicion for each circle that cuts into one above it in the file, the deepest cut. */
export function suspectPlaces(hunt: HuntDefinition): readonly Suspicion[] {
  const circles = hunt.clues.flatMap((clue, index): Circle[] => {
    return 'place' in clue.find ? [{ clue, index, ...clue.find.place }] : [];
  });
  const areAtOnce = openAtOnce(hunt);
  return circles.flatMap((circle, at) => {
    let deepest: { other: Circle; apartM: number; depthM: number } | undefined;
    for (const other of circles.slice(0, at)) {
      const reachM = circle.radiusM + other.radiusM;
      if (Math.abs(circle.lat - other.lat) * DEGREE_M > reachM * 2) continue;
      const apartM = distanceM(circle, other);
      const depthM = reachM - apartM;
      if (depthM < (deepest?.depthM ?? LEAST_OVERLAP_M)) continue;
      if (areAtOnce(circle.clue, other.clue)) deepest = { other, apartM, depthM };
    }
    return deepest === undefined ? [] : [cut(circle, deepest.other, deepest.apartM)];
  });
}

/**
 * Whether two clues can be open for one team at one time. Clues of which one waits for the other
 * are meant to share a place, and what a rule unlocks may be too.
 */
export function openAtOnce(hunt: HuntDefinition): (one: Clue, other: Clue) => boolean {
  const ancestors = ancestorsOf(hunt.clues);
  const windows = new Map(hunt.clues.map((clue) => [clue.id, windowOf(clue, hunt)]));
  const isApart = (one: Clue, other: Clue) => {
    const [first, second] = [windows.get(one.id), windows.get(other.id)];
    return first !== undefined && second !== undefined && !overlap(first, second);
  };
  const { unlocked } = partsOfDefinition(hunt);
  return (one, other) => {
    if (unlocked.has(one.id) || unlocked.has(other.id)) return false;
    if (isApart(one, other)) return false;
    return !ancestors(one.id).has(other.id) && !ancestors(other.id).has(one.id);
  };
}

function cut(circle: Circle, other: Circle, apartM: number): Suspicion {
  const { clue, index, radiusM } = circle;
  const fitsM = Math.floor(apartM - other.radiusM);
  const apart = Math.round(apartM);
  const isEnough = fitsM >= LEAST_RADIUS_M;
  const mend = isEnough
    ? `Make the radius of "${clue.id}" ${fitsM} m.`
    : `Move one of them, make both smaller, or let one require the other.`;
  return {
    rule: 'Q5',
    path: ['clues', index, 'find', 'place', 'radiusM'],
    found: `${radiusM} m around "${clue.id}", ${other.radiusM} m around "${other.clue.id}"`,
    allowed: `${apart} m together, which is how far apart they are`,
    message: `The circles of "${clue.id}" and "${other.clue.id}" overlap.`,
    mend,
    ...(isEnough ? { replace: { written: String(radiusM), by: String(fitsM) } } : {}),
  };
}
