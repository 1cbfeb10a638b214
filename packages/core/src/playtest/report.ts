/** What a playtest has found, as plain values: for tables, charts and scripts alike. */
import type { ClueKind, Outcome, Verdict } from '@trove/contracts';

export interface PlaytestReport {
  readonly seed: number;
  readonly teams: number;
  /** Log events that were decided. */
  readonly events: number;
  /** When the hunt began and how long it was played at most, ms on its clock. */
  readonly startMs: number;
  readonly horizonMs: number;
  /** How the teams ended. */
  readonly ends: Readonly<Record<TeamEnd, number>>;
  /** Minutes from a team's start to its last clue, of those that solved all. */
  readonly minutes: Distribution | undefined;
  readonly points: Distribution;
  /** Clues solved by a team. */
  readonly solved: Distribution;
  /** In the order of the file. */
  readonly clues: readonly CluePlay[];
  /** Width of one stretch of the clues' arrivals and crowds, ms. */
  readonly stretchMs: number;
  readonly verdicts: Readonly<Partial<Record<Verdict, number>>>;
  /** Other than accepted: what honest teams would have to put up with. */
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  /** The same in a few sentences. */
  readonly says: readonly string[];
}

/** `finished`: all clues solved. `stuck`: nothing was left to try. `late`: the time was over. */
export type TeamEnd = 'finished' | 'stuck' | 'late';

export interface Distribution {
  readonly count: number;
  readonly least: number;
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
  readonly most: number;
  /** Columns of one width from `least` to `most`. */
  readonly columns: readonly number[];
}

export interface CluePlay {
  readonly id: string;
  readonly title: string;
  readonly kind: ClueKind;
  /** 0 to 1, as it was reckoned with. */
  readonly difficulty: number;
  /** Teams that came to it and solved it, and how often one went on without. */
  readonly reached: number;
  readonly solved: number;
  readonly left: number;
  readonly wrong: number;
  readonly uncertain: number;
  readonly hints: number;
  /** Median minutes that a team was at it; undefined when none was. */
  readonly minutes: number | undefined;
  /** Teams that came in each stretch of time. */
  readonly arrivals: readonly number[];
  /** Most teams that were there at once in each stretch. */
  readonly crowd: readonly number[];
  readonly mostAtOnce: number;
  /** When that was, ms from the start. */
  readonly mostAtMs: number;
}
