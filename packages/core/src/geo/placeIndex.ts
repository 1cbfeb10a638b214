/**
 * Finds the circles that hold a point without looking at all of them. Circles are kept in cubes
 * of earth-centred space rather than in squares of degrees, so that neither the poles nor the
 * meridian of 180° is a special case.
 */
import { distanceM, EARTH_RADIUS_M, type Point } from './distance.js';

export interface Circle extends Point {
  readonly radiusM: number;
}

const SMALLEST_EDGE_M = 128;
/** Slots of a level for each cube in it, so that most points that are near nothing meet nothing. */
const SLOTS_A_CUBE = 8;
const RADIANS = Math.PI / 180;

/** Circles of about one size, in cubes at least as wide as the largest of them. */
interface Level {
  readonly edgeM: number;
  /**
   * The places in the list of the circles in each cube, by the cube's hash. Cubes may share a slot:
   * whether a circle holds a point is measured anyway. As many slots as a power of two.
   */
  readonly slots: readonly (readonly number[] | undefined)[];
}

export interface PlaceIndex<T> {
  /** The circles that hold this point, rim included, nearest centre first, then as given. */
  holding(point: Point): readonly T[];
}

/** Builds the index once; lookups look at one cube per size of circle in use. */
export function indexPlaces<T>(items: readonly T[], circleOf: (item: T) => Circle): PlaceIndex<T> {
  const circles = items.map(circleOf);
  const byEdge = new Map<number, [order: number, hashes: readonly number[]][]>();
  circles.forEach((circle, order) => {
    const edgeM = edgeFor(circle.radiusM);
    const placed = byEdge.get(edgeM) ?? [];
    byEdge.set(edgeM, placed);
    placed.push([order, cubesAround(circle, edgeM)]);
  });
  const levels = [...byEdge].map(([edgeM, placed]) => ({ edgeM, slots: slotsOf(placed) }));
  const lookup = { levels, circles, items };
  return { holding: (point) => nearestFirst(point, lookup) };
}

function slotsOf(placed: readonly (readonly [number, readonly number[]])[]): Level['slots'] {
  const cubes = placed.reduce((sum, [, hashes]) => sum + hashes.length, 0);
  const slots = new Array<number[] | undefined>(2 ** Math.ceil(Math.log2(cubes * SLOTS_A_CUBE)));
  slots.fill(undefined);
  for (const [order, hashes] of placed) {
    for (const slot of new Set(hashes.map((hash) => hash & (slots.length - 1)))) {
      const there = slots[slot];
      if (there === undefined) slots[slot] = [order];
      else there.push(order);
    }
  }
  return slots;
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
  for (const { edgeM, slots } of levels) {
    const near = slots[hashOf(x / edgeM, y / edgeM, z / edgeM) & (slots.length - 1)];
    if (near === undefined) continue;
    for (const order of near) {
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

/** A hash of the cube that holds these coordinates, counted in edges: 32 bits. */
function hashOf(x: number, y: number, z: number): number {
  const mixed =
    Math.imul(Math.floor(x), 0x9e3779b1) ^
    Math.imul(Math.floor(y), 0x85ebca6b) ^
    Math.imul(Math.floor(z), 0xc2b2ae35);
  return mixed ^ (mixed >>> 15);
}

/** Hashes of the cubes a circle touches, at most eight: a chord is never longer than its arc. */
function cubesAround(circle: Circle, edgeM: number): readonly number[] {
  const [x, y, z] = inSpace(circle);
  const reachM = reachOf(circle.radiusM);
  const hashes = new Set<number>();
  for (const dx of [-reachM, reachM]) {
    for (const dy of [-reachM, reachM]) {
      for (const dz of [-reachM, reachM]) {
        hashes.add(hashOf((x + dx) / edgeM, (y + dy) / edgeM, (z + dz) / edgeM));
      }
    }
  }
  return [...hashes];
}
