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
    metrics.count(hunt, 'outcomes', row.outcome);
    if (row.verdict !== undefined) metrics.count(hunt, 'verdicts', row.verdict);
    if (row.outcome === 'duplicate' && row.rung !== undefined) {
      metrics.count(hunt, 'duplicates', row.rung);
    }
    if (row.points !== 0) metrics.points(hunt, row.points);
    const weights = byEntry[row.entry] as Map<string, number>;
    weights.set(hunt, (weights.get(hunt) ?? 0) + 1);
  }
  decision.entries.forEach(({ appendedAtUs }, i) => {
    for (const [hunt, weight] of byEntry[i] as Map<string, number>) {
      metrics.stage(hunt, 'log_decided', { micros: decidedAtUs - appendedAtUs, weight });
      metrics.stage(hunt, 'decided_committed', { micros: committedAtUs - decidedAtUs, weight });
    }
  });
}
