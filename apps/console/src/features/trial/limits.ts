/** Bounds of one trial. */
export const TRIAL_LIMITS = {
  /** Events tried one after another. */
  events: 20,
  /** Teams compared side by side. */
  teams: 2,
  /** Characters of one event's data as JSON: what a door lets through, and a little. */
  dataCharacters: 16_384,
} as const;
