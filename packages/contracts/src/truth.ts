/**
 * The ground-truth meter's words: what a labelled sender injects, what the system answered to it,
 * and the report in which such a sender tells the door how the two compare.
 */
import { z } from 'zod';
import { HuntSlug } from './ids.js';
import type { Immutable } from './immutable.js';
import { countsOf } from './metricCounts.js';

/** What a sending is, known to its sender alone. docs/quality.md says how each is made. */
export const Injected = z.enum([
  /** Nothing is wrong with it, and the sender did nothing odd just before. */
  'clean',
  /** Nothing is wrong with it, but it follows an injected oddity of the same player. */
  'aftermath',
  /** Nothing is wrong with it, but its team did the very same not long ago. */
  'lookalike',
  /** Made while its device had no signal, and sent with others at once. */
  'offlineBurst',
  'retry',
  'alteredPayload',
  'idCollision',
  'malformed',
  'late',
  'doubleTap',
  'twoDevices',
  'skewedClock',
  'teleport',
]);
export type Injected = z.infer<typeof Injected>;

/** What the system called a sending, whether the door or the worker said so. */
export const TruthAnswer = z.enum([
  /** Accepted, and not marked. */
  'clean',
  /** Of an id that came before. */
  'duplicate',
  /** `duplicate` under an id of its own: a rung above the id has told. */
  'alike',
  'conflict',
  /** Refused at the door as `invalid`. */
  'contract',
  'late',
  /** `suspected` of impossible travel, whatever else of. */
  'travel',
  /** `suspected` of anything else. */
  'suspected',
  /** `rate_limited` or `quarantined`: nothing that a label could ask for. */
  'other',
  /** Nothing was heard of it. */
  'unanswered',
]);
export type TruthAnswer = z.infer<typeof TruthAnswer>;

/** One cell of the confusion matrix: what was injected, `>`, and what it was called. */
export type TruthPair = `${Injected}>${TruthAnswer}`;
export const TruthPair = z.enum(
  Injected.options.flatMap((injected) => {
    return TruthAnswer.options.map((answer) => `${injected}>${answer}` as const);
  }) as [TruthPair, ...TruthPair[]],
);

/** Bounds of reports. */
export const QUALITY_LIMITS = {
  /** Of one cell in one report: far more than a sender can send between two of them. */
  countMost: 10_000_000,
  /** Shortest time between two reports of a well-behaved sender. */
  everyMs: 1_000,
  /** Bytes of one report: all cells there are, with room. */
  bodyBytes: 8 * 1024,
} as const;

/** POST /v1/quality: what was compared since the run's report before. Source tokens only. */
export const QualityReport = z.strictObject({
  hunt: HuntSlug,
  /** Made by the sender, once a run. */
  run: z.uuid(),
  /** 1, 2, 3 … within the run. One that came before is not counted again. */
  number: z.int().min(1),
  truth: countsOf(TruthPair, QUALITY_LIMITS.countMost),
});
export type QualityReport = z.infer<typeof QualityReport>;

export const QualityReply = z.object({
  counted: z.boolean().describe('False for a report that had been counted before.'),
});
export type QualityReply = Immutable<z.infer<typeof QualityReply>>;
