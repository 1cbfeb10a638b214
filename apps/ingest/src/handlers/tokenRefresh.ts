/** `token:refresh`: the socket goes on with a newer token of the same player or source. */
import { type Answer, problem, TokenInput } from '@trove/contracts';
import { serverTime } from '../deps.js';
import { ApiKeys } from '../tokens/apiKeys.js';
import type { Message } from './registerPlay.js';

export async function tokenRefresh(
  { app, sender }: Message,
  input: unknown,
): Promise<Answer<{ expiresAt: string }>> {
  const now = { serverTime: serverTime(app) };
  const parsed = TokenInput.safeParse(input);
  if (!parsed.success) return { ok: false, ...now, error: problem('malformed', 'token is needed') };
  const verified = await app.tokens.verify(parsed.data.token);
  if (!verified.ok) return { ok: false, ...now, error: verified.error };
  const { claims } = verified;
  const isSame =
    claims.kind === sender.claims.kind &&
    claims.sub === sender.claims.sub &&
    (claims.kind === 'source' ||
      (sender.claims.kind === 'player' &&
        claims.hunt === sender.claims.hunt &&
        claims.team === sender.claims.team &&
        claims.member === sender.claims.member));
  if (!isSame) {
    return { ok: false, ...now, error: problem('other_team', 'the token is somebody else’s') };
  }
  sender.claims = claims;
  sender.key = ApiKeys.keyIn(parsed.data.token);
  return { ok: true, ...now, expiresAt: new Date(claims.exp * 1000).toISOString() };
}
