/**
 * What each process tells of itself once a tick, on its own stream. Counts are of the tick, not
 * running totals; durations are sketches that merge, so that no quantile is ever averaged.
 */
import { z } from 'zod';
import { HUNT_LIMITS } from './huntLimits.js';
import { countsOf } from './metricCounts.js';
import { TruthPair } from './truth.js';
import {
  Ack,
  CheckFigure,
  DedupRung,
  FollowSpan,
  Outcome,
  RecommendationCount,
  Stage,
  Suspicion,
  Verdict,
} from './vocabulary.js';

const counts = z.record(z.string(), z.int().min(0));

/** One hunt's share of a tick. `*` collects hunts beyond the bound of named ones. */
export const HuntTick = z.object({
  acks: countsOf(Ack).optional(),
  /** Refusals at the door by problem code. */
  refusals: counts.optional(),
  outcomes: countsOf(Outcome).optional(),
  verdicts: countsOf(Verdict).optional(),
  duplicates: countsOf(DedupRung).optional(),
  /** What rungs that only observe would have called duplicates. */
  observed: countsOf(DedupRung).optional(),
  /** Events that did not meet an expectation of the hunt, by its id. */
  unmet: counts.optional(),
  /** Suspected events by what was suspected. */
  suspicions: countsOf(Suspicion).optional(),
  recommendations: countsOf(RecommendationCount).optional(),
  /** Suggestions followed, by how long after. */
  followedAfter: countsOf(FollowSpan).optional(),
  /** Injected traffic by what it was and what it was called, as labelled senders report it. */
  truth: countsOf(TruthPair).optional(),
  /** Events that each check looked at and the nanoseconds it took, measured a batch at a time. */
  checks: countsOf(CheckFigure).optional(),
  /** Which of the hunt's clues were suggested, by their place in the file, and how often each. */
  covered: z
    .object({
      of: z.int().min(1),
      clues: z.array(z.int().min(0)).max(HUNT_LIMITS.clues),
      times: z.array(z.int().min(1)).max(HUNT_LIMITS.clues).optional(),
    })
    .optional(),
  points: z.int().optional(),
  /** DDSketch of microseconds, relative accuracy 1 %, varints in base64, by stage. */
  stages: z.partialRecord(Stage, z.string()).optional(),
});
export type HuntTick = z.infer<typeof HuntTick>;

export const MetricsFrame = z.object({
  process: z.string(),
  app: z.enum(['ingest', 'worker']),
  /** End of the tick, milliseconds on Redis's clock. */
  atMs: z.number(),
  /** When this process sent its first frame, on the same clock: the same in all its frames. */
  startedAtMs: z.number().optional(),
  hunts: z.record(z.string(), HuntTick),
  /** Sockets connected (ingest) or partitions held (worker). */
  holds: z.int().min(0),
  /** Refusals no hunt can be named for: unparsed frames, unauthenticated input. */
  unattributed: counts,
});
export type MetricsFrame = z.infer<typeof MetricsFrame>;

/** Most hunts named in one frame; the busiest are named. */
export const METRICS_HUNTS = 50;

/** Where one partition stands; read from Redis, so that it is true with every worker dead. */
export interface PartitionStatus {
  readonly partition: number;
  readonly appended: number;
  readonly decided: number;
  readonly lag: number;
  /** Age of the oldest undecided event; 0 when there is none. */
  readonly oldestUndecidedMs: number;
  /** The worker that holds the lease, if any. */
  readonly owner: string | undefined;
  readonly epoch: number;
}
