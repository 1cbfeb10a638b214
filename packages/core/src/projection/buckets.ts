/**
 * The shape of what the live charts draw: one bucket of time, in all and by hunt. Plain JSON, so
 * that the same object goes over the wire; empty counts are left out.
 */
import type {
  Ack,
  CheckFigure,
  DedupRung,
  FollowSpan,
  HuntTick,
  Outcome,
  RecommendationCount,
  Stage,
  Suspicion,
  TruthPair,
  Verdict,
} from '@trove/contracts';

export type Counts<K extends string = string> = { [P in K]?: number };

/** Sample count, then p50, p95 and p99 in microseconds, from one merged sketch. */
export type StageFigures = readonly [count: number, p50: number, p95: number, p99: number];

export type Covered = NonNullable<HuntTick['covered']>;

/** One hunt's share of a bucket, or the share of all together. */
export interface BucketSlice {
  readonly acks?: Counts<Ack>;
  readonly refusals?: Counts;
  readonly outcomes?: Counts<Outcome>;
  readonly verdicts?: Counts<Verdict>;
  readonly duplicates?: Counts<DedupRung>;
  /** What rungs that only observe would have called duplicates. */
  readonly observed?: Counts<DedupRung>;
  /** Events that did not meet an expectation, by its id. */
  readonly unmet?: Counts;
  readonly suspicions?: Counts<Suspicion>;
  readonly recommendations?: Counts<RecommendationCount>;
  /** Suggestions followed, by how many minutes after at most. */
  readonly followedAfter?: Counts<FollowSpan>;
  readonly truth?: Counts<TruthPair>;
  readonly checks?: Counts<CheckFigure>;
  /** Of one hunt only: which of its clues were suggested, and how often each. */
  readonly covered?: Covered;
  readonly points?: number;
  readonly stages?: { readonly [S in Stage]?: StageFigures };
}

/** How far behind the partitions were at the worst moment of a bucket. */
export interface BucketLag {
  /** Undecided events by partition, as its index in the list. */
  readonly lag: readonly number[];
  /** Age of the oldest undecided event of all partitions. */
  readonly oldestMs: number;
}

export interface Bucket {
  /** First millisecond of the bucket on Redis's clock. */
  readonly at: number;
  /** How much of the bucket its counts are of, while it is not over; absent: all of it. */
  readonly spanMs?: number;
  /** False when no worker told of this time: its outcomes are unknown, not zero. */
  readonly hasWorker: boolean;
  /** False when no ingest told of this time: its acks are unknown, not zero. */
  readonly hasIngest: boolean;
  readonly all: BucketSlice;
  readonly hunts: Readonly<Record<string, BucketSlice>>;
  readonly lag?: BucketLag;
}
