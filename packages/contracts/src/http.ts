/** Bodies of the HTTP API under /v1. */
import { z } from 'zod';
import { LocalId } from './ids.js';
import type { Immutable } from './immutable.js';
import { SendReply } from './play.js';
import { Instant, prose } from './prose.js';
import { EventResult } from './results.js';
import { PlayerName, TeamCode, TeamName } from './team.js';
import { SourceClaims } from './tokens.js';

export const JoinReply = z.object({
  hunt: z.string(),
  player: z.string(),
  playerName: z.string(),
  member: z.int().describe('Its number in the team: what team-mates know it by.'),
  team: z.string(),
  teamName: z.string(),
  teamCode: z.string().describe('What others join this team with.'),
  isPlaytest: z.boolean().describe('Whether the team is one of playtesters, which is on no board.'),
  source: z.string().describe('The `source` this player must use in its packets.'),
  token: z.string(),
  tokenExpiresAt: Instant,
  refreshToken: z.string(),
  serverTime: Instant,
});
export type JoinReply = Immutable<z.infer<typeof JoinReply>>;

export const LeaveReply = z
  .object({ hunt: z.string(), team: z.string(), serverTime: Instant })
  .describe(prose`
    POST /v1/hunts/{slug}/leave, by a player's token: its points stay with the team.
  `);
export type LeaveReply = Immutable<z.infer<typeof LeaveReply>>;

export const RefreshReply = z.object({
  token: z.string(),
  tokenExpiresAt: Instant,
  refreshToken: z
    .string()
    .describe(
      'For the next time, in the place of the one that was sent; lives as long from now on.',
    ),
  serverTime: Instant,
});
export type RefreshReply = Immutable<z.infer<typeof RefreshReply>>;

export const TokenReply = z
  .object({
    kind: z.enum(['source', 'player']),
    source: z.string().describe('The `source` that packets sent with it must name.'),
    hunts: z.array(z.string()).describe('Those it is for; `*` for every hunt.'),
    may: SourceClaims.shape.may,
    serverTime: Instant,
  })
  .describe('GET /v1/token: what a token or an API key is good for, which no key says by itself.');
export type TokenReply = Immutable<z.infer<typeof TokenReply>>;

export const PublishReply = z
  .object({
    slug: z.string(),
    version: z.int(),
    hash: z.string(),
    published: z.boolean().describe(prose`
      False when the file equals the live version and nothing was published.
    `),
    partition: z.int(),
    scope: z.enum(['team', 'hunt']).describe(prose`
      Whether one team's state is enough to decide it, or the whole hunt's is
      needed.
    `),
    scopeReasons: z.array(z.string()).describe(prose`
      What makes it so, a sentence for each clue or rule that needs the whole hunt.
    `),
  })
  .describe(prose`
      PUT /v1/hunts/{slug}: the hunt file's text; answers the version now live.
    `);
export type PublishReply = Immutable<z.infer<typeof PublishReply>>;

export const VersionReply = z
  .object({
    app: z.string(),
    version: z.string(),
    commit: z.string(),
  })
  .describe('GET /version of every app.');
export type VersionReply = Immutable<z.infer<typeof VersionReply>>;

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
    /** What team-mates see, and the board where one plays alone; absent: `Player` and a number. */
    playerName: PlayerName.optional(),
    /** Makes a team of this name. */
    teamName: TeamName.optional(),
    /** One of the hunt's; it counts for a team that is made by this. */
    division: LocalId.optional(),
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

/** POST /v1/token/refresh. */
export const RefreshRequest = z.strictObject({ refreshToken: z.string().min(1).max(4096) });
export type RefreshRequest = z.infer<typeof RefreshRequest>;

export const EventStatus = z
  .union([
    EventResult.partial()
      .required({ id: true, outcome: true })
      .extend({ status: z.literal('decided') }),
    z.object({ status: z.enum(['pending', 'unknown']), id: z.string() }),
  ])
  .describe('What became of an event; one that scored long ago is told by fewer fields.');
export type EventStatus = Immutable<z.infer<typeof EventStatus>>;

export const OperationReply = z
  .union([
    EventResult.extend({ status: z.literal('decided') }),
    z.object({ status: z.literal('pending') }),
  ])
  .describe('What an operator’s act has done; `pending` while nobody has decided it.');
export type OperationReply = Immutable<z.infer<typeof OperationReply>>;

const Results = z.object({ results: z.array(EventStatus).optional() });

export const PostEventsReply = z
  .intersection(SendReply, Results)
  .describe('With `results` when the caller asked to wait for them.');
export type PostEventsReply = Immutable<z.infer<typeof PostEventsReply>>;

export const DefinitionReply = z.object({
  version: z.int(),
  hash: z.string(),
  definition: z.unknown().describe('The hunt file as the servers read it.'),
});
