/** Open-loop pacing: what is due is due, however slow the answers are. */
import { setTimeout as sleep } from 'node:timers/promises';
import { PACE } from './limits.js';

/** How many sendings are due at a time, given when pacing began and how many were made. Pure. */
export function dueAt(options: { elapsedMs: number; rate: number; made: number }): number {
  const { elapsedMs, rate, made } = options;
  return Math.max(0, Math.floor((elapsedMs * rate) / 1_000) + 1 - made);
}

/** Yields how many sendings are due, tick by tick, until the signal. */
export async function* paced(rate: number, signal: AbortSignal): AsyncGenerator<number> {
  let startMs = performance.now();
  let made = 0;
  while (!signal.aborted) {
    const elapsedMs = performance.now() - startMs;
    const due = dueAt({ elapsedMs, rate, made });
    const most = Math.max(1, Math.ceil((PACE.catchUpMs * rate) / 1_000));
    if (due > most) startMs += ((due - most) * 1_000) / rate;
    const now = Math.min(due, most);
    made += now;
    if (now > 0) yield now;
    await sleep(PACE.tickMs, undefined, { signal }).catch(() => undefined);
  }
}
