/** A rule of the hunt file: on which event, when, what then, and how often. */
import { z } from 'zod';
import { isCelWord } from './celWords.js';
import { PlayTypeName } from './events.js';
import { HUNT_LIMITS } from './huntLimits.js';
import { LocalId } from './ids.js';

const coolDownS = z
  .number()
  .min(1)
  .max(HUNT_LIMITS.spanS)
  .describe('Seconds after it fired for a team in which it does not fire for that team again.');

export const Limit = z.union([
  z.strictObject({
    perTeam: z.int().min(1).max(1_000_000).describe('At most this often for each team.'),
    coolDownS: coolDownS.optional(),
  }),
  z.strictObject({
    first: z
      .int()
      .min(1)
      .max(1_000_000)
      .describe('For the first N teams of the whole hunt, in log order, each once.'),
  }),
  z.strictObject({ coolDownS }),
]);
export type Limit = z.infer<typeof Limit>;

export const CounterName = z
  .string()
  .regex(/^[a-z][A-Za-z0-9_]{0,30}$/, { error: 'a to z, then up to 30 of A-Z a-z 0-9 _' })
  .refine((name) => !isCelWord(name), { error: 'a name that is not a word of CEL' });

const name = CounterName.describe('Conditions read it as team.counters.name; it begins at 0.');
const amount = z.int().min(-HUNT_LIMITS.counterValue).max(HUNT_LIMITS.counterValue);
export const Count = z.union([
  z.strictObject({ name, add: amount.describe('Added to what the team has.') }),
  z.strictObject({ name, set: amount.describe('Takes the place of what the team has.') }),
]);
export type Count = z.infer<typeof Count>;

export const Effects = z
  .strictObject({
    award: z
      .int()
      .min(-HUNT_LIMITS.points)
      .max(HUNT_LIMITS.points)
      .optional()
      .describe('Points to add, or to take away where negative.'),
    penalise: z.int().min(1).max(HUNT_LIMITS.points).optional().describe('Points to take away.'),
    unlock: z
      .array(LocalId)
      .min(1)
      .max(HUNT_LIMITS.prerequisites)
      .optional()
      .describe('Clues that the team may try from now on, whatever they require.'),
    counters: z
      .array(Count)
      .min(1)
      .max(HUNT_LIMITS.counts)
      .optional()
      .describe('Changes to the team’s counters, in this order.'),
    badge: LocalId.optional().describe('One of the hunt’s badges; a team has each once.'),
    message: z
      .string()
      .min(1)
      .max(HUNT_LIMITS.messageCharacters)
      .optional()
      .describe('A text for the team, in the result of the event.'),
  })
  .refine((effects) => Object.values(effects).some((effect) => effect !== undefined), {
    error: 'at least one of award, penalise, unlock, counters, badge, message',
  })
  .meta({ minProperties: 1 });
export type Effects = z.infer<typeof Effects>;

export const Rule = z.strictObject({
  id: LocalId,
  on: PlayTypeName.describe(
    'The event type the rule listens to; event.data has the fields of this type.',
  ),
  when: z
    .string()
    .min(1)
    .max(2_000)
    .describe('A CEL condition over event, verdict, clue, team and hunt.'),
  then: Effects.describe('What happens, all of it, when the condition holds.'),
  limit: Limit.optional().describe('How often it fires; without, every time it holds.'),
});
export type Rule = z.infer<typeof Rule>;

/** Something to be proud of; shown by title, with the text under it. */
export const Badge = z.strictObject({
  id: LocalId,
  title: z.string().min(1).max(60),
  text: z.string().max(280).default(''),
});
export type Badge = z.infer<typeof Badge>;
