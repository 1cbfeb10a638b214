/**
 * The hunt file, language version 1: what designers write in YAML and what is stored, under the
 * hash of its canonical JSON, for every version.
 */
import { z } from 'zod';
import { Clue } from './clue.js';
import { EventTypeDefinition } from './customTypes.js';
import { EventTime } from './events.js';
import { HUNT_LIMITS } from './huntLimits.js';
import { HuntSlug } from './ids.js';
import { Quality } from './quality.js';
import { Recommend } from './recommend.js';
import { Badge, Rule } from './rule.js';
import { Teams } from './team.js';

const code = z.string().regex(/^[A-Za-z0-9-]{4,32}$/, { error: '4 to 32 of A-Z 0-9 -' });

export const HuntDefinition = z.strictObject({
  trove: z.literal(1).describe('Version of the hunt language.'),
  slug: HuntSlug,
  title: z.string().min(1).max(120),
  description: z.string().max(4_000).default(''),
  clock: z
    .enum(['wall', 'events'])
    .default('wall')
    .describe('events: time is the highest event time so far, for replays of old files.'),
  joinCode: code
    .optional()
    .describe('Players join with this code, in any case; without, only sources may send.'),
  playtestCode: code
    .optional()
    .describe('Who joins with this one plays in a team that is on no board and takes no place.'),
  opens: EventTime.optional(),
  closes: EventTime.optional(),
  maxEvents: z
    .int()
    .min(1)
    .max(100_000_000)
    .default(10_000_000)
    .describe('Bound of remembered ids for a hunt on its events’ clock.'),
  teams: Teams.optional().describe('How large teams may get, and how many players may make.'),
  clues: z.array(Clue).min(1).max(HUNT_LIMITS.clues),
  badges: z
    .array(Badge)
    .max(HUNT_LIMITS.badges)
    .default([])
    .describe('What rules can give to teams beside points.'),
  eventTypes: z
    .array(EventTypeDefinition)
    .min(1)
    .max(HUNT_LIMITS.eventTypes)
    .optional()
    .describe('Event types of its own, which rules, expectations and fixtures can name.'),
  rules: z.array(Rule).max(HUNT_LIMITS.rules).default([]),
  quality: Quality.optional().describe('What it asks of events beyond their contracts.'),
  recommend: Recommend.optional().describe('What its designer says of what to try next.'),
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
  /** The numbered rule of core/SPEC.md it breaks, as `H4`. */
  readonly rule?: string;
  /** What was probably meant, to stand where `found` does. */
  readonly suggestion?: string;
}
