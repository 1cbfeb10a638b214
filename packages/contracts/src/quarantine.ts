/** Where refused events rest, with enough of the original to see why and to mend them. */
import { z } from 'zod';
import type { ProblemCode } from './problems.js';
import type { Outcome } from './vocabulary.js';

export const QuarantineRecord = z.object({
  /** Millisecond of refusal on the server's clock. */
  refusedAt: z.number(),
  stage: z.enum(['door', 'decide']),
  ack: z.enum(['invalid', 'late', 'quarantined', 'conflict']),
  code: z.string() as unknown as z.ZodType<
    ProblemCode | 'decide_failed' | 'id_conflict' | 'expectation_unmet'
  >,
  path: z.string(),
  detail: z.string(),
  /** What could be read of the envelope; empty where it could not. */
  eventId: z.string(),
  hunt: z.string(),
  type: z.string(),
  source: z.string(),
  player: z.string(),
  team: z.string(),
  transport: z.enum(['socket', 'http', 'log']),
  /** True where `original` is the parsed value written out again, not the sender's own bytes. */
  reserialised: z.boolean(),
  /** At most 8 KB of it. */
  original: z.string(),
  originalBytes: z.int(),
  /** SHA-256 of the whole original, hex. */
  originalSha256: z.string(),
  /** Version of the hunt's rules when it was refused; 0 where none was known. */
  huntVersion: z.int().min(0).default(0),
});
export type QuarantineRecord = z.infer<typeof QuarantineRecord>;

/** A record with its place in the quarantine stream. */
export interface QuarantineEntry extends QuarantineRecord {
  /** `door`, or `p0`, `p1` … for what a partition's log refused. */
  readonly stream: string;
  readonly streamId: string;
  /** The last time somebody sent it again. */
  readonly replay?: QuarantineReplay;
  readonly care?: QuarantineCare;
}

export interface QuarantineReplay {
  /** Millisecond. */
  readonly at: number;
  readonly by: string;
  /** Of the event's id after it, or why nothing is known yet. */
  readonly outcome: Outcome | 'pending';
}

/**
 * `open`: somebody has to look at it. `replayed`: sent again and decided; what it became is told
 * there. `discarded`: left for good, with a reason.
 */
export const QuarantineState = z.enum(['open', 'replayed', 'discarded']);
export type QuarantineState = z.infer<typeof QuarantineState>;

/** What operators have done about an entry; not told while PostgreSQL is away. */
export interface QuarantineCare {
  readonly state: QuarantineState;
  /** The repair run it is or was last part of. */
  readonly run?: string;
  /** Whether that run holds it: nobody else replays or discards it meanwhile. */
  readonly isClaimed: boolean;
  /** Why the last repair left it here. */
  readonly stays?: string;
  /** The event as it was replayed, where a repair has changed it. */
  readonly repaired?: string;
  readonly discarded?: QuarantineDiscard;
}

export interface QuarantineDiscard {
  /** Millisecond. */
  readonly at: number;
  readonly by: string;
  readonly reason: string;
}

/**
 * A list of entries as it stood at a moment: the id of the last entry of each stream that was in
 * PostgreSQL then. What comes later is no part of it, however long ago it was refused.
 */
export const QuarantineExtent = z.record(
  z.string().regex(/^[a-z0-9]{1,16}$/),
  z.string().regex(/^\d{1,16}-\d{1,10}$/),
);
export type QuarantineExtent = z.infer<typeof QuarantineExtent>;

/** What refusals have in common when one repair mends them all. */
export type QuarantineCause = Pick<QuarantineRecord, 'code' | 'stage' | 'type' | 'path'>;
