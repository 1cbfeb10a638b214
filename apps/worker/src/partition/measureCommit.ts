/** What one commit tells the charts. */
import type { Decision } from '@trove/core';
import type { MetricsCollector } from '@trove/streams';

export interface MeasuredCommit {
  readonly decision: Decision;
  readonly decidedAtUs: number;
  readonly committedAtUs: number;
}

export function measureCommit(metrics: MetricsCollector, commit: MeasuredCommit): void {
  const { decision, decidedAtUs, committedAtUs } = commit;
  const byEntry = decision.entries.map(() => new Map<string, number>());
  for (const row of decision.results) {
    const { hunt } = row.event;
    const tally = metrics.of(hunt);
    tally.count('outcomes', row.outcome);
    if (row.verdict !== undefined) tally.count('verdicts', row.verdict);
    if (row.outcome === 'duplicate' && row.rung !== undefined) tally.count('duplicates', row.rung);
    tally.points += row.points;
    const weights = byEntry[row.entry] as Map<string, number>;
    weights.set(hunt, (weights.get(hunt) ?? 0) + 1);
  }
  decision.entries.forEach(({ appendedAtUs }, i) => {
    for (const [hunt, weight] of byEntry[i] as Map<string, number>) {
      metrics.of(hunt).stage('log_decided', decidedAtUs - appendedAtUs, weight);
      metrics.of(hunt).stage('decided_committed', committedAtUs - decidedAtUs, weight);
    }
  });
}
