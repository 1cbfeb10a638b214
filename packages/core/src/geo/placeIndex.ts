/**
 * Finds the circles that hold a point without looking at all of them. Circles are kept in cubes
 * of earth-centred space rather than in squares of degrees, so that neither the poles nor the
 * meridian of 180° is a special case.
 */
import { distanceM, EARTH_RADIUS_M, type Point } from './distance.js';

export interface Circle extends Point {
  readonly radiusM: number;
}

/** Edge of the smallest cube; with it a cube's three coordinates fit in 51 bits of one number. */
const SMALLEST_EDGE_M = 128;
const AXIS = 2 ** 17;
const RADIANS = Math.PI / 180;

/** Circles of about one size, in cubes at least as wide as the largest of them. */
interface Level {
  readonly edgeM: number;
  /** By cube, the places of its circles in the list. */
  readonly cubes: Map<number, number[]>;
}

export interface PlaceIndex<T> {
  /** The circles that hold this point, rim included, nearest centre first, then as given. */
  holding(point: Point): readonly T[];
}

/** Builds the index once; lookups look at one cube per size of circle in use. */
export function indexPlaces<T>(items: readonly T[], circleOf: (item: T) => Circle): PlaceIndex<T> {
  const levels = new Map<number, Level>();
  const circles = items.map(circleOf);
  circles.forEach((circle, order) => {
    const edgeM = edgeFor(circle.radiusM);
    const level = levels.get(edgeM) ?? { edgeM, cubes: new Map<number, number[]>() };
    levels.set(edgeM, level);
    for (const key of cubesAround(circle, edgeM)) {
      const cube = level.cubes.get(key);
      if (cube === undefined) level.cubes.set(key, [order]);
      else cube.push(order);
    }
  });
  const lookup = { levels: [...levels.values()], circles, items };
  return { holding: (point) => nearestFirst(point, lookup) };
}

interface Lookup<T> {
  readonly levels: readonly Level[];
  readonly circles: readonly Circle[];
  readonly items: readonly T[];
}

interface Found {
  readonly order: number;
  readonly distance: number;
}

/** Nothing is made for the points that are near nothing, which are most. */
function nearestFirst<T>(point: Point, { levels, circles, items }: Lookup<T>): readonly T[] {
  let found: Found[] | undefined;
  const [x, y, z] = inSpace(point);
  for (const { edgeM, cubes } of levels) {
    const cube = cubes.get(keyOf(x / edgeM, y / edgeM, z / edgeM));
    if (cube === undefined) continue;
    for (const order of cube) {
      const circle = circles[order] as Circle;
      const distance = distanceM(point, circle);
      if (distance > circle.radiusM) continue;
      found ??= [];
      found.push({ order, distance });
    }
  }
  if (found === undefined) return NOTHING;
  found.sort((one, other) => one.distance - other.distance || one.order - other.order);
  return found.map(({ order }) => items[order] as T);
}

const NOTHING: readonly never[] = [];

/** How far a circle is taken to reach: a little more, so that rounding can't lose its rim. */
function reachOf(radiusM: number): number {
  return radiusM + 1;
}

/** The cube edge for this radius: a power of two at least as wide as the circle. */
function edgeFor(radiusM: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(SMALLEST_EDGE_M, 2 * reachOf(radiusM))));
}

/** A point's place in space, metres from the centre of the earth. */
function inSpace({ lat, lon }: Point): readonly [number, number, number] {
  const ring = EARTH_RADIUS_M * Math.cos(lat * RADIANS);
  return [
    ring * Math.cos(lon * RADIANS),
    ring * Math.sin(lon * RADIANS),
    EARTH_RADIUS_M * Math.sin(lat * RADIANS),
  ];
}

/** One number for the cube that holds these coordinates, counted in edges. */
function keyOf(x: number, y: number, z: number): number {
  const half = AXIS / 2;
  return ((Math.floor(x) + half) * AXIS + Math.floor(y) + half) * AXIS + Math.floor(z) + half;
}

/** The cubes a circle touches, at most eight: a chord is never longer than its arc. */
function cubesAround(circle: Circle, edgeM: number): ReadonlySet<number> {
  const [x, y, z] = inSpace(circle);
  const reachM = reachOf(circle.radiusM);
  const keys = new Set<number>();
  for (const dx of [-reachM, reachM]) {
    for (const dy of [-reachM, reachM]) {
      for (const dz of [-reachM, reachM]) {
        keys.add(keyOf((x + dx) / edgeM, (y + dy) / edgeM, (z + dz) / edgeM));
      }
    }
  }
  return keys;
}
