/** Teams and who is in them: names, codes, and what players and operators are told of a team. */
import { z } from 'zod';
import type { Immutable } from './immutable.js';
import { TEAM_LIMITS } from './limits.js';
import { Instant, prose } from './prose.js';
import { ResultOffset } from './resultOffset.js';
import { MembershipChange } from './vocabulary.js';

/**
 * Words of people, shown to others as they are: neither control characters nor such as turn the
 * direction of the text around them. The two joiners stay, which some scripts and emoji need.
 */
const SHOWN = /^(?:[^\p{C}\p{Zl}\p{Zp}]|\u200c|\u200d)+$/u;

function shownName(characters: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(characters)
    .regex(SHOWN, { error: 'a name without line breaks and control characters' });
}

/** What team-mates call a player. */
export const PlayerName = shownName(TEAM_LIMITS.playerNameCharacters);
export const TeamName = shownName(TEAM_LIMITS.teamNameCharacters);

/** Digits and capitals of which no two look or sound alike. */
export const TEAM_CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What lets others into one team; its members and operators know it, and nobody else. */
export const TeamCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(new RegExp(`^[${TEAM_CODE_ALPHABET}]{${TEAM_LIMITS.codeCharacters}}$`), {
    error: `${TEAM_LIMITS.codeCharacters} of ${TEAM_CODE_ALPHABET}, in any case`,
  });

/** Tells the members of a team apart; never given twice in it, and says nothing of the player. */
export const MemberNumber = z.int().min(1);

/** What a hunt file says of its teams. */
export const Teams = z.strictObject({
  size: z
    .int()
    .min(1)
    .max(TEAM_LIMITS.largestSize)
    .default(TEAM_LIMITS.size)
    .describe('Players that a team has at most.'),
  most: z
    .int()
    .min(1)
    .max(TEAM_LIMITS.mostTeams)
    .default(TEAM_LIMITS.teams)
    .describe('Teams that players may make.'),
});
export type Teams = z.infer<typeof Teams>;

export const Membership = z
  .object({
    change: MembershipChange,
    member: z.int(),
    name: z.string(),
    reason: z.string().optional().describe('Of somebody whom an operator has sent away, why.'),
  })
  .describe(prose`
    Somebody has come into a team, has gone, or leads it now; what is told to its
    players.
  `);
export type Membership = Immutable<z.infer<typeof Membership>>;

export const TeamMember = z.object({
  member: z.int(),
  name: z.string(),
  joinedAt: Instant,
  isPresent: z.boolean().describe('Whether a device of theirs is connected now.'),
});
export type TeamMember = Immutable<z.infer<typeof TeamMember>>;

export const TeamView = ResultOffset.extend({
  hunt: z.string(),
  team: z.string(),
  name: z.string(),
  code: z
    .string()
    .optional()
    .describe(prose`
      What others join it with; absent of a team that servers made and no player is
      in.
    `),
  size: z.int().describe('Members it may have.'),
  captain: z.int().optional().describe('Who leads it, by member; absent while it is empty.'),
  members: z.array(TeamMember).describe('In the order in which they came.'),
}).describe('A team as its members see it.');
export type TeamView = Immutable<z.infer<typeof TeamView>>;

export const LeftPush = z
  .object({
    hunt: z.string(),
    team: z.string(),
    member: z.int(),
    change: MembershipChange.extract(['left', 'removed']),
    reason: z.string().optional().describe('Why an operator has sent the member away.'),
  })
  .describe(prose`
    The member of this connection is in the team no more; the connection is closed
    after it.
  `);
export type LeftPush = Immutable<z.infer<typeof LeftPush>>;

export const ScoreTimeline = ResultOffset.extend({
  hunt: z.string(),
  team: z.string(),
  points: z
    .array(z.object({ at: Instant, score: z.int() }))
    .describe('The oldest first, the last one being what it has now; at most 49.'),
  resolutionS: z.int().describe(prose`
    Two moments are at least so far apart, seconds; it doubles as the hunt goes on.
  `),
}).describe("A team's points over time: what it had reached at each moment.");
export type ScoreTimeline = Immutable<z.infer<typeof ScoreTimeline>>;

/** What `team:leave` carries, and what names a member of one's own team. */
export const NothingNamed = z.strictObject({});
export const MemberNamed = z.strictObject({ member: MemberNumber });
