/**
 * Hands unsent events to the browser as its page goes away, where no answer can be waited for:
 * a form to POST /v1/events with the token beside the events (RFC 6750, 2.2), because neither a
 * beacon nor a form may carry headers. The events keep their ids and stay in the queue; when the
 * player comes back they are sent again, and the server counts them once.
 */
import type { PlayEvent } from '@trove/contracts';
import { SDK_LIMITS } from './limits.js';

export interface BeaconOptions {
  readonly url: string;
  readonly token: string;
  readonly source: string;
  /** Oldest first; of too many the first are handed over, because order has to hold. */
  readonly events: readonly PlayEvent[];
  readonly nowMs: number;
}

/** How many events the browser has taken; 0 where there is none, or it is full. */
export function sendBeaconOf(options: BeaconOptions): number {
  const { body, count } = beaconBody(options);
  if (count === 0) return 0;
  const url = new URL('/v1/events', options.url);
  const isTaken = globalThis.navigator?.sendBeacon?.(url, body) ?? false;
  return isTaken ? count : 0;
}

/** A form of as many events as fit. */
export function beaconBody({ token, source, events, nowMs }: BeaconOptions) {
  const sentat = new Date(nowMs).toISOString();
  const texts: string[] = [];
  let bytes = encodeURIComponent(token).length;
  for (const event of events) {
    const text = JSON.stringify({ specversion: '1.0', source, sentat, ...event });
    bytes += encodeURIComponent(text).length + ENCODED_COMMA;
    if (bytes > SDK_LIMITS.beaconBytes) break;
    texts.push(text);
  }
  const body = new URLSearchParams({ access_token: token, events: `[${texts.join(',')}]` });
  return { body, count: texts.length };
}

const ENCODED_COMMA = '%2C'.length;
