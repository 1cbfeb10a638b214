/** What a hunt's designer says of the clues that teams are told to try next. */
import { z } from 'zod';
import { HUNT_LIMITS } from './huntLimits.js';
import { LocalId } from './ids.js';

const Boost = z.strictObject({
  clue: LocalId,
  by: z
    .number()
    .min(0.1)
    .max(10)
    .describe('How many times as likely as it would be else; below 1 it is less.'),
});

const Capacity = z.strictObject({
  clue: LocalId,
  teams: z
    .int()
    .min(1)
    .max(10_000)
    .describe('With so many teams there or on their way it is full, and nobody else is sent.'),
});

export const Recommend = z.strictObject({
  pins: z
    .array(LocalId)
    .max(HUNT_LIMITS.pins)
    .default([])
    .describe('Clues suggested first to every team that can try them, in this order.'),
  boosts: z.array(Boost).max(HUNT_LIMITS.clues).default([]),
  never: z.array(LocalId).max(HUNT_LIMITS.clues).default([]).describe('Clues never suggested.'),
  capacity: z.array(Capacity).max(HUNT_LIMITS.clues).default([]),
  explore: z
    .number()
    .min(0)
    .max(0.3)
    .default(0.1)
    .describe('Share of the servings whose last suggestion is drawn by chance.'),
});
export type Recommend = z.infer<typeof Recommend>;
