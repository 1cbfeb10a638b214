/** One trace from the client's own span through door and worker to the push of the result. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, connectPlay, HUNT, openApi, packet, packetEvent } from '../api/installation.js';
import { type Collector, type SeenSpan, startCollector } from './collector.js';

const DATABASE = 8;
const SPANS_MS = 15_000;
const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';
const CLIENT_SPAN = 'b7ad6b7169203331';
const UNSAMPLED_ID = '4bf92f3577b34da6a3ce929d0e0e4736';

let api: Api;
let collector: Collector;
let traced: Record<string, unknown>;
const pushed: string[] = [];

beforeAll(async () => {
  collector = await startCollector();
  api = await openApi(DATABASE, { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
  const { socket } = await connectPlay(api.url, { token: api.token });
  socket.on('results', ({ results }: { results: { id: string }[] }) => {
    pushed.push(...results.map(({ id }) => id));
  });
  traced = packetEvent('CLOCK', { traceparent: `00-${TRACE_ID}-${CLIENT_SPAN}-01` });
  const unsampled = packetEvent('A', { traceparent: `00-${UNSAMPLED_ID}-${CLIENT_SPAN}-00` });
  const malformed = packetEvent('B', { traceparent: 'no trace at all' });
  const events = [packetEvent('C'), unsampled, traced, malformed, packetEvent('D')];
  const reply = await socket.timeout(5_000).emitWithAck('events:send', packet(events));
  if (reply.acks?.every((ack: string) => ack === 'appended') !== true) {
    throw new Error(JSON.stringify(reply));
  }
  await collector.until(
    (spans) => ['push results', 'drain', 'append'].every((name) => found(spans, name).length > 0),
    SPANS_MS,
  );
  socket.disconnect();
});
afterAll(async () => {
  await api.close();
  await collector.close();
});

/** Spans whose name begins so. */
function found(spans: readonly SeenSpan[], name: string): SeenSpan[] {
  return spans.filter((span) => span.name.startsWith(name));
}

function only(name: string): SeenSpan {
  const [span, ...others] = found(collector.spans, name);
  if (span === undefined || others.length > 0) {
    throw new Error(`${others.length + Number(span !== undefined)} spans are named ${name}`);
  }
  return span;
}

describe('a sampled event', () => {
  it('has one trace, from its client through door and worker to the push', () => {
    const send = only('send p');
    const process = only('process p');
    const push = only('push results');
    expect(send.parentSpanId).toBe(CLIENT_SPAN);
    expect(process.parentSpanId).toBe(send.spanId);
    expect(push.parentSpanId).toBe(process.spanId);
    for (const span of [send, process, push, only('check'), only('append')]) {
      expect(span.traceId).toBe(TRACE_ID);
    }
    expect([send, process, push].map(({ service }) => service)).toEqual([
      'trove-ingest',
      'trove-worker',
      'trove-ingest',
    ]);
    expect(pushed).toContain(traced['id']);
  });

  it('has the door’s two steps as parts, in order', () => {
    const [send, check, append] = [only('send p'), only('check'), only('append')];
    expect([check.parentSpanId, append.parentSpanId]).toEqual([send.spanId, send.spanId]);
    expect(check.startNs).toBe(send.startNs);
    expect(append.startNs).toBe(check.endNs);
    expect(append.endNs).toBe(send.endNs);
    expect(only('push results').startNs).toBeGreaterThanOrEqual(append.endNs);
  });

  it('names its id, its hunt and what became of it', () => {
    expect(only('process p').attributes).toMatchObject({
      'messaging.message.id': traced['id'],
      'trove.hunt': HUNT,
      'trove.outcome': 'accepted',
      'trove.verdict': 'solved',
    });
  });
});

describe('the batch it was decided in', () => {
  it('is a trace of its own, of deciding and committing, with links to it', () => {
    const drain = only('drain p');
    const parts = [only('decide'), only('commit')];
    expect(drain.traceId).not.toBe(TRACE_ID);
    for (const part of parts) expect(part.parentSpanId).toBe(drain.spanId);
    for (const { links } of [drain, ...parts]) expect(links).toEqual([only('process p').spanId]);
  });
});

describe('an event whose trace is not sampled, malformed or missing', () => {
  it('has no span anywhere', () => {
    const ids = new Set(collector.spans.map(({ traceId }) => traceId));
    expect(ids).toEqual(new Set([TRACE_ID, only('drain p').traceId]));
  });
});
