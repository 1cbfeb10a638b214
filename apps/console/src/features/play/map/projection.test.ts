import { expect, it } from 'vitest';
import { frameOf, metresTo, project, scaleM } from './projection';

const MARKET = { lat: 54.46215, lon: 11.0018 };

it('agrees with the great circle to a tenth of a percent within a town', () => {
  // Haversine distances on a sphere of the mean radius, computed apart.
  expect(metresTo(MARKET, { lat: 54.46268, lon: 11.00322 })).toBeCloseTo(109.0, 0);
  expect(metresTo(MARKET, { lat: 54.55215, lon: 11.0018 })).toBeCloseTo(10_007.5, 0);
});

it('puts east to the right and north up, also across the date line', () => {
  const flat = project({ lat: 0.01, lon: -179.99 }, { lat: 0, lon: 179.99 });
  expect(flat.x).toBeGreaterThan(2_000);
  expect(flat.x).toBeLessThan(2_500);
  expect(flat.y).toBeLessThan(0);
});

it('frames all points in a square with room at its edge', () => {
  const frame = frameOf(
    [
      { x: 0, y: 0 },
      { x: 400, y: 100 },
    ],
    200,
  );
  expect(frame).toEqual({ x: -50, y: -200, width: 500, height: 500 });
  expect(frameOf([{ x: 0, y: 0 }], 200).width).toBe(200);
});

it('finds a round length for the bar', () => {
  expect([200, 500, 1_000, 4_000].map(scaleM)).toEqual([50, 100, 200, 1_000]);
});
