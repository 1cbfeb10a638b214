/**
 * Keeps a session's token fresh: one timer, one refresh at a time. A source's token is given by
 * its operator and is never refreshed.
 */
import { retryDelayMs } from './backoff.js';
import { SDK_LIMITS } from './limits.js';
import type { ServerClock } from './serverClock.js';
import type { Session } from './transport.js';
import { refreshToken } from './transport.js';

/** `setTimeout` fires at once for anything longer. */
const LONGEST_TIMER_MS = 2_147_483_647;

export interface TokenKeeper {
  readonly token: string;
  /** A fresh token now; shares a refresh already under way. Throws `TroveError`. */
  refresh(): Promise<string>;
  close(): void;
}

export interface TokenKeeperOptions {
  readonly url: string;
  readonly session: Session;
  readonly clock: ServerClock;
  /** The device's clock, ms. */
  readonly deviceNow: () => number;
  /** Called with the session as it is with each fresh token. */
  readonly onSession: (session: Session) => void;
}

/** A keeper that refreshes ahead of expiry until it is closed. */
export function createTokenKeeper(options: TokenKeeperOptions): TokenKeeper {
  const { url, clock, deviceNow } = options;
  let { session } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay: Promise<string> | undefined;
  let attempt = 0;
  let isClosed = false;

  function schedule(expiresAt: string): void {
    const dueMs = Date.parse(expiresAt) - clock.now() - SDK_LIMITS.refreshAheadMs;
    arm(Math.max(dueMs, SDK_LIMITS.retryFirstMs));
  }

  function arm(waitMs: number): void {
    clearTimeout(timer);
    if (isClosed) return;
    timer = setTimeout(() => void refresh().catch(retry), Math.min(waitMs, LONGEST_TIMER_MS));
  }

  function retry(): void {
    attempt += 1;
    arm(SDK_LIMITS.retryFirstMs + retryDelayMs({ attempt, random: Math.random() }));
  }

  async function trade(): Promise<string> {
    const askedAtMs = deviceNow();
    const reply = await refreshToken(url, session.refreshToken);
    clock.observe(askedAtMs, reply.serverTime);
    attempt = 0;
    session = { ...session, ...reply, clockAheadMs: clock.offsetMs };
    schedule(session.tokenExpiresAt);
    options.onSession(session);
    return session.token;
  }

  function refresh(): Promise<string> {
    underWay ??= trade().finally(() => {
      underWay = undefined;
    });
    return underWay;
  }

  schedule(session.tokenExpiresAt);
  return {
    get token() {
      return session.token;
    },
    refresh,
    close() {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}
