import { distanceM } from '@trove/core/design';
import { describe, expect, it } from 'vitest';
import { boundsOf, moved, placesOf, ringOf, soundRadius } from './places';

const PIER = { lat: 48.3, lon: 9.95 };

describe('places', () => {
  it('are clues with a position, whatever else is wrong with them', () => {
    const places = placesOf([
      { id: 'a', find: { code: 'A' } },
      { id: 'b', title: 'B', find: { place: { ...PIER, radiusM: 0 } } },
      { id: 'c', find: { place: PIER } },
      { id: 'd', find: { place: { lat: 95, lon: 0 } } },
      { id: 'e', find: { place: { lat: 'here' as never, lon: 0 } } },
      { find: 'none' as never },
    ]);
    expect(places).toEqual([
      { index: 1, title: 'B', ...PIER, radiusM: 0 },
      { index: 2, title: 'c', ...PIER, radiusM: 50 },
    ]);
  });

  it.each([
    [10, 0],
    [0, -250],
    [3_000, 4_000],
  ])('move by %d m east and %d m north', (east, north) => {
    const far = distanceM(PIER, moved(PIER, east, north));
    expect(far).toBeCloseTo(Math.hypot(east, north), -1);
  });

  it('stay on the earth', () => {
    expect(moved({ lat: 89.9999, lon: 0 }, 0, 100_000).lat).toBe(90);
    expect(moved({ lat: 0, lon: 179.9999 }, 1_000, 0).lon).toBeLessThan(-179.9);
  });

  it('have rings that are closed and as far away as their radius', () => {
    const ring = ringOf({ ...PIER, radiusM: 80 });
    expect(ring[0]).toEqual(ring.at(-1));
    for (const [lon, lat] of ring) expect(distanceM(PIER, { lat, lon })).toBeCloseTo(80, 0);
  });

  it('have radii of whole metres within bounds', () => {
    expect([0.2, 12.6, 1e9].map(soundRadius)).toEqual([1, 13, 50_000]);
  });

  it('have bounds that hold every circle', () => {
    expect(boundsOf([])).toBeUndefined();
    const bounds = boundsOf([{ index: 0, title: '', ...PIER, radiusM: 100 }]);
    const [west = 0, south = 0, east = 0, north = 0] = bounds ?? [];
    expect(west < PIER.lon && PIER.lon < east && south < PIER.lat && PIER.lat < north).toBe(true);
  });
});
