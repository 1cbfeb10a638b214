/** Place clues on the ground: reading them from a draft, moving them, and drawing their circles. */
import { EARTH_RADIUS_M } from '@trove/core/design';
import { findOf, kindOf } from '../clues/clueParts';
import type { PlaceParts } from '../clues/find/PlaceFields';
import { type DraftClue, textOf } from '../draft/draftHunt';

export interface Position {
  /** Degrees north and east. */
  readonly lat: number;
  readonly lon: number;
}

export interface Place extends Position {
  /** Of the clue in the file. */
  readonly index: number;
  readonly title: string;
  /** 0 where the file has no radius that can be drawn. */
  readonly radiusM: number;
}

/** Used where the file gives none. */
const USUAL_RADIUS_M = 50;
const MOST_RADIUS_M = 50_000;
const RADIANS = Math.PI / 180;

/** Place clues that have a position; what has none is not on any map. */
export function placesOf(clues: readonly DraftClue[]): readonly Place[] {
  return clues.flatMap((clue, index) => {
    if (kindOf(clue) !== 'place') return [];
    const { lat, lon, radiusM = USUAL_RADIUS_M } = findOf<PlaceParts>(clue, 'place');
    if (!isWithin(lat, 90) || !isWithin(lon, 180)) return [];
    const drawn = typeof radiusM === 'number' && radiusM > 0 ? radiusM : 0;
    const title = textOf(clue.title) || textOf(clue.id);
    return [{ index, title, lat, lon, radiusM: Math.min(drawn, MOST_RADIUS_M) }];
  });
}

function isWithin(value: unknown, most: number): value is number {
  return typeof value === 'number' && Math.abs(value) <= most;
}

/** So many metres east and north; 6 decimals of a degree are a tenth of a metre. */
export function moved({ lat, lon }: Position, eastM: number, northM: number): Position {
  const north = northM / EARTH_RADIUS_M / RADIANS;
  const east = eastM / (EARTH_RADIUS_M * Math.max(0.01, Math.cos(lat * RADIANS))) / RADIANS;
  return rounded({ lat: Math.max(-90, Math.min(90, lat + north)), lon: wrapped(lon + east) });
}

/** East and west of the date line are one line. */
function wrapped(lon: number): number {
  return ((((lon + 180) % 360) + 360) % 360) - 180;
}

export function rounded({ lat, lon }: Position): Position {
  return { lat: Number(lat.toFixed(6)), lon: Number(lon.toFixed(6)) };
}

/** Whole metres that a circle can have. */
export function soundRadius(radiusM: number): number {
  return Math.max(1, Math.min(MOST_RADIUS_M, Math.round(radiusM)));
}

const CORNERS = 64;

/** A ring of longitude and latitude around a circle, closed. */
export function ringOf(place: Pick<Place, 'lat' | 'lon' | 'radiusM'>): [number, number][] {
  return Array.from({ length: CORNERS + 1 }, (_, corner) => {
    const angle = (corner / CORNERS) * 2 * Math.PI;
    const { radiusM } = place;
    const at = moved(place, Math.sin(angle) * radiusM, Math.cos(angle) * radiusM);
    return [at.lon, at.lat];
  });
}

/** West, south, east and north of all circles; nothing where there is none. */
export function boundsOf(
  places: readonly Place[],
): readonly [number, number, number, number] | undefined {
  if (places.length === 0) return undefined;
  const corners = places.flatMap((place) => {
    const reachM = Math.max(place.radiusM, USUAL_RADIUS_M);
    return [moved(place, -reachM, -reachM), moved(place, reachM, reachM)];
  });
  const lats = corners.map(({ lat }) => lat);
  const lons = corners.map(({ lon }) => lon);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
