/** Signs and verifies what the door is shown: who somebody is, and for which hunts. */
import {
  DOOR_AUDIENCE,
  DoorClaims,
  type PlayerClaims,
  type Problem,
  problem,
  REFRESH_AUDIENCE,
  RefreshClaims,
} from '@trove/contracts';
import { errors, jwtVerify, SignJWT } from 'jose';
import { ApiKeys } from './apiKeys.js';

/** A player's token lives five minutes; a stolen one is worth little. */
export const PLAYER_TOKEN_MS = 5 * 60_000;
/** As long as an event id may be late, so that a phone can come back within its window. */
export const REFRESH_TOKEN_MS = 48 * 3_600_000;

const ALGORITHM = 'HS256';
/** The same as the Web Cryptography API calls it. */
const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const;

/** The API key that was shown, as the audit log names it. */
export interface NamedKey {
  readonly id: string;
  readonly name: string;
}

export type Verified<T> =
  | { readonly ok: true; readonly claims: T; readonly key?: NamedKey }
  | { readonly ok: false; readonly error: Problem };

export type PlayerIdentity = Pick<PlayerClaims, 'sub' | 'hunt' | 'team' | 'member' | 'source'>;

export interface Tokens {
  verify(token: string): Promise<Verified<DoorClaims>>;
  verifyRefresh(token: string): Promise<Verified<RefreshClaims>>;
  issuePlayer(player: PlayerIdentity): Promise<{ token: string; expiresAtMs: number }>;
  issueRefresh(player: PlayerIdentity): Promise<string>;
}

export interface TokensOptions {
  readonly secret: string;
  readonly nowMs: () => number;
  readonly apiKeys: ApiKeys;
  /** Why claims that verify are worth nothing any more. */
  readonly refusal: (claims: DoorClaims) => Problem | undefined;
}

export function createTokens(options: TokensOptions): Tokens {
  const { secret, nowMs, apiKeys } = options;
  const bytes = new TextEncoder().encode(secret);
  // Once: left as bytes it would be imported anew for each token.
  const importing = crypto.subtle.importKey('raw', bytes, HMAC, false, ['sign', 'verify']);
  const verify = async <T>(
    token: string,
    audience: string,
    parse: (payload: unknown) => T | undefined,
  ): Promise<Verified<T>> => {
    try {
      const { payload } = await jwtVerify(token, await importing, {
        audience,
        algorithms: [ALGORITHM],
        currentDate: new Date(nowMs()),
      });
      const claims = parse(payload);
      if (claims !== undefined) return { ok: true, claims };
      return { ok: false, error: problem('token_invalid', 'the token lacks a claim') };
    } catch (error) {
      if (error instanceof errors.JWTExpired) {
        return { ok: false, error: problem('token_expired', 'the token has run out') };
      }
      if (error instanceof errors.JOSEError) {
        return { ok: false, error: problem('token_invalid', 'the token does not verify') };
      }
      throw error;
    }
  };
  const sign = async (claims: PlayerIdentity, audience: string, expiresAtMs: number) => {
    return await new SignJWT({ ...claims, kind: 'player' })
      .setProtectedHeader({ alg: ALGORITHM })
      .setAudience(audience)
      .setExpirationTime(Math.floor(expiresAtMs / 1000))
      .sign(await importing);
  };
  return {
    async verify(token) {
      if (ApiKeys.looksLikeOne(token)) return await apiKeys.verify(token);
      const verified = await verify(token, DOOR_AUDIENCE, (p) => DoorClaims.safeParse(p).data);
      const error = verified.ok ? options.refusal(verified.claims) : undefined;
      return error === undefined ? verified : { ok: false, error };
    },
    verifyRefresh: (token) => {
      return verify(token, REFRESH_AUDIENCE, (p) => RefreshClaims.safeParse(p).data);
    },
    async issuePlayer({ sub, hunt, team, member, source }) {
      const expiresAtMs = nowMs() + PLAYER_TOKEN_MS;
      const token = await sign({ sub, hunt, team, member, source }, DOOR_AUDIENCE, expiresAtMs);
      return { token, expiresAtMs };
    },
    async issueRefresh({ sub, hunt, team, member, source }) {
      const expiresAtMs = nowMs() + REFRESH_TOKEN_MS;
      return await sign({ sub, hunt, team, member, source }, REFRESH_AUDIENCE, expiresAtMs);
    },
  };
}
