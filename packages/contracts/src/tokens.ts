/** Claims of the signed tokens the door accepts (JWT, HS256). */
import { z } from 'zod';
import { HuntSlug, Name, Source } from './ids.js';
import { MemberNumber } from './team.js';

const audience = 'trove-door';

/** A player's token: five minutes, one hunt, one player, one team. */
export const PlayerClaims = z.object({
  aud: z.literal(audience),
  kind: z.literal('player'),
  sub: Name,
  hunt: HuntSlug,
  team: Name,
  /** Which of the team's members; whoever leaves it comes back under another number. */
  member: MemberNumber,
  source: Source,
  exp: z.int(),
});
export type PlayerClaims = z.infer<typeof PlayerClaims>;

/** A server's or tool's token: may act for any player of its hunts. */
export const SourceClaims = z.object({
  aud: z.literal(audience),
  kind: z.literal('source'),
  sub: Source,
  /** `*` for every hunt. */
  hunts: z
    .array(z.union([HuntSlug, z.literal('*')]))
    .min(1)
    .max(1000),
  /** `publish`: may publish hunts. `operate`: may do to live hunts what operators do. */
  may: z.array(z.enum(['send', 'publish', 'operate'])).min(1),
  exp: z.int(),
});
export type SourceClaims = z.infer<typeof SourceClaims>;

/** Trades for a new player token until it expires; never accepted by the socket. */
export const RefreshClaims = z.object({
  aud: z.literal('trove-refresh'),
  sub: Name,
  hunt: HuntSlug,
  team: Name,
  /** Which of the team's members; whoever leaves it comes back under another number. */
  member: MemberNumber,
  source: Source,
  exp: z.int(),
});
export type RefreshClaims = z.infer<typeof RefreshClaims>;

export const DoorClaims = z.discriminatedUnion('kind', [PlayerClaims, SourceClaims]);
export type DoorClaims = z.infer<typeof DoorClaims>;
export const DOOR_AUDIENCE = audience;
export const REFRESH_AUDIENCE = 'trove-refresh';
