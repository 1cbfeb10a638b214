/**
 * When an event happened by the server's clock, as far as it can be known, and how far event time
 * has come in a hunt. Never part of what deduplication looks at.
 */
import type { HuntState } from '../game/state.js';
import type { CompiledHunt } from '../hunt/compiledHunt.js';
import type { LoggedEvent } from '../ports/loggedEvent.js';
import { WATERMARK_IDLE_MS } from './limits.js';

type Times = Pick<LoggedEvent, 'timeMs' | 'sentAtMs' | 'receivedAtUs'>;

/**
 * Corrected time of an event, ms: received − (sent − time). Both of the sender's times come from
 * one clock, so that its skew falls out. One that says it was sent before it happened happened
 * when it was received.
 */
export function effectiveMs({ timeMs, sentAtMs, receivedAtUs }: Times): number {
  return receivedAtUs / 1000 - Math.max(0, sentAtMs - timeMs);
}

/** When an event happened on its hunt's clock, ms: on its events' clock, when its sender says. */
export function happenedMs(event: Times, clock: CompiledHunt['clock'] | undefined): number {
  return clock === 'events' ? event.timeMs : effectiveMs(event);
}

/** Where a hunt's event time stands, and whether it follows the log's clock for want of events. */
export interface Watermark {
  readonly ms: number;
  readonly isIdle: boolean;
}

type Marked = Pick<HuntState, 'watermarkMs' | 'lastPlayMs'>;

/**
 * The watermark at a moment of the log's clock. It is the latest corrected time so far; after
 * `WATERMARK_IDLE_MS` without an event it goes on that far behind the clock.
 */
export function watermarkAt({ watermarkMs, lastPlayMs }: Marked, nowMs: number): Watermark {
  const isIdle = lastPlayMs > 0 && nowMs - lastPlayMs > WATERMARK_IDLE_MS;
  if (!isIdle) return { ms: watermarkMs, isIdle };
  return { ms: Math.max(watermarkMs, nowMs - WATERMARK_IDLE_MS), isIdle };
}
