/** A token that is good now, for the few calls that do not go through the SDK's socket. */
import type { JoinReply, RefreshReply } from '@trove/contracts';
import { PLAY_LIMITS } from './limits';

/** Undefined without a signal, or when the pass has run out. */
export async function freshToken(door: string, session: JoinReply): Promise<string | undefined> {
  try {
    const response = await fetch(new URL('/v1/token/refresh', door), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ refreshToken: session.refreshToken }),
      signal: AbortSignal.timeout(PLAY_LIMITS.joinMs),
    });
    if (!response.ok) return undefined;
    return ((await response.json()) as RefreshReply).token;
  } catch {
    // No answer and an answer that is a proxy's own page come to the same here.
    return undefined;
  }
}
