/** Counts the events that a draft answers otherwise, and keeps the first of them. */

import type { RecordedEvent } from '@trove/contracts';
import { BACKTEST_LIMITS, type BacktestResult, type ChangedEvent } from '@trove/contracts';
import { type Answer, isSameAnswer, wordOf } from './answer.js';

type Changes = Pick<BacktestResult, 'changed' | 'changedPoints' | 'changes' | 'changedEvents'>;

export class ChangeTally {
  private changed = 0;
  private changedPoints = 0;
  private readonly counts = new Map<string, { from: string; to: string; count: number }>();
  private readonly kept: ChangedEvent[] = [];

  add(event: RecordedEvent, before: Answer, after: Answer): void {
    if (isSameAnswer(before, after)) return;
    this.changed += 1;
    if (before.points !== after.points) this.changedPoints += 1;
    const [from, to] = [wordOf(before), wordOf(after)];
    const key = `${from}\n${to}`;
    const counted = this.counts.get(key) ?? { from, to, count: 0 };
    counted.count += 1;
    this.counts.set(key, counted);
    if (this.kept.length >= BACKTEST_LIMITS.changedEvents) return;
    const { eventId, position, appliedAtUs, team } = event;
    this.kept.push({
      ...{ eventId, position, team, from, to },
      atMs: appliedAtUs / 1_000,
      clue: after.clue ?? before.clue,
      pointsBefore: before.points,
      pointsAfter: after.points,
    });
  }

  result(): Changes {
    const changes = [...this.counts.values()].sort((a, b) => b.count - a.count);
    const { changed, changedPoints, kept: changedEvents } = this;
    return { changed, changedPoints, changes, changedEvents };
  }
}
