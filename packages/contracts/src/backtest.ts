/**
 * A backtest: a hunt file that is not published, run over events that were recorded. What it is
 * asked, how it stands and what it answers, as stored, shown and printed.
 */
import { z } from 'zod';
import { BACKTEST_LIMITS } from './backtestLimits.js';
import { HuntSlug } from './ids.js';

/** Which recorded events a draft is run over. */
export const BacktestScope = z.strictObject({
  /** Whose events: the draft's own hunt, or another. */
  events: HuntSlug,
  /** The last so many hours; absent: all that is recorded. */
  hours: z.coerce.number().int().min(1).max(BACKTEST_LIMITS.hours).optional(),
  /** What publishing the draft also for what was played would come to: the refused stay so. */
  retroactive: z.boolean().optional(),
});
export type BacktestScope = z.infer<typeof BacktestScope>;

export const BacktestState = z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']);
export type BacktestState = z.infer<typeof BacktestState>;

/** What became of an event in one word: its verdict where it has one, else its outcome. */
const Word = z.string();
const Points = z.int();

/** An event that the draft answers otherwise. */
const ChangedEvent = z.strictObject({
  eventId: z.string(),
  position: z.int(),
  /** When it reached the log, ms. */
  atMs: z.number(),
  team: z.string(),
  /** The clue it is about under the draft, else before. */
  clue: z.string().optional(),
  from: Word,
  to: Word,
  pointsBefore: Points,
  pointsAfter: Points,
});
export type ChangedEvent = z.infer<typeof ChangedEvent>;

const Place = z.strictObject({ rank: z.int(), score: Points });

/** A team on both boards. */
const RankChange = z.strictObject({
  team: z.string(),
  name: z.string().optional(),
  before: Place,
  after: Place,
});
export type RankChange = z.infer<typeof RankChange>;

const ClueChange = z.strictObject({
  clue: z.string(),
  /** Teams that solved it. */
  before: z.int(),
  after: z.int(),
});
export type ClueChange = z.infer<typeof ClueChange>;

const RuleTime = z.strictObject({
  rule: z.string(),
  /** How often its condition was evaluated. */
  asked: z.int(),
  /** Microseconds of one evaluation, the mean of a sample. */
  meanUs: z.number(),
});
export type RuleTime = z.infer<typeof RuleTime>;

export const BacktestResult = z.strictObject({
  /** `recorded`: what was answered then; `live`: the live version, folded over the same events. */
  baseline: z.enum(['recorded', 'live']),
  /** The version whose answers those are; absent where several have answered. */
  version: z.int().optional(),
  /** False when the record lacks events of the hunt, at its beginning or later. */
  isWhole: z.boolean(),
  /** Events of the scope, and of those before it that brought the hunt to its state. */
  events: z.int(),
  eventsBefore: z.int(),
  /** Of these: repeats and such, which no draft judges; and those whose data is lost. */
  passedOver: z.int(),
  lost: z.int(),
  /** When the first and the last event of the scope reached the log, ms. */
  firstMs: z.number().optional(),
  lastMs: z.number().optional(),
  /** Events whose outcome, verdict, clue or points differ; those of them that differ in points. */
  changed: z.int(),
  changedPoints: z.int(),
  /** By what they were and would be, the most frequent first. */
  changes: z.array(z.strictObject({ from: Word, to: Word, count: z.int() })),
  /** The first of the changed events, in log order. */
  changedEvents: z.array(ChangedEvent).max(BACKTEST_LIMITS.changedEvents),
  teams: z.int(),
  teamsMoved: z.int(),
  /** What teams would have more, and less, added up over teams. */
  pointsGained: z.int(),
  pointsLost: z.int(),
  /** Teams that are among the first on either board. */
  ranks: z.array(RankChange).max(2 * BACKTEST_LIMITS.rankedTeams),
  /** Clues that somebody would solve and nobody did, or the other way round. */
  reached: z.array(ClueChange),
  unreached: z.array(ClueChange),
  /** The slowest first. */
  rules: z.array(RuleTime).max(BACKTEST_LIMITS.rules),
  /** Milliseconds that reading and folding took, pauses left out. */
  tookMs: z.number(),
});
export type BacktestResult = z.infer<typeof BacktestResult>;

/** One backtest as the console lists it. */
export interface BacktestRun {
  readonly id: string;
  readonly hunt: string;
  readonly by: string;
  /** Milliseconds, as are the other times. */
  readonly askedAt: number;
  readonly startedAt: number | undefined;
  readonly endedAt: number | undefined;
  readonly scope: BacktestScope;
  /** SHA-256 of the draft's text, hex. */
  readonly draftHash: string;
  readonly state: BacktestState;
  /** Events folded so far, and how many there are; 0 before it is known. */
  readonly done: number;
  readonly total: number;
  /** Why it failed or who cancelled it. */
  readonly says: string | undefined;
  readonly result: BacktestResult | undefined;
}
