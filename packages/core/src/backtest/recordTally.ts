/**
 * A hunt folded again by the versions that judged it, with its points by clue and its events by
 * outcome: what the batch twin tells, and what is held against the live state.
 */
import type { Outcome, RecordedEvent } from '@trove/contracts';
import { isSameAnswer } from './answer.js';
import { RecordFold, type RulesOf } from './recordFold.js';
import { type Scores, scoresOf } from './standings.js';

/** Points that moved with a clue, by its id; what belongs to none stands under the empty text. */
export type PointsByClue = ReadonlyMap<string, number>;

export interface HuntCounts {
  readonly scores: Scores;
  readonly solves: ReadonlyMap<string, number>;
  readonly points: PointsByClue;
  readonly outcomes: ReadonlyMap<Outcome, number>;
}

export class RecordTally {
  private readonly fold: RecordFold;
  private readonly points = new Map<string, number>();
  private readonly outcomes = new Map<Outcome, number>();
  events = 0;
  /** Events that were answered otherwise when folded again; 0 unless something is wrong. */
  differing = 0;
  /** The first of them. */
  firstDiffering: RecordedEvent | undefined;

  constructor(slug: string, rules: RulesOf) {
    this.fold = new RecordFold(slug, rules);
  }

  /** True when nothing is missing of what the hunt's state was made of. */
  get isWhole(): boolean {
    return this.fold.isWhole && this.fold.lost === 0;
  }

  add(events: readonly RecordedEvent[]): void {
    const rows = this.fold.add(events);
    events.forEach((event, i) => {
      const row = rows[i] ?? event;
      count(this.outcomes, row.outcome, 1);
      if (row.points !== 0) count(this.points, row.clue ?? '', row.points);
      if (isSameAnswer(row, event)) return;
      this.differing += 1;
      this.firstDiffering ??= event;
    });
    this.events += events.length;
  }

  counts(): HuntCounts {
    const { fold, points, outcomes } = this;
    return { scores: scoresOf(fold.teams), solves: fold.hunt.solves, points, outcomes };
  }

  nameOf(team: string): string | undefined {
    return this.fold.teams.get(team)?.name;
  }
}

function count<K>(counts: Map<K, number>, key: K, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
