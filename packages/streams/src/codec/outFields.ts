/** Where things stand in an entry of `out`; shared by the one who writes it and all who read it. */

export const OUT_LAYOUT = 4;
export const ROW_BYTES = 48;
export const ID_BYTES = 16;
/** Number of the name that the answers of rules are. */
export const ASKED_BYTES = 2;
/** Stands for a name that a row does not have. */
export const NO_NAME = 0xffff;
/** Offsets inside a row. */
export const AT = {
  hunt: 0,
  source: 2,
  team: 4,
  player: 6,
  clue: 8,
  rules: 10,
  entry: 12,
  type: 14,
  outcome: 15,
  points: 16,
  score: 20,
  time: 24,
  first: 32,
  received: 40,
  version: 44,
  logIndex: 46,
} as const;
