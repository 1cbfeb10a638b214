/**
 * What a partition remembers of a hunt for its recommendations: how teams went on, what is
 * popular, and where each team is. Plain values; the pipeline copies on write.
 */
import type { Point } from '../geo/distance.js';

/** How many teams solved a clue next. */
export interface Follower {
  readonly count: number;
  /** How much of the count may belong to others that had to make room. */
  readonly error: number;
}

export type Followers = ReadonlyMap<string, Follower>;

/** Where a team is, and what it was told. */
export interface Trail {
  /** The clue it solved last. */
  readonly last: string | undefined;
  /** Its last known position, rounded to a metre, and when it was there on the hunt's clock. */
  readonly at: (Point & { readonly atMs: number }) | undefined;
  /** The suggestions it was served last, and when on the hunt's clock. */
  readonly served: Served | undefined;
}

export interface Served {
  readonly clues: readonly string[];
  readonly atMs: number;
}

export interface HuntMemory {
  /** Of each clue, what teams solved right after it. At most `followers` each. */
  readonly next: ReadonlyMap<string, Followers>;
  /** Popularity of each clue that was solved, as `heatAfter` keeps it. */
  readonly heat: ReadonlyMap<string, number>;
  /** The most popular clues, the hottest first. */
  readonly hottest: readonly string[];
  /** By team; only teams that the hunt has a state of. */
  readonly trails: ReadonlyMap<string, Trail>;
}

/** What one chunk changed, as absolute values. */
export interface MemoryChange {
  readonly next: ReadonlyMap<string, Followers>;
  readonly heat: ReadonlyMap<string, number>;
  /** Undefined when it did not move. */
  readonly hottest: readonly string[] | undefined;
  readonly trails: ReadonlyMap<string, Trail>;
  readonly counts: MemoryCounts;
}

/** What is told to the charts and not remembered. */
export interface MemoryCounts {
  /** Suggestions in results. */
  readonly served: number;
  /** Solves of a clue among the team's last suggestions, in time. */
  readonly followed: number;
  /** Clues that were served, by their place in the file. */
  readonly covered: ReadonlySet<number>;
  /** Clues of the hunt. */
  readonly clues: number;
}

export const NO_TRAIL: Trail = { last: undefined, at: undefined, served: undefined };

export function newMemory(): HuntMemory {
  return { next: new Map(), heat: new Map(), hottest: [], trails: new Map() };
}

/** The memory after a change. Its maps are written in place: copying them is not free. */
export function applyMemoryChange(base: HuntMemory | undefined, change: MemoryChange): HuntMemory {
  const from = base ?? newMemory();
  const next = from.next as Map<string, Followers>;
  const heat = from.heat as Map<string, number>;
  const trails = from.trails as Map<string, Trail>;
  for (const [clue, followers] of change.next) next.set(clue, followers);
  for (const [clue, value] of change.heat) heat.set(clue, value);
  for (const [team, trail] of change.trails) trails.set(team, trail);
  return { next, heat, hottest: change.hottest ?? from.hottest, trails };
}
