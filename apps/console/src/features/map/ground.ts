/** What lies under the places of a hunt, besides lines: tiles of a local file, and a floor plan. */

/** Corners of a floor plan, in degrees. */
export interface PlanBounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export interface Plan {
  /** Of the image; another one has another address. */
  readonly url: string;
  readonly bounds: PlanBounds;
}

export interface Ground {
  readonly hasTiles: boolean;
  readonly plan: Plan | undefined;
}
