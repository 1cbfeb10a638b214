/** The socket API of `/play`: what is asked, answered and pushed. `playMessages` names each. */
import { z } from 'zod';
import { HuntSlug, LocalId, Name } from './ids.js';
import type { Immutable } from './immutable.js';
import { TEAM_LIMITS, WIRE_LIMITS } from './limits.js';
import { Problem, ProblemCode } from './problems.js';
import { Instant, prose } from './prose.js';
import { ResultOffset } from './resultOffset.js';
import { Broadcast } from './results.js';
import { Ack, DurabilityTier, HuntPhase } from './vocabulary.js';

export const EventRefusal = z
  .object({
    code: ProblemCode,
    detail: z.string(),
    path: z.string().optional().describe('Where in the event, as `data.lat`.'),
    retryAfterMs: z.int().optional(),
  })
  .describe('Why one event of a packet was not appended.');
export type EventRefusal = Immutable<z.infer<typeof EventRefusal>>;

export const BoardRow = z.object({
  rank: z.int(),
  team: z.string(),
  name: z.string().optional(),
  score: z.int(),
  division: z.string().optional().describe('Of a team that is in one.'),
  isHidden: z.literal(true).optional().describe('Operators see teams here that players do not.'),
});
export type BoardRow = Immutable<z.infer<typeof BoardRow>>;

export const BoardPush = ResultOffset.extend({
  hunt: z.string(),
  rows: z.array(BoardRow),
  division: z.string().optional().describe('Whose teams alone these are; absent: all.'),
  frozenAt: Instant.optional().describe(prose`
      Since when players see the board as it stood; ISO 8601. Absent while it moves.
    `),
});
export type BoardPush = Immutable<z.infer<typeof BoardPush>>;

export const BoardAround = z
  .object({
    team: z.string(),
    rank: z.int(),
    rows: z
      .array(BoardRow)
      .describe("The team's own row between those above and below it, the best first."),
  })
  .describe('Where a team stands among its neighbours on the board.');
export type BoardAround = Immutable<z.infer<typeof BoardAround>>;

export const BroadcastPush = ResultOffset.extend({
  ...Broadcast.shape,
  hunt: z.string(),
});
export type BroadcastPush = Immutable<z.infer<typeof BroadcastPush>>;

export const PhasePush = ResultOffset.extend({
  hunt: z.string(),
  phase: HuntPhase,
  position: z.int().describe("Place in the partition's log."),
  bySchedule: z
    .literal(true)
    .optional()
    .describe(prose`
      No event says so: its time has come, and \`position\` is where the log stood.
    `),
}).describe('An operator has given the hunt another phase, or its time has come.');
export type PhasePush = Immutable<z.infer<typeof PhasePush>>;

export const OpenedPush = ResultOffset.extend({
  hunt: z.string(),
  clue: z.string(),
  position: z.int().describe("Place in the partition's log."),
}).describe('Every team may try a clue since now, whatever it requires.');
export type OpenedPush = Immutable<z.infer<typeof OpenedPush>>;

export const RecomputedPush = ResultOffset.extend({
  hunt: z.string(),
  version: z.int().describe('The version by which it was recomputed.'),
  position: z.int().describe("Place in the partition's log."),
}).describe('What was played of a hunt counts by other rules now: take a snapshot.');
export type RecomputedPush = Immutable<z.infer<typeof RecomputedPush>>;

export const Welcome = z.object({
  serverTime: Instant,
  offsets: z.array(ResultOffset).describe(prose`
      Where results stand now: the hunt's partition for a player, all for a source.
    `),
  tier: DurabilityTier,
  recovered: z.boolean().describe("False when what was missed can't be sent: take a snapshot."),
});
export type Welcome = Immutable<z.infer<typeof Welcome>>;

export const PlayAuth = z
  .object({
    token: z.string().min(1).max(4096),
    last: z
      .array(ResultOffset)
      .max(1024)
      .optional()
      .describe(prose`
      The last place the client has seen in each partition, to get what it missed.
    `),
  })
  .describe('Handshake `auth` of `/play`.');
export type PlayAuth = Immutable<z.infer<typeof PlayAuth>>;

const Granted = z.object({ ok: z.literal(true), serverTime: Instant });
const Refused = z.object({ ok: z.literal(false), serverTime: Instant, error: Problem });

/** What a message is answered with: what was asked for, or the problem with it. */
export type Answer<T> =
  | (Immutable<z.infer<typeof Granted>> & T)
  | Immutable<z.infer<typeof Refused>>;

/** The schema of an answer that carries these fields. */
export function answerOf<S extends z.ZodRawShape>(shape: S) {
  return z.union([Granted.extend(shape), Refused]);
}

export const SendReply = answerOf({
  acks: z.array(Ack).describe('`acks[i]` speaks of `events[i]`.'),
  errors: z.record(z.string(), EventRefusal).optional().describe('By the index of the event.'),
  retryAfterMs: z
    .int()
    .optional()
    .describe(prose`
      Present when any ack is \`busy\` or \`rate_limited\`: send the same batch again
      after so long.
    `),
});
export type SendReply = Immutable<z.infer<typeof SendReply>>;

export const TeamQuery = z.strictObject({ hunt: HuntSlug, team: Name });

export const BoardQuery = z.strictObject({
  hunt: HuntSlug,
  limit: z.int().min(1).max(WIRE_LIMITS.boardRows).optional(),
  division: LocalId.optional().describe('Only teams of this division.'),
  around: Name.optional().describe('A team whose surroundings are wanted.'),
  rows: z
    .int()
    .min(0)
    .max(TEAM_LIMITS.mostRowsAround)
    .default(TEAM_LIMITS.rowsAround)
    .describe('How many rows above and below it.'),
});

export const TokenInput = z.strictObject({ token: z.string().min(1).max(4096) });
