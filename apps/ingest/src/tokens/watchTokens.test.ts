import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PlayNamespace } from '../handlers/registerPlay.js';
import { DOOR_LIMITS } from '../limits.js';
import { watchTokens } from './watchTokens.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const socket = (kind: string, exp: number, key?: string) => ({
  data: { sender: { claims: { kind, exp }, key } },
});

/** Watches sockets while two looks pass at this second; who was ended, and why. */
async function ended(sockets: Record<string, ReturnType<typeof socket>>, nowS: number) {
  const reasons: Record<string, string> = {};
  const play = { sockets: new Map(Object.entries(sockets)) } as unknown as PlayNamespace;
  const watching = watchTokens(play, {
    app: {
      clock: { nowUs: () => nowS * 1e6 },
      tokens: { verify: async () => ({ ok: false }) },
      logger: { warn: () => undefined },
    } as unknown as Parameters<typeof watchTokens>[1]['app'],
    onEnded(which, reason) {
      const found = Object.entries(sockets).find(([, one]) => Object.is(one, which));
      reasons[found?.[0] ?? '?'] = reason;
    },
  });
  await vi.advanceTimersByTimeAsync(DOOR_LIMITS.keyLookMs);
  watching.close();
  return reasons;
}

it('SO7 ends sockets whose token ran out and was not refreshed', async () => {
  const sockets = { late: socket('player', 99), fresh: socket('player', 101) };
  expect(await ended(sockets, 100)).toEqual({ late: 'token_expired' });
});

it('SO7 ends sockets whose key was taken back, and asks for no signed token', async () => {
  const sockets = {
    revoked: socket('source', 1_000, 'trove_0123456789'),
    signed: socket('source', 1_000),
  };
  expect(await ended(sockets, 100)).toEqual({ revoked: 'token_revoked' });
});
