/** Lines of whole degrees, minutes and seconds over what a map shows: the paper it is drawn on. */

/** West, south, east, north, in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** Distances between lines, in degrees: from 30° to a second of arc's tenth. */
const STEPS = [
  ...[30, 10, 5, 2, 1, 1 / 2, 1 / 6, 1 / 12, 1 / 30, 1 / 60],
  ...[1 / 120, 1 / 360, 1 / 720, 1 / 1_800, 1 / 3_600, 1 / 7_200, 1 / 36_000],
];
/** At most so many lines each way. */
const LINES = 12;

export type Line = readonly (readonly [lon: number, lat: number])[];

export function graticule([west, south, east, north]: Bounds): readonly Line[] {
  const span = Math.max(east - west, north - south);
  const step = [...STEPS].reverse().find((degrees) => span / degrees <= LINES) ?? STEPS[0] ?? 30;
  const meridians = ticks(west, east, step).map(
    (lon): Line => [
      [lon, south],
      [lon, north],
    ],
  );
  const parallels = ticks(south, north, step).map(
    (lat): Line => [
      [west, lat],
      [east, lat],
    ],
  );
  return [...meridians, ...parallels];
}

function ticks(from: number, to: number, step: number): readonly number[] {
  const first = Math.ceil(from / step);
  const count = Math.max(0, Math.min(LINES + 1, Math.floor(to / step) - first + 1));
  return Array.from({ length: count }, (_, i) => (first + i) * step);
}
