/** The card that tells what happened to one event, and why: for operators and players alike. */
import { z } from 'zod';
import type { Immutable } from './immutable.js';
import { Instant, prose } from './prose.js';
import { ResultExtras } from './results.js';
import { Outcome, Verdict } from './vocabulary.js';

/** What a rule of the event's type answered when it was asked. */
export const RuleReply = z.enum([
  'fired',
  /** Its condition was false. */
  'false',
  /** Its condition gave no value: a division by zero, or a field that was not there. */
  'fault',
  /** It had fired for the team as often as it may. */
  'team_limit',
  /** It is for the first N teams, and they were found. */
  'first_taken',
  'cool_down',
]);
export type RuleReply = z.infer<typeof RuleReply>;

export const ReceiptRule = z.object({
  rule: z.string(),
  reply: RuleReply,
  why: z.string().describe("In one sentence, without the condition's text."),
  clause: z
    .int()
    .optional()
    .describe(prose`
      Of \`false\`: the first clause that was, counted from 1. Never told to
      players.
    `),
  text: z
    .string()
    .optional()
    .describe(prose`
      Its text, while the version of the hunt is at hand. Never told to players.
    `),
});
export type ReceiptRule = Immutable<z.infer<typeof ReceiptRule>>;

export const ReceiptStages = z
  .object({
    createdAt: z.number().describe("When it happened, by the sender's clock."),
    sentAt: z
      .number()
      .optional()
      .describe(prose`
      When its packet left, by the sender's clock; absent when the log no longer
      holds it.
    `),
    effectiveAt: z
      .number()
      .optional()
      .describe(prose`
      When it happened by the server's clock: what the sender's skew leaves of it.
    `),
    receivedAt: z.number().optional(),
    appendedAt: z.number().optional(),
    decidedAt: z.number().optional(),
    committedAt: z.number(),
    pushedAt: z
      .number()
      .optional()
      .describe(prose`
      First push of its result to a socket of its team or of its source; absent
      without one.
    `),
    acknowledgedAt: z
      .number()
      .optional()
      .describe(prose`
      When its player's device said it had the result; absent when it has not said
      so, or nobody knows.
    `),
  })
  .describe(prose`
      All in milliseconds since 1970, with fractions; Redis's clock where nothing
      else is said.
    `);
export type ReceiptStages = Immutable<z.infer<typeof ReceiptStages>>;

export const ReceiptProvenance = z
  .object({
    readFrom: z.enum(['redis', 'archive', 'ledger']).describe(prose`
      \`ledger\`: only what scored is known, the event itself is kept nowhere any
      more.
    `),
    partition: z.int(),
    epoch: z.int(),
    position: z.int(),
    logId: z.string().optional().describe('Id of the log entry it came in.'),
    door: z.string().optional().describe('The door that took it in.'),
    source: z
      .string()
      .optional()
      .describe("Who made the id. Of a team-mate's event a player is not told."),
  })
  .describe('Where its facts came from, and where the event stands.');
export type ReceiptProvenance = Immutable<z.infer<typeof ReceiptProvenance>>;

export const BoardEffect = z
  .object({
    readAt: z.number().describe("When the board was looked at, ms on Redis's clock."),
    rankOfBefore: z.int(),
    rankOfAfter: z.int(),
    isFrozen: z
      .literal(true)
      .optional()
      .describe(prose`
      Players do not see the board move now: they are not told these ranks either.
    `),
  })
  .describe(prose`
      What a score was, and which rank it has among the scores of the board as it
      stands now.
    `);
export type BoardEffect = Immutable<z.infer<typeof BoardEffect>>;

export const Receipt = z.object({
  id: z.string(),
  hunt: z.string(),
  team: z.string(),
  player: z.string().optional().describe("Of a team-mate's event a player is not told."),
  type: z.string(),
  data: z
    .unknown()
    .optional()
    .describe(prose`
      What the event says; absent when nothing holds it any more, and as \`player\`
      is.
    `),
  outcome: Outcome,
  verdict: Verdict.optional(),
  why: z.string().describe('Outcome and verdict in one sentence.'),
  clue: z.string().optional(),
  version: z
    .int()
    .optional()
    .describe("Version of the hunt's rules that judged it; absent when none did."),
  rules: z.array(ReceiptRule).describe('In the order of the file.'),
  areRulesWhole: z.boolean().describe('False when only those that fired are known.'),
  points: z.int().describe('Points it moved.'),
  scoreBefore: z
    .int()
    .optional()
    .describe(prose`
      The team's points before and after it; absent when it was not judged.
    `),
  scoreAfter: z.int().optional(),
  board: BoardEffect.optional().describe('Absent when it moved nothing, or the board is gone.'),
  effects: ResultExtras,
  first: z
    .object({
      position: z.int(),
      href: z.string(),
    })
    .optional()
    .describe(prose`
      Of a repeat: the first event of its id, and the path of that one's receipt.
    `),
  stages: ReceiptStages,
  isDeliveryKnown: z.boolean().describe(prose`
      False when an absent push or acknowledgement may have happened all the same:
      notes of its time are no longer kept, or came after its file of the archive.
    `),
  provenance: ReceiptProvenance,
});
export type Receipt = Immutable<z.infer<typeof Receipt>>;

export const ReceiptReply = z
  .object({
    receipt: Receipt,
    serverTime: Instant,
  })
  .describe('GET /v1/events/{id}/receipt');
export type ReceiptReply = Immutable<z.infer<typeof ReceiptReply>>;
