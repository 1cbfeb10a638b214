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

const points = z.int().min(0).max(HUNT_LIMITS.points);

/** Solved by being there: `location.reported.v1` inside the radius, or `place.visited.v1` of id. */
const PlaceFind = z.strictObject({
  place: z.strictObject({
    /** The place's own id: a `place.visited.v1` solves only the clue of the place it names. */
    id: Name.optional(),
    lat: z.number().min(-90).max(90),
    lon: z.number().min(-180).max(180),
    radiusM: z.number().min(1).max(50_000).default(50),
  }),
});

/** Solved by a `code.scanned.v1` of this code. */
const CodeFind = z.strictObject({ code: Name });

/** Solved by a `clue.answered.v1` whose normalised answer is among these. */
const AnswerFind = z.strictObject({
  answer: z.strictObject({
    accept: z.array(z.string().min(1).max(200)).min(1).max(HUNT_LIMITS.acceptedAnswers),
    /** Wrong answers a team may give; after the last the clue is closed for it. */
    attempts: z.int().min(1).max(1_000).optional(),
    /** How long a team waits after a wrong answer. */
    coolDownS: z.number().min(0).max(86_400).default(0),
  }),
});

export const Find = z.union([PlaceFind, CodeFind, AnswerFind]);
export type Find = z.infer<typeof Find>;

const clueIds = z.array(LocalId).min(1).max(HUNT_LIMITS.prerequisites);
export const Requires = z.union([
  z.strictObject({ all: clueIds }),
  z.strictObject({ any: clueIds }),
  z.strictObject({ atLeast: z.int().min(1), of: clueIds }),
]);
export type Requires = z.infer<typeof Requires>;

export const Clue = z.strictObject({
  id: LocalId,
  title: z.string().min(1).max(120),
  text: z.string().max(4_000).default(''),
  points,
  find: Find,
  requires: Requires.optional(),
  opens: EventTime.optional(),
  closes: EventTime.optional(),
});
export type Clue = z.infer<typeof Clue>;

export const Limit = z.union([
  /** At most this often for each team. */
  z.strictObject({ perTeam: z.int().min(1).max(1_000_000) }),
  /** For the first N of the whole hunt, in log order, each team once. */
  z.strictObject({ first: z.int().min(1).max(1_000_000) }),
]);
export type Limit = z.infer<typeof Limit>;

export const Rule = z.strictObject({
  id: LocalId,
  on: z.enum(EVENT_TYPES as [EventType, ...EventType[]]),
  /** A CEL condition over `event`, `verdict`, `clue`, `team` and `hunt`. */
  when: z.string().min(1).max(2_000),
  then: z.strictObject({ award: z.int().min(-HUNT_LIMITS.points).max(HUNT_LIMITS.points) }),
  limit: Limit.optional(),
});
export type Rule = z.infer<typeof Rule>;

export const HuntDefinition = z.strictObject({
  trove: z.literal(1),
  slug: HuntSlug,
  title: z.string().min(1).max(120),
  description: z.string().max(4_000).default(''),
  /** `events`: time is the highest event time so far, for replays of old files. */
  clock: z.enum(['wall', 'events']).default('wall'),
  /** Players join with this code; absent, only sources may send. Case does not matter. */
  joinCode: z.string().regex(/^[A-Za-z0-9-]{4,32}$/, { error: '4 to 32 of A-Z 0-9 -' }).optional(),
  opens: EventTime.optional(),
  closes: EventTime.optional(),
  /** Bound of remembered ids for a hunt on its events' clock. */
  maxEvents: z.int().min(1).max(100_000_000).default(10_000_000),
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
