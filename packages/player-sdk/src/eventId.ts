/** Ids of events: UUIDv7 on the server's clock, made once for one intent. */
import { v7 } from 'uuid';

/** @param serverNowMs the server's time in milliseconds, as its replies tell it */
export function makeEventId(serverNowMs: number): string {
  return v7({ msecs: Math.max(0, Math.round(serverNowMs)) });
}
