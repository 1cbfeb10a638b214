/**
 * A hunt folded again by the versions that judged it, with its points by clue and its events by
 * outcome: what the batch twin tells, and what is held against the live state.
 */
import type { Outcome, RecordedEvent } from '@trove/contracts';
import { isSameAnswer } from './answer.js';
import { RecordFold, type RulesOf } from './recordFold.js';
import { boardOf, movesBetween, type Scores, scoresOf } from './standings.js';

/** Points that moved with a clue, by its id; what belongs to none stands under the empty text. */
export type PointsByClue = ReadonlyMap<string, number>;

export interface HuntCounts {
  /** Of the teams on the board. */
  readonly scores: Scores;
  readonly solves: ReadonlyMap<string, number>;
  readonly points: PointsByClue;
  readonly outcomes: ReadonlyMap<Outcome, number>;
}

export class RecordTally {
  private fold: RecordFold;
  private readonly points = new Map<string, number>();
  private readonly outcomes = new Map<Outcome, number>();
  events = 0;
  /** Events that were answered otherwise when folded again; 0 unless something is wrong. */
  differing = 0;
  /** The first of them. */
  firstDiffering: RecordedEvent | undefined;

  constructor(
    slug: string,
    private readonly rules: RulesOf,
  ) {
    this.fold = new RecordFold(slug, rules);
  }

  /** True when nothing is missing of what the hunt's state was made of. */
  get isWhole(): boolean {
    return this.fold.isWhole && this.fold.lost === 0;
  }

  /** Told where the record lacks events that may be the hunt's. */
  lack(): void {
    this.fold.lack();
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

  /**
   * What was played before counts by another version from here on. Answers stay what they were;
   * what that moves belongs to no clue.
   * @param fold the same events by that version
   */
  republish(fold: RecordFold): void {
    const moves = movesBetween(scoresOf(this.fold.teams), scoresOf(fold.teams));
    for (const points of moves.values()) count(this.points, '', points);
    this.fold = fold.branch(this.rules, {});
  }

  counts(): HuntCounts {
    const { fold, points, outcomes } = this;
    return { scores: boardOf(fold.teams), solves: fold.hunt.solves, points, outcomes };
  }

  nameOf(team: string): string | undefined {
    return this.fold.teams.get(team)?.name;
  }
}

function count<K>(counts: Map<K, number>, key: K, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
