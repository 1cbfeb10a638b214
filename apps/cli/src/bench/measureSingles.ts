/** Latency of single events at fixed rates, and what happens above what the server can take. */
import { connectRedis } from '@trove/streams';
import { readResident } from './cpuTimes.js';
import { BENCH } from './limits.js';
import { mustBeWhole } from './measureBatch.js';
import { totalLag } from './redisFigures.js';
import { runLoad } from './runLoad.js';
import type { LoadTask, Quantiles } from './shapes.js';
import { type Durability, type RunningStack, startStack } from './startStack.js';

export interface SingleRun extends Quantiles {
  readonly ratePerSecond: number;
  readonly durability: Durability;
}

export interface Overload {
  readonly offeredPerSecond: number;
  readonly takenPerSecond: number;
  readonly busyPackets: number;
  readonly maxLag: number;
  readonly maxIngestMb: number;
  readonly maxWorkerMb: number;
}

export interface SingleSpans {
  /** How long each rate is measured. */
  readonly seconds: number;
  /** How long the first one is sent before that. */
  readonly firstSeconds?: number;
}

/** Singles at each rate, one after the other, on one fresh installation. */
export async function measureSingles(
  durability: Durability,
  rates: readonly number[],
  { seconds, firstSeconds = 0 }: SingleSpans,
): Promise<SingleRun[]> {
  const { partitions } = BENCH.single;
  return withStack({ durability, partitions }, async (stack) => {
    const latencyOf = async (ratePerSecond: number, span: number) => {
      const task = taskOf(stack, { kind: 'single', seconds: span, ratePerSecond });
      const load = await runLoad(task, () => undefined);
      mustBeWhole(load);
      return load.latency;
    };
    if (firstSeconds > 0) await latencyOf(rates[0] ?? 0, firstSeconds);
    const runs: SingleRun[] = [];
    for (const ratePerSecond of rates) {
      const latency = await latencyOf(ratePerSecond, seconds);
      if (latency !== undefined) runs.push({ ratePerSecond, durability, ...latency });
    }
    return runs;
  });
}

/** Offers `ratePerSecond` in batches and watches backlog and memory meanwhile. */
export async function measureOverload(ratePerSecond: number, seconds: number): Promise<Overload> {
  return withStack({ durability: 'disk' }, async (stack) => {
    const redis = connectRedis(stack.redisUrl, { name: 'trove-bench' });
    const { pids } = stack;
    const highest = { lag: 0, ingest: 0, worker: 0 };
    const sample = async () => {
      highest.lag = Math.max(highest.lag, await totalLag(redis));
      highest.ingest = Math.max(highest.ingest, await readResident(pids.ingest));
      highest.worker = Math.max(highest.worker, await readResident(pids.worker));
    };
    const sampling = setInterval(
      () => void sample().catch(() => undefined),
      BENCH.overload.sampleMs,
    );
    try {
      const task = taskOf(stack, { kind: 'overload', seconds, ratePerSecond });
      const load = await runLoad(task, () => undefined);
      mustBeWhole(load);
      return {
        offeredPerSecond: Math.round(ratePerSecond),
        takenPerSecond: Math.round(load.measured.events / load.measured.seconds),
        busyPackets: load.busyPackets,
        maxLag: highest.lag,
        maxIngestMb: Math.round(highest.ingest / 1e6),
        maxWorkerMb: Math.round(highest.worker / 1e6),
      };
    } finally {
      clearInterval(sampling);
      redis.disconnect();
    }
  });
}

async function withStack<T>(
  { durability, ...started }: { durability: Durability; partitions?: number },
  use: (stack: RunningStack) => Promise<T>,
): Promise<T> {
  const stack = await startStack(durability, started);
  try {
    return await use(stack);
  } finally {
    await stack.stop();
  }
}

function taskOf(
  { url, sources, hunts }: RunningStack,
  load: Pick<LoadTask, 'kind' | 'seconds' | 'ratePerSecond'>,
): LoadTask {
  return { url, sources, hunts, ...load };
}
