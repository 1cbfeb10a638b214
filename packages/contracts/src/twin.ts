/**
 * The batch twin: the same hunts folded again at an interval from what is recorded, beside the live
 * state, and the nightly proof that both agree.
 */
import { z } from 'zod';
import { TWIN_LIMITS } from './twinLimits.js';
import { Outcome } from './vocabulary.js';

/** What an operator sets. */
export const TwinSetting = z.strictObject({
  isOn: z.boolean(),
  /** Seconds between two runs. */
  everyS: z.int().min(TWIN_LIMITS.leastS).max(TWIN_LIMITS.mostS),
});
export type TwinSetting = z.infer<typeof TwinSetting>;

/** One figure that differs between the live state and what was folded. */
export const FigureDifference = z.strictObject({
  of: z.enum(['score', 'solves', 'points', 'outcome']),
  /** The team, the clue or the outcome. */
  name: z.string(),
  live: z.number(),
  folded: z.number(),
});
export type FigureDifference = z.infer<typeof FigureDifference>;

/** The same question asked of the live state and of the archive's files, milliseconds. */
export const TwinQuestion = z.strictObject({
  question: z.enum(['board', 'points', 'outcomes']),
  liveMs: z.number(),
  /** Absent while the archive has no file. */
  batchMs: z.number().optional(),
});
export type TwinQuestion = z.infer<typeof TwinQuestion>;

export const TwinBoard = z.array(
  z.strictObject({ rank: z.int(), team: z.string(), name: z.string().optional(), score: z.int() }),
);

/** Points that moved with each clue, and events by what became of them. */
export const TwinPoints = z.record(z.string(), z.int());
export const TwinOutcomes = z.partialRecord(Outcome, z.int());

export interface TwinRun {
  /** When the live state was looked at, ms; the run has folded up to there. */
  readonly at: number;
  readonly everyS: number;
  readonly tookMs: number;
  /** Processor time of the whole process meanwhile. */
  readonly cpuMs: number;
  readonly events: number;
  readonly hunts: number;
  /** Figures in which twin and live state differ at the same position; 0 is what is promised. */
  readonly divergence: number;
  readonly questions: readonly TwinQuestion[];
  /** Why it failed; undefined when it did not. */
  readonly says: string | undefined;
}

export interface TwinHunt {
  readonly hunt: string;
  readonly partition: number;
  readonly epoch: number;
  /** Of the partition, up to which it is folded. */
  readonly position: number;
  /** Events of the hunt. */
  readonly events: number;
  /** False when the record lacks some of what the live state was made of: nothing to compare. */
  readonly isWhole: boolean;
  readonly board: z.infer<typeof TwinBoard>;
  readonly points: z.infer<typeof TwinPoints>;
  readonly outcomes: z.infer<typeof TwinOutcomes>;
  readonly divergence: number;
  /** The first of them. */
  readonly differences: readonly FigureDifference[];
  /** ms. */
  readonly at: number;
}

export const ReconciledHunt = z.strictObject({
  hunt: z.string(),
  events: z.int(),
  /** False when it can't be proven, because some of the record is lost. */
  isWhole: z.boolean(),
  divergence: z.int(),
  differences: z.array(FigureDifference),
  /** Events that their rules answer otherwise than the record says, and the id of the first. */
  differing: z.int(),
  firstDiffering: z.string().optional(),
});
export type ReconciledHunt = z.infer<typeof ReconciledHunt>;

export interface Reconciliation {
  /** ms. */
  readonly at: number;
  readonly tookMs: number;
  readonly hunts: number;
  readonly events: number;
  readonly divergence: number;
  /** What is wrong, in a sentence; undefined when all agrees. */
  readonly says: string | undefined;
  readonly details: readonly ReconciledHunt[];
}
