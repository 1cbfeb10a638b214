/**
 * A socket lives no longer than what it was let in with: one whose token ran out and was not
 * refreshed is closed, as is one whose API key was taken back while it was open.
 */
import type { ByeReason } from '@trove/contracts';
import type { DoorApp } from '../deps.js';
import type { PlayNamespace, PlaySocket } from '../handlers/registerPlay.js';
import { DOOR_LIMITS } from '../limits.js';

interface WatchDeps {
  readonly app: Pick<DoorApp, 'tokens' | 'clock' | 'logger'>;
  onEnded(socket: PlaySocket, reason: ByeReason): void;
}

export function watchTokens(play: PlayNamespace, deps: WatchDeps): { close(): void } {
  const { app } = deps;
  const expiry = setInterval(() => {
    const nowS = app.clock.nowUs() / 1e6;
    for (const socket of play.sockets.values()) {
      if (socket.data.sender.claims.exp <= nowS) deps.onEnded(socket, 'token_expired');
    }
  }, DOOR_LIMITS.tokenLookMs);
  const keys = setInterval(() => {
    for (const socket of play.sockets.values()) {
      if (socket.data.sender.claims.kind !== 'source') continue;
      askAgain(socket, deps).catch((err: unknown) => {
        // PostgreSQL is away: a key that was good goes on, because play never waits for it.
        app.logger.warn({ err }, 'a key could not be asked for again');
      });
    }
  }, DOOR_LIMITS.keyLookMs);
  return {
    close() {
      clearInterval(expiry);
      clearInterval(keys);
    },
  };
}

/** Signed tokens say all there is to know; a key is what PostgreSQL says it is. */
async function askAgain(socket: PlaySocket, { app, onEnded }: WatchDeps): Promise<void> {
  const { sender } = socket.data;
  const { key } = sender;
  if (key === undefined) return;
  const verified = await app.tokens.verify(key);
  // It may have come back with another one while this was asked.
  if (!verified.ok && sender.key === key) onEnded(socket, 'token_revoked');
}
