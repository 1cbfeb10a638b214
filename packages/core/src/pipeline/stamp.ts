/** Times of an event: what the sender said, and what it would be by the server's clock. */
import { WIRE_LIMITS } from '@trove/contracts';

export interface Times {
  /** When it happened, by the sender's clock, ms. */
  readonly timeMs: number;
  /** When its packet left, by the sender's clock, ms. */
  readonly sentAtMs: number;
  /** When it reached the door, by the server's clock, ms. */
  readonly receivedAtMs: number;
}

/**
 * When an event happened by the server's clock: received − (sent − time), so that a phone whose
 * clock is wrong by a constant tells true times all the same. Clamped to the dedup window before
 * receipt, and never after it.
 */
export function effectiveTimeMs({ timeMs, sentAtMs, receivedAtMs }: Times): number {
  const heldMs = Math.min(Math.max(0, sentAtMs - timeMs), WIRE_LIMITS.dedupWindowMs);
  return receivedAtMs - heldMs;
}

/** What the door says of an id's own time; undefined when it may pass. */
export function idTimeProblem(
  idTimeMs: number,
  nowMs: number,
): 'id_too_old' | 'id_from_future' | undefined {
  if (idTimeMs < nowMs - WIRE_LIMITS.dedupWindowMs) return 'id_too_old';
  return idTimeMs > nowMs + WIRE_LIMITS.idAheadMs ? 'id_from_future' : undefined;
}
