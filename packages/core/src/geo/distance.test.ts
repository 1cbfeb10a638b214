import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceM, EARTH_RADIUS_M, type Point } from './distance.js';

const point: fc.Arbitrary<Point> = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
});

/** The angle between two vectors by atan2: another formula, exact for near and for far points. */
function byVectors(from: Point, to: Point): number {
  const [one, other] = [from, to].map(({ lat, lon }) => {
    const [phi, lambda] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180];
    return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
  }) as [[number, number, number], [number, number, number]];
  const cross = [
    one[1] * other[2] - one[2] * other[1],
    one[2] * other[0] - one[0] * other[2],
    one[0] * other[1] - one[1] * other[0],
  ];
  const dot = one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
  return EARTH_RADIUS_M * Math.atan2(Math.hypot(...cross), dot);
}

describe('distanceM', () => {
  it('G1 gives known distances', () => {
    const paris = { lat: 48.8566, lon: 2.3522 };
    const london = { lat: 51.5074, lon: -0.1278 };
    expect(distanceM(paris, london)).toBeCloseTo(343_557, -2);
    expect(distanceM({ lat: 0, lon: 0 }, { lat: 0, lon: 1 })).toBeCloseTo(111_195.08, 1);
    expect(distanceM({ lat: 0, lon: 179.9999 }, { lat: 0, lon: -179.9999 })).toBeCloseTo(22.24, 1);
    expect(distanceM({ lat: 90, lon: 12 }, { lat: 90, lon: -99 })).toBeCloseTo(0, 6);
  });

  it('G1 agrees with the formula of vectors everywhere', () => {
    fc.assert(
      fc.property(point, point, (from, to) => {
        // Near the antipode the haversine itself loses digits: about 0.2 m are left.
        expect(Math.abs(distanceM(from, to) - byVectors(from, to))).toBeLessThan(0.5);
      }),
      { numRuns: 2_000 },
    );
  });

  it('G1 is symmetric, and zero only for the same place', () => {
    fc.assert(
      fc.property(point, point, (from, to) => {
        expect(distanceM(from, to)).toBeCloseTo(distanceM(to, from), 6);
        expect(distanceM(from, from)).toBe(0);
      }),
    );
  });
});
