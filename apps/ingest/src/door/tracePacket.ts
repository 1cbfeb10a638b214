/**
 * Spans of the events of one packet that carry a sampled `traceparent`: how long the door checked
 * them and how long the log took. While traces are off nothing of this is made.
 */
import type { OpenSpan, Tracing } from '@trove/telemetry';
import { DOOR_LIMITS } from '../limits.js';

export interface PacketTrace {
  /** Begins the span of an event; answers the context that goes into the log with it. */
  retrace(traceparent: string, id: string): string;
  /** Ends all spans at the log's answer. */
  end(appendedAtUs: number, failure?: string): void;
}

export interface TracedLane {
  readonly partition: number;
  readonly receivedAtUs: number;
  /** When its events had been checked. */
  readonly checkedAtUs: number;
}

export function traceLane(tracing: Tracing, lane: TracedLane): PacketTrace {
  const { partition, receivedAtUs, checkedAtUs } = lane;
  const open: { readonly event: OpenSpan; readonly append: OpenSpan | undefined }[] = [];
  return {
    retrace(traceparent, id) {
      if (open.length >= DOOR_LIMITS.tracedEvents) return traceparent;
      const event = tracing.begin({
        name: `send p${partition}`,
        kind: 'producer',
        parent: traceparent,
        startUs: receivedAtUs,
        attributes: {
          'messaging.system': 'trove',
          'messaging.operation.type': 'send',
          'messaging.destination.name': `p${partition}`,
          'messaging.message.id': id,
        },
      });
      if (event === undefined) return traceparent;
      const parent = event.traceparent;
      tracing.begin({ name: 'check', parent, startUs: receivedAtUs })?.end(checkedAtUs);
      open.push({ event, append: tracing.begin({ name: 'append', parent, startUs: checkedAtUs }) });
      return parent;
    },
    end(appendedAtUs, failure) {
      for (const { event, append } of open) {
        append?.end(appendedAtUs, failure);
        event.end(appendedAtUs, failure);
      }
    },
  };
}
