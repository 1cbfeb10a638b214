/** Every number the recommendations depend on: bounds, spans of time and weights. */
import { HUNT_LIMITS, WIRE_LIMITS } from '@trove/contracts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

export const RECOMMEND_LIMITS = {
  /** Suggestions a team is given at once. */
  suggestions: WIRE_LIMITS.suggestions,
  /** A solve counts half as much after this long in what is popular now. */
  halfLifeMs: 30 * MINUTE_MS,
  /** And after this long in what is popular at large. */
  lastingMs: 14 * DAY_MS,
  /** A team told to go somewhere, or that was there, makes a crowd half as much after this long. */
  crowdMs: 10 * MINUTE_MS,
  /** A suggestion that is solved within this long after it was served was followed. */
  followedWithinMs: 30 * MINUTE_MS,
  /** Gaps since a team's last solve that are learnt apart: at once, the same day, later. */
  gapsMs: [30 * MINUTE_MS, DAY_MS],
  /** A team's position is taken anew after this long: 20 m at walking speed. */
  positionEveryS: 15,
  /** Positions vaguer than this are passed over. */
  positionAccuracyM: 200,
  /** So are positions older than this when they were sent: a walk of 80 m. */
  positionAgeS: 60,
  /** Up to this many clues, all are ranked; of a larger hunt only likely ones. */
  rankedWhole: 64,
  /** Of a larger hunt: the nearest places, the most popular clues, the next in the file. */
  nearest: 16,
  hottest: 8,
  /** And what was visited together with so many of the clues solved last. */
  companionsOf: 1,
  inFileOrder: 8,
  /** Where those give too few suggestions: so many next ones, and all only where none is left. */
  inFileOrderWide: 256,
  /** Cells of the grid in which the place nearest to a team is looked for hold about so many. */
  perCell: 2,
  /** Rings of cells around a team's own that are searched before all places are. */
  rings: 8,
  /** Clues that a hunt's memory has a slot for, over all its versions. */
  slots: 4 * HUNT_LIMITS.clues,
  /** The best so many are drawn from when a team is sent to explore. */
  exploredAmong: 8,
} as const;

export const CO_VISITS = {
  /**
   * Companions remembered of each clue; the rarest makes room for a new one. What more than a
   * sixteenth of all visits together are of is never lost.
   */
  companions: 16,
  /** What one visit right after another is counted as: fractions are whole numbers of it. */
  one: 64,
  /** A visit together counts half as much after this long: 14 days. */
  halfLifeHalfDays: 28,
  /** Of the clues visited before a visit, so many are visited together with it. */
  window: 3,
} as const;

export const COMPANIONS = {
  /** Clues visited last whose companions are asked. */
  recent: 4,
  /** One visited this many before the last counts half of it. */
  fadingAfter: 3,
} as const;

/** Constants of the signals. */
export const SIGNAL_BOUNDS = {
  /** Added to every distance: nobody chooses between one metre and ten. */
  nearM: 50,
  /** A long walk: ten minutes. */
  walkM: 800,
  /** What an unknown distance counts as, for every clue alike: ten minutes of walking. */
  unknownM: 800,
  shareScale: 50,
  closeness: 20,
  /** Half-lives: popularity below a sixteenth of a fresh solve is none. */
  coldest: -4,
  /** Skill above difficulty at which a try succeeds three times in four, and the worst misfit. */
  fitting: 1.1,
  misfit: 3,
  /** Teams that went elsewhere, assumed beside those seen: one team alone is no trend. */
  assumedElsewhere: 3,
} as const;

export const LEARNING = {
  /**
   * What a hunt begins with. Distance comes first because it is the team's own and known from the
   * first minute; what others did next weighs more than what is popular at large, because it
   * knows where the team comes from.
   */
  start: {
    near: 0.8,
    walkable: 1,
    next: 0.3,
    together: 0.5,
    now: 0.1,
    lasting: 0.2,
    fit: 0.3,
  },
  /** AdaGrad's step, and what its sums begin at. */
  rate: 0.05,
  startSquare: 1,
  /** No weight goes beyond. */
  most: 8,
  /** A share this small moves nothing that could be seen. */
  leastShare: 1e-5,
  /** All of the first so many choices are learnt from, then every so many-th. */
  whole: 256,
  every: 16,
  /** Clues drawn to stand against the one that was chosen, beside those that were suggested. */
  drawn: 6,
} as const;

export const SKILL = {
  /** The first step of a rating, and how fast steps shrink: half after 1 / settling tries. */
  step: 0.8,
  settling: 0.05,
  /** Ratings are whole numbers of a thousandth. */
  grain: 1_000,
} as const;

/** What is taken off a score for each doubling of the crowd at a clue. */
export const CROWD_WEIGHT = 0.35;

/** Share of the servings that explore, unless the hunt says otherwise. */
export const EXPLORE_SHARE = 0.1;

/** 4.8 km/h: a group that looks around. */
export const WALK_METRES_PER_MINUTE = 80;

/** Minutes to walk a distance as the crow flies, rounded up. */
export function walkMinutesOf(distanceM: number): number {
  return Math.ceil(distanceM / WALK_METRES_PER_MINUTE);
}
