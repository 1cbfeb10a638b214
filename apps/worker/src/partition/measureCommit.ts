/** What one commit tells the charts. */
import type { DedupRung, Outcome, Verdict } from '@trove/contracts';
import type { Decision } from '@trove/core';
import type { MetricsCollector } from '@trove/streams';

export interface MeasuredCommit {
  readonly decision: Decision;
  readonly decidedAtUs: number;
  readonly committedAtUs: number;
}

/** What a commit did to one hunt. */
interface HuntCounts {
  readonly outcomes: Map<Outcome, number>;
  readonly verdicts: Map<Verdict, number>;
  readonly rungs: Map<DedupRung, number>;
  /** Events by log entry. */
  readonly byEntry: Uint32Array;
  points: number;
}

export function measureCommit(metrics: MetricsCollector, commit: MeasuredCommit): void {
  const { decision, decidedAtUs, committedAtUs } = commit;
  for (const [hunt, counts] of countsOf(decision)) {
    const tally = metrics.of(hunt);
    tally.points += counts.points;
    for (const [outcome, count] of counts.outcomes) tally.count('outcomes', outcome, count);
    for (const [verdict, count] of counts.verdicts) tally.count('verdicts', verdict, count);
    for (const [rung, count] of counts.rungs) tally.count('duplicates', rung, count);
    decision.entries.forEach(({ appendedAtUs }, entry) => {
      const weight = counts.byEntry[entry] as number;
      if (weight === 0) return;
      tally.stage('log_decided', decidedAtUs - appendedAtUs, weight);
      tally.stage('decided_committed', committedAtUs - decidedAtUs, weight);
    });
  }
}

function countsOf({ entries, results }: Decision): Map<string, HuntCounts> {
  const byHunt = new Map<string, HuntCounts>();
  for (const { event, entry, outcome, verdict, points, rung } of results) {
    let counts = byHunt.get(event.hunt);
    if (counts === undefined) {
      counts = newCounts(entries.length);
      byHunt.set(event.hunt, counts);
    }
    addOne(counts.outcomes, outcome);
    if (verdict !== undefined) addOne(counts.verdicts, verdict);
    if (rung !== undefined && outcome === 'duplicate') addOne(counts.rungs, rung);
    counts.byEntry[entry] = (counts.byEntry[entry] as number) + 1;
    counts.points += points;
  }
  return byHunt;
}

function newCounts(entries: number): HuntCounts {
  const byEntry = new Uint32Array(entries);
  return { outcomes: new Map(), verdicts: new Map(), rungs: new Map(), byEntry, points: 0 };
}

function addOne<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
