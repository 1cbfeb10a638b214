/** Whether an id may pass by its own time: neither older than the window nor far ahead. */
import { WIRE_LIMITS } from '@trove/contracts';

/** What the door says of an id's own time; undefined when it may pass. */
export function idTimeProblem(
  idTimeMs: number,
  nowMs: number,
): 'id_too_old' | 'id_from_future' | undefined {
  if (idTimeMs < nowMs - WIRE_LIMITS.dedupWindowMs) return 'id_too_old';
  return idTimeMs > nowMs + WIRE_LIMITS.idAheadMs ? 'id_from_future' : undefined;
}
