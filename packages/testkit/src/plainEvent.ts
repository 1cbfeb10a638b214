/** An event of any adapter as a plain value, so that tests can compare it. */
import type { LoggedEvent } from '@trove/core';

export function plainEvent(event: LoggedEvent): LoggedEvent {
  const { identity, digest, source, hunt, player, team, timeMs, sentAtMs, receivedAtUs } = event;
  const stamped = { identity, digest, source, hunt, player, team, timeMs, sentAtMs, receivedAtUs };
  return { ...stamped, type: event.type, data: event.data } as LoggedEvent;
}
