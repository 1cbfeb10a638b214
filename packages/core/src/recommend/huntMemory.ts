/**
 * What a partition remembers of a hunt for its recommendations: how teams went on, what is
 * popular, crowded and hard, what teams follow, and where each team is. Plain values; the
 * pipeline copies on write. Clues are known by slots, numbers that stay theirs over all versions.
 */
import type { Point } from '../geo/distance.js';
import type { CoVisits } from './coVisits.js';
import { keepTable, takeTable } from './keptTables.js';
import { NEVER } from './popularity.js';
import type { RankWeights } from './rankModel.js';
import { type Rating, UNRATED } from './skill.js';

/** What is known of one clue. */
export interface ClueFigures {
  /** Heat by the half-life of what is popular now, and of what is popular at large. */
  readonly now: number;
  readonly lasting: number;
  /** Teams that solved it. */
  readonly solves: number;
  readonly difficulty: Rating;
}

/** Where a team is, how good it is, and what it was told. */
export interface Trail {
  /** The slots it solved last, the latest first. */
  readonly recent: readonly number[];
  /** When it solved the last one, on the hunt's clock, ms; 0 before the first. */
  readonly lastMs: number;
  /** Its last known position, rounded to a metre. */
  readonly at: Point | undefined;
  /**
   * When it was there, whole seconds on the hunt's clock; 0 where it is not known. Every position
   * that is reported asks for it: such a number is read without another object.
   */
  readonly placedS: number;
  readonly skill: Rating;
  /** The suggestions it was served last, and when on the hunt's clock. */
  readonly served: Served | undefined;
}

export interface Served {
  readonly clues: readonly string[];
  readonly atMs: number;
}

export interface HuntMemory {
  /** Ids by slot, and slots by id. */
  readonly names: readonly string[];
  readonly slots: ReadonlyMap<string, number>;
  /** By slot. */
  readonly together: ReadonlyMap<number, CoVisits>;
  readonly figures: ReadonlyMap<number, ClueFigures>;
  /** Heat of the teams that are there or were sent there, by slot. */
  readonly crowds: ReadonlyMap<number, number>;
  /** The slots of the most popular clues, the hottest first. */
  readonly hottest: readonly number[];
  /** Undefined before the first choice was learnt from. */
  readonly weights: RankWeights | undefined;
  /** By team; only teams that the hunt has a state of. */
  readonly trails: ReadonlyMap<string, Trail>;
}

/** What one chunk changed, as absolute values. */
export interface MemoryChange {
  /** All names, where there are new ones. */
  readonly names: readonly string[] | undefined;
  readonly together: ReadonlyMap<number, CoVisits>;
  readonly figures: ReadonlyMap<number, ClueFigures>;
  readonly crowds: ReadonlyMap<number, number>;
  /** Undefined when it did not move. */
  readonly hottest: readonly number[] | undefined;
  readonly weights: RankWeights | undefined;
  readonly trails: ReadonlyMap<string, Trail>;
  readonly counts: MemoryCounts;
}

/** What is told to the charts and not remembered. */
export interface MemoryCounts {
  /** Suggestions in results, and those of them that explore. */
  readonly served: number;
  readonly explored: number;
  /** Solves of a clue among the team's last suggestions, in time. */
  readonly followed: number;
  /** Milliseconds from being served to being followed, of each that was. */
  readonly followedAfterMs: readonly number[];
  /** How often each clue was served, by its place in the file. */
  readonly covered: ReadonlyMap<number, number>;
  /** Clues of the hunt. */
  readonly clues: number;
}

export const NO_TRAIL: Trail = {
  recent: [],
  lastMs: 0,
  at: undefined,
  placedS: 0,
  skill: UNRATED,
  served: undefined,
};

export const NO_FIGURES: ClueFigures = {
  now: NEVER,
  lasting: NEVER,
  solves: 0,
  difficulty: UNRATED,
};

export function newMemory(): HuntMemory {
  return {
    names: [],
    slots: new Map(),
    together: new Map(),
    figures: new Map(),
    crowds: new Map(),
    hottest: [],
    weights: undefined,
    trails: new Map(),
  };
}

/** The memory after a change. Its maps are written in place: copying them is not free. */
export function applyMemoryChange(base: HuntMemory | undefined, change: MemoryChange): HuntMemory {
  const from = base ?? newMemory();
  const slots = from.slots as Map<string, number>;
  change.names?.forEach((name, slot) => {
    slots.set(name, slot);
  });
  write(from.together, change.together);
  write(from.figures, change.figures);
  write(from.crowds, change.crowds);
  write(from.trails, change.trails);
  const memory = {
    ...from,
    names: change.names ?? from.names,
    hottest: change.hottest ?? from.hottest,
    weights: change.weights ?? from.weights,
  };
  keepTable(memory, takeTable(change));
  return memory;
}

function write<K, V>(into: ReadonlyMap<K, V>, from: ReadonlyMap<K, V>): void {
  const own = into as Map<K, V>;
  for (const [key, value] of from) own.set(key, value);
}
