/** The worst that was seen of the partitions' backlog; told twice, it stays the same. */
import type { PartitionStatus } from '@trove/contracts';

export interface WorstLag {
  /** Most undecided events, by partition. */
  lag: number[];
  /** Longest wait of an undecided event, ms. */
  oldestMs: number;
}

export function raiseLag(
  worst: WorstLag,
  { lag, oldestMs }: { readonly lag: readonly number[]; readonly oldestMs: number },
): void {
  const partitions = Math.max(worst.lag.length, lag.length);
  worst.lag = Array.from({ length: partitions }, (_, partition) =>
    Math.max(worst.lag[partition] ?? 0, lag[partition] ?? 0),
  );
  worst.oldestMs = Math.max(worst.oldestMs, oldestMs);
}

/** What one look at the partitions tells, in whole milliseconds. */
export function lagOf(statuses: readonly PartitionStatus[]): WorstLag {
  const lag: number[] = [];
  for (const { partition, lag: events } of statuses) lag[partition] = events;
  const waits = statuses.map(({ oldestUndecidedMs }) => Math.round(oldestUndecidedMs));
  return { lag, oldestMs: Math.max(0, ...waits) };
}
