/**
 * Whether a window that began at `sinceMs` is still open. One that began later than now began
 * before the clock was put back, and is over: nobody waits for a time to come round again.
 */
export function isWithin(sinceMs: number, nowMs: number, windowMs: number): boolean {
  return nowMs >= sinceMs && nowMs - sinceMs < windowMs;
}
