/** What a hunt asks of its events beyond their contracts: deduplication, lateness, expectations. */
import { z } from 'zod';
import { EVENT_TYPES, PlayTypeName } from './events.js';
import { HUNT_LIMITS } from './huntLimits.js';
import { LocalId } from './ids.js';

/** `observe` counts what the rung would have done and lets the event pass. */
export const RungMode = z.enum(['enforce', 'observe']);
export type RungMode = z.infer<typeof RungMode>;

const FingerprintWindow = z.strictObject({
  on: PlayTypeName.describe('Events of this type.'),
  windowS: z
    .int()
    .min(1)
    .max(HUNT_LIMITS.fingerprintWindowS)
    .describe('Seconds in which the same content of the same player is a repeat.'),
});

export const Dedup = z.strictObject({
  id: RungMode.default('enforce').describe(
    'What happens to an event whose id has come before with the same content.',
  ),
  device: RungMode.default('enforce').describe(
    'What happens to an event whose device has used its number before, under another id.',
  ),
  fingerprint: z
    .strictObject({
      mode: RungMode.default('enforce'),
      windows: z
        .array(FingerprintWindow)
        .min(1)
        .max(EVENT_TYPES.length + HUNT_LIMITS.eventTypes),
    })
    .optional()
    .describe('Repeats under new ids, as of a button that was tapped twice; off unless given.'),
  state: RungMode.default('enforce').describe(
    'What happens to the solve of a clue that the team has solved before; photos aside.',
  ),
});
export type Dedup = z.infer<typeof Dedup>;

export const LatePolicy = z.strictObject({
  afterS: z
    .int()
    .min(1)
    .max(HUNT_LIMITS.spanS)
    .describe('Seconds behind the hunt’s watermark from which an event is late.'),
  otherwise: z
    .enum(['score', 'no_points'])
    .default('score')
    .describe('score: it counts as any other. no_points: it solves and unlocks, without points.'),
});
export type LatePolicy = z.infer<typeof LatePolicy>;

const field = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9]{0,31}$/, { error: 'the name of a field of data' });
const bound = z.number().min(-1e12).max(1e12);

export const Expect = z.union([
  z
    .strictObject({ field, min: bound.optional(), max: bound.optional() })
    .refine(({ min, max }) => min !== undefined || max !== undefined, {
      error: 'at least one of min and max',
    })
    .describe('A number of data lies in a range, ends included. A missing one does not count.'),
  z
    .strictObject({ field, oneOf: z.array(z.string().max(200)).min(1).max(HUNT_LIMITS.oneOf) })
    .describe('A text of data is one of these. A missing one does not count.'),
  z
    .strictObject({ freshS: z.int().min(1).max(HUNT_LIMITS.spanS) })
    .describe('It happened at most so many seconds before it was received, by corrected time.'),
  z
    .strictObject({ growing: z.union([z.literal('time'), field]) })
    .describe('time, or a number of data, never falls: by device, else by player.'),
  z
    .strictObject({
      atMost: z.int().min(1).max(HUNT_LIMITS.rateEvents),
      perS: z.int().min(1).max(HUNT_LIMITS.ratePerS),
    })
    .describe('Events of one player in a span of time, smoothed as by a token bucket.'),
  z
    .strictObject({ together: z.array(field).min(2).max(8) })
    .describe('Of these fields of data all are there, or none.'),
]);
export type Expect = z.infer<typeof Expect>;

export const Expectation = z.strictObject({
  id: LocalId,
  on: PlayTypeName.describe('The event type it speaks of.'),
  expect: Expect,
  otherwise: z
    .enum(['warn', 'quarantine', 'refuse'])
    .describe(
      'warn: counted and shown. quarantine: it rests until an operator decides. refuse: invalid.',
    ),
});
export type Expectation = z.infer<typeof Expectation>;

const spanS = z.int().min(1).max(HUNT_LIMITS.spanS);

/** What makes an event look unlike honest play: it scores and is marked until an operator looks. */
export const FairPlay = z.strictObject({
  travel: z
    .strictObject({
      maxKmh: z.number().min(1).max(10_000).describe('Speed above which nobody travels.'),
    })
    .optional()
    .describe('A player is at two places too far apart for the time between them.'),
  guessing: z
    .strictObject({ wrong: z.int().min(1).max(HUNT_LIMITS.rateEvents), inS: spanS })
    .optional()
    .describe('More answers of one team than so many wrong ones in so many seconds.'),
  sharing: z
    .strictObject({ withinS: spanS })
    .optional()
    .describe('A team gives the same wrong answer as another did at most so long before.'),
  position: z
    .strictObject({
      maxKmh: z
        .number()
        .min(1)
        .max(10_000)
        .describe('Speed a player may have had since the position was taken.'),
    })
    .optional()
    .describe(
      'A position that is too vague or too old for the clue’s circle solves it, instead of being ' +
        'uncertain.',
    ),
});
export type FairPlay = z.infer<typeof FairPlay>;

export const Quality = z.strictObject({
  dedup: Dedup.optional(),
  late: LatePolicy.optional().describe('What is done with events that happened long before.'),
  fairPlay: FairPlay.optional().describe('What marks an event as suspected.'),
  expectations: z.array(Expectation).max(HUNT_LIMITS.expectations).default([]),
});
export type Quality = z.infer<typeof Quality>;
