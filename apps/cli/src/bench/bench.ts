/** The whole bench: batched runs with the naive design beside them, singles, and an overload. */
import type { Output } from '../output.js';
import type { CheckMicros } from './checkFigures.js';
import { BENCH } from './limits.js';
import {
  type BatchRun,
  type LoadRun,
  measureBatch,
  measureCheckout,
  naiveEventsOf,
} from './measureBatch.js';
import {
  measureOverload,
  measureSingles,
  type Overload,
  type SingleRun,
} from './measureSingles.js';
import { medianBy } from './quantiles.js';
import type { BesideMicros, CpuMicros } from './shapes.js';
import { measureSockets } from './sockets/measureSockets.js';
import type { SocketsReport } from './sockets/shapes.js';

export interface BenchOptions {
  readonly runs: number;
  /** Of one batched run. */
  readonly seconds: number;
  readonly isQuick: boolean;
}

export interface BenchReport {
  readonly batch: {
    readonly eventsPerSecond: number;
    readonly cpuMicrosPerEvent: CpuMicros;
    /** Of every run, in the order they were made. */
    readonly runs: readonly number[];
    readonly events: number;
    readonly rewriteSeconds: number;
    /** What else took of the same cores, for each event: the load, the console, the ledger. */
    readonly besideMicrosPerEvent: BesideMicros & { readonly generator: number };
  };
  /** One more run, on hunts that have all checks on. */
  readonly checked: {
    readonly eventsPerSecond: number;
    readonly cpuMicrosPerEvent: CpuMicros;
    /** Wall time that each check adds to an event, by the processes' own measure. */
    readonly checkMicrosPerEvent: CheckMicros;
  };
  readonly single: readonly SingleRun[];
  readonly naive: { readonly eventsPerSecond: number };
  readonly ratio: number;
  readonly bytesPerId: number;
  readonly durability: 'disk';
  readonly overload: Overload;
  readonly sockets: SocketsReport;
}

/** Runs everything, one after the other. Throws `FailedError` when an event was lost. */
export async function bench(options: BenchOptions, output: Output): Promise<BenchReport> {
  const { runs, seconds, isQuick } = options;
  const batches: BatchRun[] = [];
  for (let run = 1; run <= runs; run += 1) {
    const batch = await measureBatch(seconds, naiveEventsOf(isQuick));
    batches.push(batch);
    const { eventsPerSecond, naivePerSecond } = batch;
    output.note(`batched ${run} of ${runs}: ${eventsPerSecond}/s, naive ${naivePerSecond}/s`);
  }
  const checked = await measureCheckout(seconds, {});
  output.note(`batched with all checks on: ${checked.eventsPerSecond}/s`);
  const single = await singles(isQuick, output);
  const median = medianBy(batches, (batch) => batch.eventsPerSecond);
  const overload = await measureOverload(
    median.eventsPerSecond * BENCH.overload.times,
    isQuick ? BENCH.overload.quickSeconds : BENCH.overload.seconds,
  );
  const sockets = await measureSockets(isQuick);
  return reportOf({ batches, median, checked, single, overload, sockets });
}

async function singles(isQuick: boolean, output: Output): Promise<SingleRun[]> {
  const { seconds, quickSeconds, firstSeconds } = BENCH.single;
  const spans = isQuick ? { seconds: quickSeconds } : { seconds, firstSeconds };
  const onDisk = await measureSingles('disk', [1_000, 5_000], spans);
  const inProcess = await measureSingles('process', [1_000, 5_000], spans);
  for (const { ratePerSecond, durability, p50Ms, p99Ms } of [...onDisk, ...inProcess]) {
    output.note(`singles at ${ratePerSecond}/s, ${durability}: p50 ${p50Ms} ms, p99 ${p99Ms} ms`);
  }
  return [...onDisk, ...inProcess];
}

interface Measured {
  readonly batches: readonly BatchRun[];
  readonly median: BatchRun;
  readonly checked: LoadRun;
  readonly single: readonly SingleRun[];
  readonly overload: Overload;
  readonly sockets: SocketsReport;
}

function reportOf({ batches, median, checked, ...others }: Measured): BenchReport {
  const naive = medianBy(batches, (batch) => batch.naivePerSecond).naivePerSecond;
  return {
    batch: {
      eventsPerSecond: median.eventsPerSecond,
      cpuMicrosPerEvent: median.cpuMicrosPerEvent,
      runs: batches.map((batch) => batch.eventsPerSecond),
      events: batches.reduce((sum, { load }) => sum + load.decided, 0),
      rewriteSeconds: Math.round(median.rewriteSeconds * 10) / 10,
      besideMicrosPerEvent: { generator: generatorShare(median), ...median.besideMicrosPerEvent },
    },
    checked: {
      eventsPerSecond: checked.eventsPerSecond,
      cpuMicrosPerEvent: checked.cpuMicrosPerEvent,
      checkMicrosPerEvent: checked.checkMicrosPerEvent,
    },
    naive: { eventsPerSecond: naive },
    ratio: Math.round((median.eventsPerSecond / naive) * 10) / 10,
    bytesPerId: median.bytesPerId,
    durability: 'disk',
    ...others,
  };
}

function generatorShare({ load }: BatchRun): number {
  const { generatorMicros, events } = load.measured;
  return Math.round((generatorMicros / events) * 100) / 100;
}
