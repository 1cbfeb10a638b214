/**
 * How long to wait before the next try. The server's own wish is a lower bound and the jitter
 * comes on top of it, so that clients refused together do not come back together.
 */
import { SDK_LIMITS } from './limits.js';

/** Share of the server's wish that jitter may add. */
const JITTER_SHARE = 0.25;

export interface RetryQuestion {
  /** Tries made so far, from 1. */
  readonly attempt: number;
  /** What the server asked for, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** A number in [0, 1). */
  readonly random: number;
}

/** Milliseconds to wait. Without a wish of the server: full jitter over a doubling bound. */
export function retryDelayMs({ attempt, retryAfterMs, random }: RetryQuestion): number {
  if (retryAfterMs !== undefined) return retryAfterMs * (1 + JITTER_SHARE * random);
  const doublings = Math.min(attempt - 1, 16);
  const bound = Math.min(SDK_LIMITS.retryLastMs, SDK_LIMITS.retryFirstMs * 2 ** doublings);
  return bound * random;
}
