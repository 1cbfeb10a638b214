/** Bounds of what lies under the places of a map. */
export const MAP_LIMITS = {
  /** Of a floor plan. */
  imageBytes: 5 * 1024 * 1024,
  /** Of one range of a file of tiles; readers of PMTiles ask for far less. */
  rangeBytes: 16 * 1024 * 1024,
} as const;
