/** What became of events, and what a team might try next: what doors push and answer. */
import { z } from 'zod';
import type { Immutable } from './immutable.js';
import { Instant, prose } from './prose.js';
import { ResultOffset } from './resultOffset.js';
import { Membership } from './team.js';
import {
  FixFault,
  HuntPhase,
  OperationFault,
  Outcome,
  PhotoFault,
  PhotoJudgement,
  SequenceFault,
  Standing,
  SuggestionReason,
  Suspicion,
  TeamFault,
  TeamStatus,
  Verdict,
} from './vocabulary.js';

export const Broadcast = z
  .object({
    text: z.string(),
    at: Instant.describe("By the hunt's clock; ISO 8601."),
    to: z.string().optional().describe('The one team it is for; absent when it is for all.'),
    position: z.int().describe(prose`
      Place in the partition's log: no two broadcasts of a hunt share one.
    `),
  })
  .describe('What an operator said to the players of a hunt.');
export type Broadcast = Immutable<z.infer<typeof Broadcast>>;

export const ResultExtras = z
  .object({
    reason: z
      .union([
        FixFault,
        SequenceFault,
        OperationFault,
        PhotoFault,
        TeamFault,
        z.enum(['late_without_points', 'team_banned']),
      ])
      .optional()
      .describe(prose`
      Of an \`uncertain\` or suspected position, what was wrong with it; of a \`late\` event, why
      its device's count can't place it; \`late_without_points\` of one that
      happened too long before to score; \`team_banned\` and \`not_in_team\` of one
      that is \`closed\` for that; of a photo or an appeal, why nobody will look at
      it; of what an operator or a player asked for, why it was not done.
    `),
    suspicions: z.array(Suspicion).optional().describe('Of a `suspected` event.'),
    settled: z
      .object({
        position: z.int(),
        as: Standing,
        reason: z.string(),
      })
      .optional()
      .describe(prose`
      What an operator found of an earlier event; its points come with this result.
    `),
    photo: z
      .object({ id: z.string(), as: PhotoJudgement, reason: z.string().optional() })
      .optional()
      .describe("What an operator found of the team's photo of the clue, and why."),
    refunded: z
      .object({ hint: z.string(), reason: z.string() })
      .optional()
      .describe('A hint whose cost an operator gave back; its points come with this result.'),
    adjusted: z
      .object({
        reason: z.string(),
      })
      .optional()
      .describe("Why an operator moved the team's points."),
    teamStatus: z
      .object({
        as: TeamStatus,
        reason: z.string(),
      })
      .optional()
      .describe('An operator has changed how the team takes part.'),
    broadcast: Broadcast.omit({ position: true })
      .optional()
      .describe("An operator's words; players get them as a `broadcast`."),
    board: z
      .enum(['frozen', 'live'])
      .optional()
      .describe('Whether players see the board as it stood at this event.'),
    membership: Membership.optional(),
    phase: HuntPhase.optional().describe("The hunt's new phase."),
    openedForAll: z
      .string()
      .optional()
      .describe('A clue that every team may try since this event.'),
    recomputed: z
      .object({ version: z.int() })
      .optional()
      .describe(prose`
        What was played before was recomputed by this version: everything of a team
        may differ.
      `),
    rung: z
      .enum(['device', 'fingerprint'])
      .optional()
      .describe(prose`
      Of a \`duplicate\` under an id of its own: what told that it repeats another.
    `),
    passed: z
      .literal('id')
      .optional()
      .describe(prose`
      Its id came before with the same content, which its hunt only observes: what
      became of the first one stands, and this one counts as another.
    `),
    unmet: z
      .array(z.string())
      .optional()
      .describe('Expectations of the hunt that the event does not meet, by id.'),
    availableAt: Instant.optional().describe(prose`
      Of \`too_early\` and \`cooling_down\`: when to try again, by the hunt's clock;
      ISO 8601.
    `),
    hint: z
      .object({
        id: z.string(),
        text: z.string(),
      })
      .optional()
      .describe('Of `hinted` and `already_hinted`.'),
    unlocked: z
      .array(z.string())
      .optional()
      .describe(prose`
      Clues that the team may try since this event; at most 50 are named.
    `),
    badges: z.array(z.string()).optional().describe('Badges the team has got, by id.'),
    messages: z.array(z.string()).optional(),
    playtest: z
      .literal(true)
      .optional()
      .describe(prose`
      The team is one of playtesters: it is on no board and takes nobody's place.
    `),
  })
  .describe(prose`
      What a result tells the team beside verdict and points; all of it is absent
      mostly.
    `);
export type ResultExtras = Immutable<z.infer<typeof ResultExtras>>;

export const Suggestion = z
  .object({
    clue: z.string(),
    distanceM: z
      .int()
      .optional()
      .describe(prose`
      Metres as the crow flies from the team's last known position; absent when
      unknown.
    `),
    walkMinutes: z.int().optional().describe('The same in minutes of walking, rounded up.'),
    wentNext: z.int().describe('Teams that solved it next after the clue this team solved last.'),
    popularity: z.number().describe(prose`
      Solves by all teams, each counting half as much after every 30 minutes.
    `),
    reason: SuggestionReason.describe('What speaks for it most.'),
    chance: z
      .number()
      .describe('The chance that the team solves it with its next try, hundredths.'),
    probability: z.number().describe(prose`
      How likely it was to stand in this place; below 1 where servings explore.
    `),
  })
  .describe('A clue a team might try next, and why.');
export type Suggestion = Immutable<z.infer<typeof Suggestion>>;

export const EventResult = ResultExtras.extend({
  id: z.string(),
  hunt: z.string(),
  team: z.string(),
  outcome: Outcome,
  verdict: Verdict.optional(),
  points: z.int().optional().describe('Points this event moved; absent means none.'),
  score: z
    .int()
    .optional()
    .describe("The team's points after this event; present when `points` is."),
  clue: z.string().optional(),
  version: z.int().optional().describe("Version of the hunt's rules that judged it."),
  rules: z.array(z.string()).optional().describe('Rules that fired, by id.'),
  next: z
    .array(Suggestion)
    .optional()
    .describe(prose`
      What the team might try next, the best first; only when the event changed its
      choice.
    `),
  position: z.int().describe("Place in the partition's log."),
  firstPosition: z
    .int()
    .optional()
    .describe(prose`
      Of a \`duplicate\` or \`conflict\`: place of the first event of this id.
    `),
}).describe(prose`
      What became of one event, as pushed in \`results\` and answered over HTTP.
    `);
export type EventResult = Immutable<z.infer<typeof EventResult>>;

export const Recommendations = ResultOffset.extend({
  hunt: z.string(),
  team: z.string(),
  suggestions: z.array(Suggestion).describe(prose`
      The best first, at most 3. Empty when nothing is open, or the hunt is not.
    `),
}).describe('What a team might try next; only clues it may try now.');
export type Recommendations = Immutable<z.infer<typeof Recommendations>>;

export const ResultsPush = ResultOffset.extend({
  results: z.array(EventResult),
});
export type ResultsPush = Immutable<z.infer<typeof ResultsPush>>;
