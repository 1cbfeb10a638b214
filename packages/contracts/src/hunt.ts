/**
 * The hunt file, language version 1: what designers write in YAML and what is stored, under the
 * hash of its canonical JSON, for every version.
 */
import { z } from 'zod';
import { EVENT_TYPES, EventTime, type EventType } from './events.js';
import { HuntSlug, LocalId, Name } from './ids.js';

export const HUNT_LIMITS = {
  fileBytes: 1024 * 1024,
  clues: 1_000,
  rules: 200,
  points: 1_000_000,
  prerequisites: 50,
  acceptedAnswers: 50,
} as const;

const points = z
  .int()
  .min(0)
  .max(HUNT_LIMITS.points)
  .describe('Points a team gets for solving it, once.');

/** Solved by being there: `location.reported.v1` inside the radius, or `place.visited.v1` of id. */
const PlaceFind = z.strictObject({
  place: z.strictObject({
    id: Name.optional().describe(
      'The place’s own id: a place.visited.v1 solves only the clue of the place it names.',
    ),
    lat: z.number().min(-90).max(90).describe('Degrees north.'),
    lon: z.number().min(-180).max(180).describe('Degrees east.'),
    radiusM: z
      .number()
      .min(1)
      .max(50_000)
      .default(50)
      .describe('Metres from the centre within which a reported position solves it.'),
  }),
});

/** Solved by a `code.scanned.v1` of this code. */
const CodeFind = z.strictObject({
  code: Name.describe('Solved by scanning this code; case matters.'),
});

/** Solved by a `clue.answered.v1` whose normalised answer is among these. */
const AnswerFind = z.strictObject({
  answer: z.strictObject({
    accept: z
      .array(z.string().min(1).max(200))
      .min(1)
      .max(HUNT_LIMITS.acceptedAnswers)
      .describe('Right answers; case, punctuation and white space make no difference.'),
    attempts: z
      .int()
      .min(1)
      .max(1_000)
      .optional()
      .describe('Wrong answers a team may give; after the last the clue is closed for it.'),
    coolDownS: z
      .number()
      .min(0)
      .max(86_400)
      .default(0)
      .describe('Seconds a team waits after a wrong answer.'),
  }),
});

export const Find = z.union([PlaceFind, CodeFind, AnswerFind]);
export type Find = z.infer<typeof Find>;

const clueIds = z.array(LocalId).min(1).max(HUNT_LIMITS.prerequisites);
export const Requires = z.union([
  z.strictObject({ all: clueIds.describe('Every one of these clues must be solved first.') }),
  z.strictObject({ any: clueIds.describe('One of these clues must be solved first.') }),
  z.strictObject({
    atLeast: z.int().min(1).describe('So many of the clues below must be solved first.'),
    of: clueIds,
  }),
]);
export type Requires = z.infer<typeof Requires>;

export const Clue = z.strictObject({
  id: LocalId,
  title: z.string().min(1).max(120),
  text: z.string().max(4_000).default('').describe('What players read once it is unlocked.'),
  points,
  find: Find.describe('How it is solved: by being at a place, by a code or by an answer.'),
  requires: Requires.optional().describe('Clues that unlock it; without, it is open at once.'),
  opens: EventTime.optional(),
  closes: EventTime.optional(),
});
export type Clue = z.infer<typeof Clue>;

export const Limit = z.union([
  z.strictObject({
    perTeam: z.int().min(1).max(1_000_000).describe('At most this often for each team.'),
  }),
  z.strictObject({
    first: z
      .int()
      .min(1)
      .max(1_000_000)
      .describe('For the first N teams of the whole hunt, in log order, each once.'),
  }),
]);
export type Limit = z.infer<typeof Limit>;

export const Rule = z.strictObject({
  id: LocalId,
  on: z
    .enum(EVENT_TYPES as [EventType, ...EventType[]])
    .describe('The event type the rule listens to; event.data has the fields of this type.'),
  when: z
    .string()
    .min(1)
    .max(2_000)
    .describe('A CEL condition over event, verdict, clue, team and hunt.'),
  then: z.strictObject({
    award: z
      .int()
      .min(-HUNT_LIMITS.points)
      .max(HUNT_LIMITS.points)
      .describe('Points to add, or to take away where negative.'),
  }),
  limit: Limit.optional().describe('How often it fires; without, every time it holds.'),
});
export type Rule = z.infer<typeof Rule>;

export const HuntDefinition = z.strictObject({
  trove: z.literal(1).describe('Version of the hunt language.'),
  slug: HuntSlug,
  title: z.string().min(1).max(120),
  description: z.string().max(4_000).default(''),
  clock: z
    .enum(['wall', 'events'])
    .default('wall')
    .describe('events: time is the highest event time so far, for replays of old files.'),
  joinCode: z
    .string()
    .regex(/^[A-Za-z0-9-]{4,32}$/, { error: '4 to 32 of A-Z 0-9 -' })
    .optional()
    .describe('Players join with this code, in any case; without, only sources may send.'),
  opens: EventTime.optional(),
  closes: EventTime.optional(),
  maxEvents: z
    .int()
    .min(1)
    .max(100_000_000)
    .default(10_000_000)
    .describe('Bound of remembered ids for a hunt on its events’ clock.'),
  clues: z.array(Clue).min(1).max(HUNT_LIMITS.clues),
  rules: z.array(Rule).max(HUNT_LIMITS.rules).default([]),
});
export type HuntDefinition = z.infer<typeof HuntDefinition>;

/** One mistake in a hunt file. Lines and columns count from 1. */
export interface Mistake {
  readonly line: number;
  readonly column: number;
  /** As `clues[3].points`. */
  readonly path: string;
  readonly found: string;
  readonly allowed: string;
  readonly message: string;
}
