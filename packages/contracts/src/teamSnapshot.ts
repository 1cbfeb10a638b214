/** A team's own view of a hunt: its clues with their hints, its badges, what it was told. */
import { z } from 'zod';
import type { Immutable } from './immutable.js';
import { PhotoView } from './photos.js';
import { Instant, prose } from './prose.js';
import { ResultOffset } from './resultOffset.js';
import { Broadcast } from './results.js';
import { HuntPhase, TeamStatus } from './vocabulary.js';

export const BadgeView = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
});
export type BadgeView = Immutable<z.infer<typeof BadgeView>>;

export const HintView = z.object({
  id: z.string(),
  cost: z.int(),
  status: z.enum(['taken', 'available', 'too_early']),
  text: z.string().optional().describe('Of one that was taken.'),
  paid: z
    .int()
    .optional()
    .describe('What the team paid for it and can be given back; absent when nothing.'),
  availableAt: Instant.optional().describe(prose`
      Of one that is too early: when it can be asked for, by the hunt's clock; ISO
      8601.
    `),
});
export type HintView = Immutable<z.infer<typeof HintView>>;

/** How a clue is found. */
export const ClueKind = z.enum(['place', 'code', 'answer', 'choice', 'photo']);
export type ClueKind = z.infer<typeof ClueKind>;

export const ClueView = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string().optional().describe('Absent while the clue is locked.'),
  points: z.int().describe('What the file says it is worth.'),
  worth: z
    .int()
    .optional()
    .describe(prose`
      What solving it now would bring the team, decay and bonuses included; absent
      once solved.
    `),
  status: z.enum(['open', 'locked', 'closed', 'solved']),
  opensAt: Instant.optional().describe('Of a clue whose own time has not come.'),
  triesLeft: z
    .int()
    .optional()
    .describe(
      'Of a clue that is not solved and takes so many wrong tries; 0 when they are used up.',
    ),
  kind: ClueKind,
  place: z
    .object({ lat: z.number(), lon: z.number(), radiusM: z.number() })
    .optional()
    .describe(prose`
      Where it is found, degrees and metres; of a place that may be read and is on
      the map.
    `),
  options: z
    .array(
      z.object({
        id: z.string(),
        text: z.string(),
      }),
    )
    .optional()
    .describe('Of a choice that is neither locked nor closed.'),
  photo: PhotoView.optional().describe(prose`
    Of a photo clue: the team's last photo; absent before the first.
  `),
  hints: z
    .array(HintView)
    .optional()
    .describe(prose`
      Absent where there are none, and while the clue is locked or closed and none
      was taken.
    `),
});
export type ClueView = Immutable<z.infer<typeof ClueView>>;

export const TeamSnapshot = ResultOffset.extend({
  hunt: z.string(),
  title: z.string(),
  phase: HuntPhase,
  startsAt: Instant.optional().describe(prose`
      When a \`scheduled\` hunt starts; absent when an operator has yet to say.
    `),
  version: z.int(),
  team: z.string(),
  isPlaytest: z.boolean().describe('Whether it is a team of playtesters, which is on no board.'),
  division: z
    .string()
    .optional()
    .describe('The division it is ranked in; absent when it is in none.'),
  score: z.int(),
  status: TeamStatus.exclude(['playing'])
    .optional()
    .describe('Absent while the team plays like any other.'),
  broadcasts: z.array(Broadcast).describe(prose`
      What operators have said to the team, the oldest first; at most 20.
    `),
  clues: z.array(ClueView),
  badges: z.array(BadgeView).describe('Badges the team has, in the order of the hunt file.'),
  counters: z.record(z.string(), z.number()).describe(prose`
      The team's counters by name; one that no rule has touched is absent.
    `),
}).describe("A team's own view of a hunt.");
export type TeamSnapshot = Immutable<z.infer<typeof TeamSnapshot>>;
