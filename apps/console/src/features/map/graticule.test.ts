import { describe, expect, it } from 'vitest';
import { graticule } from './graticule';

describe('graticule', () => {
  it.each([
    [[-180, -85, 180, 85]],
    [[9.94, 48.3, 9.96, 48.31]],
    [[9.95, 48.3, 9.9501, 48.3001]],
    [[0, 0, 0, 0]],
  ] as const)('has some lines over %j, and never a crowd', (bounds) => {
    const lines = graticule([...bounds] as never);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThanOrEqual(26);
    const [west, south, east, north] = bounds;
    for (const [lon, lat] of lines.flat()) {
      expect(lon >= west && lon <= east && lat >= south && lat <= north).toBe(true);
    }
  });
});
