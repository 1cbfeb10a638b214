/** Bodies of the HTTP API under /v1. */
import { z } from 'zod';
import type { SendReply } from './play.js';
import type { EventResult } from './results.js';
import { PlayerName, TeamCode, TeamName } from './team.js';

/**
 * POST /v1/hunts/{slug}/join: makes a team, or joins one by its own code. Sent again with the same
 * playerId it answers the same team. Without either the player gets a team of its own.
 */
export const JoinRequest = z
  .strictObject({
    /** The hunt's; a team's own code lets in without it. */
    code: z.string().min(1).max(64).optional(),
    /** Made by the player's device and known to it alone; no board or push shows it. */
    playerId: z.uuid(),
    /** What team-mates see; absent: `Player` and a number. */
    playerName: PlayerName.optional(),
    /** Makes a team of this name. */
    teamName: TeamName.optional(),
    /** Joins the team that has this code. */
    teamCode: TeamCode.optional(),
  })
  .refine(({ code, teamCode }) => code !== undefined || teamCode !== undefined, {
    error: 'the hunt’s code, or that of a team',
    path: ['code'],
  })
  .refine(({ teamName, teamCode }) => teamName === undefined || teamCode === undefined, {
    error: 'make a team or join one, not both',
    path: ['teamName'],
  });
export type JoinRequest = z.infer<typeof JoinRequest>;

export interface JoinReply {
  readonly hunt: string;
  readonly player: string;
  readonly playerName: string;
  /** Its number in the team: what team-mates know it by. */
  readonly member: number;
  readonly team: string;
  readonly teamName: string;
  /** What others join this team with. */
  readonly teamCode: string;
  /** Whether the team is one of playtesters, which is on no board. */
  readonly isPlaytest: boolean;
  /** The `source` this player must use in its packets. */
  readonly source: string;
  readonly token: string;
  readonly tokenExpiresAt: string;
  readonly refreshToken: string;
  readonly serverTime: string;
}

/** POST /v1/hunts/{slug}/leave, by a player's token: its points stay with the team. */
export interface LeaveReply {
  readonly hunt: string;
  readonly team: string;
  readonly serverTime: string;
}

/** POST /v1/token/refresh. */
export const RefreshRequest = z.strictObject({ refreshToken: z.string().min(1).max(4096) });
export type RefreshRequest = z.infer<typeof RefreshRequest>;
export interface RefreshReply {
  readonly token: string;
  readonly tokenExpiresAt: string;
  readonly serverTime: string;
}

/** GET /v1/events/{id}, and each item of POST /v1/events with `Prefer: wait=N`. */
export type EventStatus =
  | ({ readonly status: 'decided' } & Partial<EventResult> & Pick<EventResult, 'id' | 'outcome'>)
  | { readonly status: 'pending' | 'unknown'; readonly id: string };

/** POST /v1/hunts/{slug}/operations: what an operator's act has done, 202 while it is undecided. */
export type OperationReply =
  | ({ readonly status: 'decided' } & EventResult)
  | { readonly status: 'pending' };

/** POST /v1/events: 202 (200 with results when asked to wait). */
export type PostEventsReply = SendReply & { readonly results?: readonly EventStatus[] };

/** PUT /v1/hunts/{slug}: the hunt file's text; answers the version now live. */
export interface PublishReply {
  readonly slug: string;
  readonly version: number;
  readonly hash: string;
  /** False when the file equals the live version and nothing was published. */
  readonly published: boolean;
  readonly partition: number;
  /** Whether one team's state is enough to decide it, or the whole hunt's is needed. */
  readonly scope: 'team' | 'hunt';
  /** What makes it so, a sentence for each clue or rule that needs the whole hunt. */
  readonly scopeReasons: readonly string[];
}
/** GET /version of every app. */
export interface VersionReply {
  readonly app: string;
  readonly version: string;
  readonly commit: string;
}
