/** A clue of the hunt file: how it is found, what it is worth, what opens it and what helps. */
import { z } from 'zod';
import { EventTime } from './events.js';
import { HUNT_LIMITS } from './huntLimits.js';
import { LocalId, Name } from './ids.js';

const points = z
  .int()
  .min(0)
  .max(HUNT_LIMITS.points)
  .describe('Points a team gets for solving it, once; where it decays, for the first solver.');

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
    minShare: z
      .number()
      .min(0.5)
      .max(1)
      .default(0.5)
      .describe(
        'Share of a reported position’s circle of uncertainty that must lie inside the radius.',
      ),
    maxAccuracyM: z
      .number()
      .min(1)
      .max(100_000)
      .optional()
      .describe('Metres: a reported position must state an accuracy, at most this one.'),
    maxAgeS: z
      .number()
      .min(1)
      .max(86_400)
      .optional()
      .describe('Seconds: a reported position must state its age, at most this one.'),
    onMap: z
      .boolean()
      .optional()
      .describe('false: players’ maps leave it out, so that they have to work out where it is.'),
  }),
});

/** Solved by a `code.scanned.v1` of this code. */
const CodeFind = z.strictObject({
  code: Name.describe('Solved by scanning this code; case matters.'),
});

const tries = {
  attempts: z
    .int()
    .min(1)
    .max(1_000)
    .optional()
    .describe('Wrong answers or rejected photos; after the last the clue is closed for the team.'),
  coolDownS: z
    .number()
    .min(0)
    .max(86_400)
    .default(0)
    .describe('Seconds a team waits after a wrong answer or a rejected photo.'),
};

/** Solved by a `clue.answered.v1` whose normalised answer is among these. */
const AnswerFind = z.strictObject({
  answer: z.strictObject({
    accept: z
      .array(z.string().min(1).max(200))
      .min(1)
      .max(HUNT_LIMITS.acceptedAnswers)
      .describe('Right answers; case, punctuation and white space make no difference.'),
    ...tries,
  }),
});

const Option = z.strictObject({
  id: LocalId,
  text: z.string().min(1).max(200).describe('What players read.'),
  right: z.boolean().default(false).describe('Choosing it solves the clue.'),
});

/** Solved by an `option.chosen.v1` that names a right option. */
const ChoiceFind = z.strictObject({
  choice: z.strictObject({
    options: z.array(Option).min(2).max(HUNT_LIMITS.options).describe('Shown in this order.'),
    ...tries,
  }),
});

/** Solved by a `photo.submitted.v1` that an operator accepts. */
const PhotoFind = z.strictObject({
  photo: z.strictObject({
    shows: z
      .string()
      .max(HUNT_LIMITS.photoGuideCharacters)
      .default('')
      .describe('What a photo must show; only operators read it, beside the photo.'),
    ...tries,
  }),
});

export const Find = z.union([PlaceFind, CodeFind, AnswerFind, ChoiceFind, PhotoFind]);
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

const floor = z
  .int()
  .min(0)
  .max(HUNT_LIMITS.points)
  .describe('It never falls below this many points.');

/** The two curves of CTFd's dynamic value; what a team got stays as it was when it solved. */
export const Decay = z.union([
  z.strictObject({
    linear: z
      .strictObject({
        perSolve: z
          .int()
          .min(1)
          .max(HUNT_LIMITS.points)
          .describe('Points it loses with every team that has solved it.'),
        floor,
      })
      .describe('In a straight line down to the floor.'),
  }),
  z.strictObject({
    parabolic: z
      .strictObject({
        solves: z
          .int()
          .min(1)
          .max(1_000_000)
          .describe('Number of solves at which it reaches the floor.'),
        floor,
      })
      .describe('Slowly at first, then ever faster down to the floor.'),
  }),
]);
export type Decay = z.infer<typeof Decay>;

export const TimeBonus = z.strictObject({
  points: z.int().min(1).max(HUNT_LIMITS.points).describe('Extra points at the first moment.'),
  overS: z
    .int()
    .min(1)
    .max(HUNT_LIMITS.spanS)
    .describe('Seconds in which they run down to none, in a straight line.'),
  since: z
    .enum(['unlocked', 'opened'])
    .default('unlocked')
    .describe('unlocked: since the team could try it. opened: since it opened for everybody.'),
});
export type TimeBonus = z.infer<typeof TimeBonus>;

const spanS = z.int().min(0).max(HUNT_LIMITS.spanS);
export const Hint = z.strictObject({
  id: LocalId,
  text: z.string().min(1).max(HUNT_LIMITS.hintCharacters).describe('What the team gets to read.'),
  cost: z
    .int()
    .min(0)
    .max(HUNT_LIMITS.points)
    .default(0)
    .describe('Points it costs a team, once; a team may get into debt.'),
  after: z
    .union([
      z.strictObject({
        unlockedS: spanS.describe('Seconds since the clue could be tried by the team.'),
      }),
      z.strictObject({ openedS: spanS.describe('Seconds since the hunt opened.') }),
    ])
    .optional()
    .describe('It can be asked for only after this long; without, at once.'),
});
export type Hint = z.infer<typeof Hint>;

export const Clue = z.strictObject({
  id: LocalId,
  title: z.string().min(1).max(120),
  text: z.string().max(4_000).default('').describe('What players read once it is unlocked.'),
  points,
  find: Find.describe('How it is solved: at a place, by a code, an answer, a choice or a photo.'),
  requires: Requires.optional().describe('Clues that unlock it; without, it is open at once.'),
  locked: z
    .boolean()
    .default(false)
    .describe('Only a rule’s unlock opens it; stands in the place of requires.'),
  opens: EventTime.optional(),
  closes: EventTime.optional(),
  decay: Decay.optional().describe('How its points fall with every team that solves it.'),
  firstFinders: z
    .array(z.int().min(1).max(HUNT_LIMITS.points))
    .min(1)
    .max(HUNT_LIMITS.firstFinders)
    .optional()
    .describe('Extra points for the first team to solve it, the second, and so on.'),
  timeBonus: TimeBonus.optional().describe('Extra points for being quick.'),
  hints: z.array(Hint).max(HUNT_LIMITS.hints).default([]).describe('Help that can be asked for.'),
});
export type Clue = z.infer<typeof Clue>;
