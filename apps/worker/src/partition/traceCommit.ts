/**
 * Spans of one commit that holds traced events: one of each event, a part of its own trace, and
 * one of the batch, with links to all of them. Without traced events nothing of this is made.
 */
import { type Decision, type EventTrace, eventIdOf } from '@trove/core';
import type { NewSpan, OpenSpan, Tracing } from '@trove/telemetry';
import { DRAIN_LIMITS } from './limits.js';

export interface TracedTimes {
  readonly partition: number;
  /** When deciding began and ended, microseconds. */
  readonly startUs: number;
  readonly decidedAtUs: number;
}

export interface CommitTrace {
  /** The decision with the contexts of these spans in the place of the events' own. */
  readonly decision: Decision;
  /** Ends all spans; `failure` when it was not committed. */
  end(atUs: number, failure?: string): void;
}

export function traceCommit(
  tracing: Tracing,
  decision: Decision,
  times: TracedTimes,
): CommitTrace | undefined {
  if (!decision.entries.some(({ traces }) => traces !== undefined)) return undefined;
  const events = new EventSpans(tracing, decision, times);
  const entries = events.replaced();
  if (events.spans.length === 0) return undefined;
  const batch = beginBatch(tracing, events.spans, times);
  return {
    decision: { ...decision, entries },
    end(atUs, failure) {
      for (const span of [...events.spans, ...batch]) span.end(atUs, failure);
    },
  };
}

class EventSpans {
  readonly spans: OpenSpan[] = [];

  constructor(
    private readonly tracing: Tracing,
    private readonly decision: Decision,
    private readonly times: TracedTimes,
  ) {}

  /** The decision's entries with each traced event's context replaced by its span's. */
  replaced(): Decision['entries'] {
    let first = 0;
    return this.decision.entries.map((entry) => {
      const from = first;
      first += entry.count;
      if (entry.traces === undefined) return entry;
      const traces = entry.traces.map((trace) => {
        const span = this.begin(trace, { row: from + trace.index, startUs: entry.appendedAtUs });
        return span === undefined ? trace : { ...trace, traceparent: span.traceparent };
      });
      return { ...entry, traces };
    });
  }

  private begin(
    { traceparent }: EventTrace,
    { row, startUs }: { row: number; startUs: number },
  ): OpenSpan | undefined {
    const result = this.decision.results[row];
    if (result === undefined || this.spans.length >= DRAIN_LIMITS.tracedEvents) return undefined;
    const span = this.tracing.begin({
      name: `process p${this.times.partition}`,
      kind: 'consumer',
      parent: traceparent,
      startUs,
      attributes: {
        ...attributesOf(this.times),
        'messaging.message.id': eventIdOf(result.event.identity),
        'trove.hunt': result.event.hunt,
        'trove.outcome': result.outcome,
        ...(result.verdict === undefined ? {} : { 'trove.verdict': result.verdict }),
      },
    });
    if (span !== undefined) this.spans.push(span);
    return span;
  }
}

/** Deciding and committing as parts of the batch's own trace. */
function beginBatch(tracing: Tracing, events: readonly OpenSpan[], times: TracedTimes): OpenSpan[] {
  const { partition, startUs, decidedAtUs } = times;
  const links = events.map(({ traceparent }) => traceparent);
  const begin = (span: Omit<NewSpan, 'links'>) => tracing.begin({ ...span, links });
  const attributes = { ...attributesOf(times), 'messaging.batch.message_count': links.length };
  const whole = begin({ name: `drain p${partition}`, kind: 'consumer', startUs, attributes });
  const parent = whole === undefined ? {} : { parent: whole.traceparent };
  const decide = begin({ name: 'decide', startUs, ...parent });
  const commit = begin({ name: 'commit', startUs: decidedAtUs, ...parent });
  const parts = [commit, whole].filter((span) => span !== undefined);
  return decide === undefined
    ? parts
    : [{ ...decide, end: () => decide.end(decidedAtUs) }, ...parts];
}

function attributesOf({ partition }: TracedTimes) {
  return {
    'messaging.system': 'trove',
    'messaging.operation.type': 'process',
    'messaging.destination.name': `p${partition}`,
    'messaging.consumer.group.name': 'trove-worker',
  };
}
