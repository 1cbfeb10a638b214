/**
 * OpenTelemetry traces, sent over OTLP. Nothing of OpenTelemetry is loaded until they are turned
 * on. A trace begins with whoever sent the event: without a sampled `traceparent` of its own no
 * event has spans. Times are microseconds on Redis's clock, so that the spans of several
 * processes stand in the right order.
 */
import type { Attributes, HrTime, Link, SpanContext, SpanKind } from '@opentelemetry/api';
import type { TracerProvider } from '@opentelemetry/sdk-trace';

export interface NewSpan {
  readonly name: string;
  readonly kind?: 'internal' | 'producer' | 'consumer';
  /** W3C `traceparent` of the span it is a part of; absent begins a trace. */
  readonly parent?: string;
  /** W3C `traceparent`s of what it has to do with. */
  readonly links?: readonly string[];
  readonly startUs: number;
  readonly attributes?: Attributes;
}

export interface OpenSpan {
  /** W3C `traceparent` of this span, for its parts and for what follows it. */
  readonly traceparent: string;
  /** `failure` marks it as failed, in words. */
  end(atUs: number, failure?: string): void;
}

export interface Tracing {
  /** Undefined when its parent is no `traceparent` or is not sampled. */
  begin(span: NewSpan): OpenSpan | undefined;
  /** Sends what is left; gives up after a while when nobody takes it. */
  close(): Promise<void>;
}

export interface TracingOptions {
  /** Becomes `service.name`, as `trove-ingest`. */
  readonly app: string;
  /** Becomes `service.instance.id`. */
  readonly process: string;
  readonly version: string;
  /** Base address of an OTLP/HTTP collector; undefined: no traces. */
  readonly endpoint: string | undefined;
  /** Spans could not be sent and are lost; nothing waits for them. At most once a batch. */
  onTrouble(says: string): void;
}

const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})/;
const SAMPLED = 1;
/** How long spans are gathered before they are sent, and how long sending may take. */
const SEND_EVERY_MS = 1_000;
const SEND_MS = 5_000;

/** Undefined while traces are off. */
export async function startTracing(options: TracingOptions): Promise<Tracing | undefined> {
  const { endpoint } = options;
  if (endpoint === undefined) return undefined;
  const provider = await createProvider(options, endpoint);
  const { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } = await import('@opentelemetry/api');
  const tracer = provider.getTracer('trove', options.version);
  const kinds: Readonly<Record<string, SpanKind>> = {
    producer: SpanKind.PRODUCER,
    consumer: SpanKind.CONSUMER,
  };
  return {
    begin({ name, kind = 'internal', parent, links = [], startUs, attributes = {} }) {
      const of = parent === undefined ? undefined : contextOf(parent);
      if (parent !== undefined && (of === undefined || (of.traceFlags & SAMPLED) === 0)) {
        return undefined;
      }
      const about = {
        kind: kinds[kind] ?? SpanKind.INTERNAL,
        links: links.flatMap(linkTo),
        startTime: timeOf(startUs),
        attributes,
      };
      const context = of === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, of);
      const span = tracer.startSpan(name, about, context);
      return {
        traceparent: textOf(span.spanContext()),
        end(atUs, failure) {
          if (failure !== undefined) {
            span.setStatus({ code: SpanStatusCode.ERROR, message: failure });
          }
          span.end(timeOf(Math.max(startUs, atUs)));
        },
      };
    },
    close: () => provider.shutdown(),
  };
}

/** Loads OpenTelemetry, and sets up what gathers and sends spans. */
async function createProvider(options: TracingOptions, endpoint: string): Promise<TracerProvider> {
  const [{ diag, DiagLogLevel }, sdk, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
  const quiet = () => undefined;
  const says = (message: string) => options.onTrouble(message);
  const listener = { error: says, warn: says, info: quiet, debug: quiet, verbose: quiet };
  diag.setLogger(listener, DiagLogLevel.WARN);
  const url = `${endpoint.replace(/\/$/, '')}/v1/traces`;
  const exporter = new OTLPTraceExporter({ url, timeoutMillis: SEND_MS });
  const sending = { scheduledDelayMillis: SEND_EVERY_MS, exportTimeoutMillis: SEND_MS };
  return new sdk.TracerProvider({
    resource: resourceFromAttributes({
      'service.name': `trove-${options.app}`,
      'service.instance.id': options.process,
      'service.version': options.version,
    }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter, ...sending })],
  });
}

function contextOf(traceparent: string): SpanContext | undefined {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(traceparent) ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
}

function linkTo(traceparent: string): Link[] {
  const context = contextOf(traceparent);
  return context === undefined ? [] : [{ context }];
}

function textOf({ traceId, spanId, traceFlags }: SpanContext): string {
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
}

function timeOf(micros: number): HrTime {
  return [Math.floor(micros / 1e6), Math.round((micros % 1e6) * 1e3)];
}
