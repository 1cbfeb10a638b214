/**
 * Gauges and counters that are read from elsewhere when somebody scrapes: one read for several
 * metrics. A read that fails or hangs leaves its metrics out and is counted; the rest is served.
 */
import { Counter, Gauge, type Registry } from 'prom-client';

type Labels = Readonly<Record<string, string | number>>;

/** One metric of a reading. `T` is what was read. */
export interface Reading<T> {
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly string[];
  /** `counter` for what only grows; absent for a gauge. */
  readonly type?: 'counter';
  /** Values and their labels; none leaves the metric without a sample. */
  values(read: T): Iterable<readonly [value: number, labels?: Labels]>;
}

export interface Readings<T> {
  /** What is read, as the label of failures. */
  readonly what: string;
  read(): T | Promise<T>;
  readonly metrics: readonly Reading<T>[];
}

/** One scrape asks for every metric at once; they share what was read within this time. */
const SHARED_MS = 250;
/** Prometheus gives a scrape ten seconds by default; one slow server must not cost all of it. */
const READ_MS = 2_000;
const FAILURES = 'trove_scrape_failures_total';

export function exposeReadings<T>(registry: Registry, readings: Readings<T>): void {
  const { what } = readings;
  const failures = failuresIn(registry);
  failures.inc({ reading: what }, 0);
  const read = sharedRead(readings, () => failures.inc({ reading: what }));
  for (const { name, help, labels = [], type, values } of readings.metrics) {
    const options = { name, help, labelNames: labels, registers: [registry] };
    if (type === 'counter') {
      new Counter({
        ...options,
        async collect() {
          const got = await read();
          clear(this, labels);
          if (got === undefined) return;
          for (const [value, of = {}] of values(got.value)) this.inc(of, value);
        },
      });
      continue;
    }
    new Gauge({
      ...options,
      async collect() {
        const got = await read();
        clear(this, labels);
        if (got === undefined) return;
        for (const [value, of = {}] of values(got.value)) this.set(of, value);
      },
    });
  }
}

/** Without labels a metric that was reset would say 0, which nobody has read. */
function clear(metric: Counter | Gauge, labels: readonly string[]): void {
  metric.reset();
  if (labels.length === 0) metric.remove();
}

function failuresIn(registry: Registry): Counter<'reading'> {
  const known = registry.getSingleMetric(FAILURES);
  if (known !== undefined) return known as Counter<'reading'>;
  return new Counter({
    name: FAILURES,
    help: 'Readings that failed while metrics were collected; their metrics are left out.',
    labelNames: ['reading'],
    registers: [registry],
  });
}

/** What was read, in an object so that undefined says: failed. */
type Got<T> = { readonly value: T } | undefined;

function sharedRead<T>({ read }: Readings<T>, onFailure: () => void): () => Promise<Got<T>> {
  let last: { readonly atMs: number; readonly got: Promise<Got<T>> } | undefined;
  return async () => {
    const nowMs = performance.now();
    if (last === undefined || nowMs - last.atMs > SHARED_MS) {
      const got = readInTime(read).catch(() => {
        onFailure();
        return undefined;
      });
      last = { atMs: nowMs, got };
    }
    return await last.got;
  };
}

async function readInTime<T>(read: () => T | Promise<T>): Promise<Got<T>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${READ_MS} ms`)), READ_MS);
  });
  try {
    return { value: await Promise.race([Promise.resolve(read()), late]) };
  } finally {
    clearTimeout(timer);
  }
}
