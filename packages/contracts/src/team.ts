/** Teams and who is in them: names, codes, and what players and operators are told of a team. */
import { z } from 'zod';
import { TEAM_LIMITS } from './limits.js';
import type { ResultOffset } from './results.js';
import type { MembershipChange } from './vocabulary.js';

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

/** Somebody has come into a team, has gone, or leads it now; what is told to its players. */
export interface Membership {
  readonly change: MembershipChange;
  readonly member: number;
  readonly name: string;
}

export interface TeamMember {
  readonly member: number;
  readonly name: string;
  /** ISO 8601. */
  readonly joinedAt: string;
  /** Whether a device of theirs is connected now. */
  readonly isPresent: boolean;
}

/** A team as its members see it. */
export interface TeamView extends ResultOffset {
  readonly hunt: string;
  readonly team: string;
  readonly name: string;
  /** What others join it with; absent of a team that servers made and no player is in. */
  readonly code?: string;
  /** Members it may have. */
  readonly size: number;
  /** Who leads it, by member; absent while it is empty. */
  readonly captain?: number;
  /** In the order in which they came. */
  readonly members: readonly TeamMember[];
}

/** The member of this connection is in the team no more; the connection is closed after it. */
export interface LeftPush {
  readonly hunt: string;
  readonly team: string;
  readonly member: number;
  readonly change: Extract<MembershipChange, 'left' | 'removed'>;
}

/** A team's points over time: what it had reached at each moment. */
export interface ScoreTimeline extends ResultOffset {
  readonly hunt: string;
  readonly team: string;
  /** The oldest first, the last one being what it has now; at most 49. */
  readonly points: readonly { readonly at: string; readonly score: number }[];
  /** Two moments are at least so far apart, seconds; it doubles as the hunt goes on. */
  readonly resolutionS: number;
}
