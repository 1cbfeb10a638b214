/** Spans of pushing the results of traced events, at the door where somebody listens. */
import type { OutBlob } from '@trove/streams';
import type { OpenSpan, Tracing } from '@trove/telemetry';
import { DOOR_LIMITS } from '../limits.js';

export interface TracedPush {
  readonly blob: OutBlob;
  readonly startUs: number;
  /** Whether a row's result goes to anybody here. */
  isHeard(index: number): boolean;
}

/** Begins them; what it answers ends them when all is emitted. */
export function tracePush(tracing: Tracing, push: TracedPush): (atUs: number) => void {
  const { blob, startUs } = push;
  const spans: OpenSpan[] = [];
  for (const { index, traceparent } of (blob.traces ?? []).slice(0, DOOR_LIMITS.tracedEvents)) {
    if (!push.isHeard(index)) continue;
    const span = tracing.begin({
      name: 'push results',
      kind: 'producer',
      parent: traceparent,
      startUs,
      attributes: {
        'messaging.system': 'trove',
        'messaging.operation.type': 'send',
        'messaging.destination.name': 'results',
        'messaging.message.id': blob.idOf(index),
      },
    });
    if (span !== undefined) spans.push(span);
  }
  return (atUs) => {
    for (const span of spans) span.end(atUs);
  };
}
