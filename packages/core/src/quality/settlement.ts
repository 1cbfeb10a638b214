/** What a replay's outcome means for the entry it came from. */
import type { Outcome, QuarantineState } from '@trove/contracts';

/**
 * An entry needs nobody's look any more once its event counts, now or before. A conflict, and what
 * can't be decided or is refused, have come back as entries of their own, so that this one is done
 * too. What was late or above a bound has moved nothing and stays open.
 */
export function stateAfter(outcome: Outcome): QuarantineState {
  return outcome === 'late' || outcome === 'rate_limited' ? 'open' : 'replayed';
}
