/** Bounds of recomputing a hunt beside its own state. */
export const SHADOW_LIMITS = {
  /** Teams, players or clues written in one step while it is far behind. */
  sliceValues: 500,
  /** Teams whose devices are asked for at once. */
  devicesPage: 500,
  /** Events of one step once it has to be whole at each: as many as a commit decides. */
  stepEvents: 1_000,
  /** Most events by which a shadow may be behind when it is to be swapped in. */
  behindEvents: 50_000,
} as const;
