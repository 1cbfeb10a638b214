import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceM, type Point } from './distance.js';
import { type Circle, indexPlaces } from './placeIndex.js';

interface Place extends Circle {
  readonly name: number;
}

function byLooking(places: readonly Place[], point: Point): readonly Place[] {
  return places
    .filter((place) => distanceM(point, place) <= place.radiusM)
    .sort((one, other) => distanceM(point, one) - distanceM(point, other) || one.name - other.name);
}

const radiusM = fc.oneof(
  fc.constantFrom(1, 30, 50, 63, 64, 127, 128, 50_000),
  fc.double({ min: 1, max: 50_000, noNaN: true }),
);

/** Places within some kilometres of each other, around any point of the earth. */
const neighbourhood = fc
  .record({
    lat: fc.oneof(fc.constantFrom(-90, -89.99, 0, 89.99, 90), fc.integer({ min: -90, max: 90 })),
    lon: fc.oneof(fc.constantFrom(-180, 0, 180, 179.999), fc.integer({ min: -180, max: 180 })),
    spread: fc.constantFrom(0.0001, 0.001, 0.01, 0.5),
  })
  .chain(({ lat, lon, spread }) => {
    const near = fc.double({ min: -spread, max: spread, noNaN: true });
    const point = fc.tuple(near, near).map(([up, right]) => ({
      lat: Math.max(-90, Math.min(90, lat + up)),
      lon: ((lon + right + 540) % 360) - 180,
    }));
    const circle = fc.tuple(point, radiusM).map(([at, radius]) => ({ ...at, radiusM: radius }));
    return fc.record({
      circles: fc.array(circle, { maxLength: 30 }),
      points: fc.array(point, { minLength: 1, maxLength: 10 }),
    });
  });

const itself = (place: Place) => place;

describe('indexPlaces', () => {
  it('G2 finds exactly the circles that hold a point, nearest first, anywhere on earth', () => {
    fc.assert(
      fc.property(neighbourhood, ({ circles, points }) => {
        const places = circles.map((circle, name) => ({ ...circle, name }));
        const index = indexPlaces(places, itself);
        const probes = [...points, ...places];
        for (const point of probes) expect(index.holding(point)).toEqual(byLooking(places, point));
      }),
      { numRuns: 500 },
    );
  });

  it('G2 finds points just inside the rim in every direction', () => {
    for (const lat of [0, 54.46, -89.9995, 90]) {
      for (const radius of [1, 50, 1_000, 50_000]) {
        const place = { lat, lon: 179.9999, radiusM: radius, name: 0 };
        const index = indexPlaces([place], itself);
        for (let angle = 0; angle < 360; angle += 15) {
          const point = towards(place, angle, radius - 0.2);
          expect(index.holding(point)).toEqual([place]);
          const outside = towards(place, angle, radius + 0.2);
          expect(index.holding(outside)).toEqual([]);
        }
      }
    }
  });

  it('G2 leaves circles of one place in the order given', () => {
    const places = [3, 1, 2].map((name) => ({ lat: 1, lon: 1, radiusM: 40 * name, name }));
    const names = indexPlaces(places, itself).holding({ lat: 1, lon: 1 });
    expect(names.map(({ name }) => name)).toEqual([3, 1, 2]);
  });
});

/** The point this many metres away in this direction (degrees from north). */
function towards(from: Point, angle: number, metres: number): Point {
  const radians = Math.PI / 180;
  const arc = metres / 6_371_008.8;
  const [lat, bearing] = [from.lat * radians, angle * radians];
  const sine = Math.sin(lat) * Math.cos(arc) + Math.cos(lat) * Math.sin(arc) * Math.cos(bearing);
  const y = Math.sin(bearing) * Math.sin(arc) * Math.cos(lat);
  const lon = from.lon + Math.atan2(y, Math.cos(arc) - Math.sin(lat) * sine) / radians;
  return { lat: Math.asin(sine) / radians, lon: ((lon + 540) % 360) - 180 };
}
