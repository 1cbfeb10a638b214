/**
 * How often players may ask: each question costs reads of Redis and an answer of some size. The
 * events they send are bound elsewhere, and servers, whose questions are their operator's, are not.
 */
import { type ClientMessages, type Problem, problem } from '@trove/contracts';
import type { Sender } from '../door/sender.js';
import { DOOR_LIMITS, DOOR_RATES, RATE_KEYS } from '../limits.js';
import { RateLimiter } from './rateLimiter.js';

/** What may still be said under a token that has run out: that is how it is made good. */
const RENEWS = 'token:refresh' satisfies keyof ClientMessages;

export class Questions {
  readonly #rates = new RateLimiter(DOOR_RATES.questions, RATE_KEYS);

  /** Counts a message that may be answered; says why, and when again, of one that may not. */
  refuse(message: string, { claims, questions }: Asking, nowMs: number): Problem | undefined {
    if (claims.exp * 1000 <= nowMs && message !== RENEWS) {
      return problem('token_expired', 'refresh the token and ask again');
    }
    if (claims.kind === 'source') return undefined;
    const { questionsInFlight, askAgainMs: retryAfterMs } = DOOR_LIMITS;
    if (questions >= questionsInFlight) {
      const detail = `at most ${questionsInFlight} questions of one socket at a time`;
      return problem('rate_limited', detail, { retryAfterMs });
    }
    const waitMs = this.#rates.take(claims.source, 1, nowMs);
    if (waitMs === 0) return undefined;
    const detail = 'too many questions of one player';
    return problem('rate_limited', detail, { retryAfterMs: waitMs });
  }
}

type Asking = Pick<Sender, 'claims' | 'questions'>;
