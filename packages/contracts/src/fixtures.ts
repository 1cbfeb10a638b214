/**
 * Fixtures: cases that stand in a hunt file beside its clues and say what shall come of a few
 * events. They are run by `trove hunt test` and are no part of the hunt that is played.
 */
import { z } from 'zod';
import { CONTROL_DATA } from './control.js';
import { EVENT_DATA, EventTime, PlayTypeName } from './events.js';
import { LocalId, Name } from './ids.js';
import { CounterName } from './rule.js';
import { HuntPhase, Outcome, PhotoJudgement, Verdict } from './vocabulary.js';

export const FIXTURE_LIMITS = {
  cases: 200,
  /** Events of one case. */
  events: 500,
  /** Teams of one case whose end is told. */
  teams: 100,
} as const;

/** A span as `+1h30m`, counted from the start of the case. */
const Offset = z.string().regex(/^\+(?=\d)(?:\d{1,4}d)?(?:\d{1,4}h)?(?:\d{1,5}m)?(?:\d{1,6}s)?$/, {
  error: 'an offset as +10m or +1h30m5s',
});

const Moment = z.union([EventTime, Offset]);

const ExpectedOutcome = z
  .strictObject({
    outcome: Outcome.optional().describe('Without, accepted.'),
    verdict: Verdict.optional(),
    clue: LocalId.optional().describe('The clue the event was about.'),
    points: z.int().optional().describe('All points the event moved, those of rules included.'),
    score: z.int().optional().describe('The team’s points after the event.'),
    rules: z
      .array(LocalId)
      .max(200)
      .optional()
      .describe('All rules that fired, in the order of the file.'),
  })
  .describe('What shall come of it; what is not named is not compared.');
export type ExpectedOutcome = z.infer<typeof ExpectedOutcome>;

const head = {
  team: Name.describe('The team it is of; its players join it by playing.'),
  player: Name.optional().describe('Without, the team has one player of its own name.'),
  at: Moment.optional().describe(
    'When it reaches the log: a time, or an offset from the start of the case as +10m. Without, ' +
      'one second after the event before.',
  ),
  time: Moment.optional().describe('The event’s own time; without, that of at.'),
  id: LocalId.optional().describe('Events of one name have one id: the second is a repeat.'),
  expect: ExpectedOutcome.optional(),
};

/** Short, because the id of a fixture's photo spells it. */
const PhotoName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,31}$/, { error: '1 to 32 of a-z 0-9 . _ -' })
  .default('photo')
  .describe('Tells several photos of a team apart.');

/** Short forms of the common events, and the long one for any. */
export const FixtureEvent = z.union([
  z.strictObject({ ...head, scan: EVENT_DATA['code.scanned.v1'].shape.code }),
  z.strictObject({
    ...head,
    visit: Name.describe('The id of a place of the hunt; the player stands in its centre.'),
  }),
  z.strictObject({ ...head, report: EVENT_DATA['location.reported.v1'] }),
  z.strictObject({ ...head, answer: EVENT_DATA['clue.answered.v1'] }),
  z.strictObject({ ...head, choose: EVENT_DATA['option.chosen.v1'] }),
  z.strictObject({ ...head, hint: EVENT_DATA['hint.requested.v1'] }),
  z.strictObject({
    ...head,
    photo: z.strictObject({ clue: LocalId, name: PhotoName }).describe('The team sends a photo.'),
  }),
  z.strictObject({ ...head, appeal: EVENT_DATA['photo.appealed.v1'] }),
  z.strictObject({
    team: head.team,
    at: head.at,
    judge: z
      .strictObject({
        clue: LocalId,
        name: PhotoName,
        as: PhotoJudgement,
        reason: CONTROL_DATA['hint.refunded.v1'].shape.reason.default('As the fixture has it.'),
      })
      .describe('An operator accepts the team’s photo or rejects it.'),
    expect: head.expect,
  }),
  z.strictObject({
    ...head,
    type: PlayTypeName,
    data: z.record(z.string(), z.unknown()).describe('As the contract of the type has it.'),
  }),
  z.strictObject({
    at: head.at,
    phase: HuntPhase.describe('An operator schedules, starts, pauses, closes or ends the hunt.'),
  }),
]);
export type FixtureEvent = z.infer<typeof FixtureEvent>;

const TeamEnd = z
  .strictObject({
    score: z.int().optional(),
    solved: z.array(LocalId).max(1_000).optional().describe('All clues it solved, in any order.'),
    badges: z.array(LocalId).max(200).optional().describe('All badges it has, in any order.'),
    counters: z.record(CounterName, z.int()).optional().describe('Those named are compared.'),
  })
  .describe('A team at the end; what is not named is not compared.');
export type TeamEnd = z.infer<typeof TeamEnd>;

export const Fixture = z.strictObject({
  name: z.string().min(1).max(120).describe('What the case shows, in a few words.'),
  starts: EventTime.optional().describe(
    'What the clock says at the start; without, when the hunt opens, or 2030-01-01T12:00:00Z.',
  ),
  events: z
    .array(FixtureEvent)
    .min(1)
    .max(FIXTURE_LIMITS.events)
    .describe('In the order of the log: none is earlier than the one before.'),
  expect: z
    .record(Name, TeamEnd)
    .refine((teams) => Object.keys(teams).length <= FIXTURE_LIMITS.teams, {
      error: `at most ${FIXTURE_LIMITS.teams} teams`,
    })
    .optional()
    .describe('Teams at the end, by name.'),
});
export type Fixture = z.infer<typeof Fixture>;
