/** One run of the batched load on a fresh installation, with the naive design after it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { connectRedis, type TroveRedis } from '@trove/streams';
import { FailedError } from '../exits.js';
import { type CheckMicros, checkMicros } from './checkFigures.js';
import { type AllMicros, cpuPerEvent, readCpu } from './cpuTimes.js';
import { BENCH } from './limits.js';
import { runNaive } from './naive/runNaive.js';
import { bytesPerId, holdRewrites, rewriteFile } from './redisFigures.js';
import { runLoad } from './runLoad.js';
import type { BesideMicros, CpuMicros, LoadResult } from './shapes.js';
import { type RunningStack, type Started, startStack } from './startStack.js';

export interface BatchRun {
  readonly eventsPerSecond: number;
  readonly cpuMicrosPerEvent: CpuMicros;
  readonly besideMicrosPerEvent: BesideMicros;
  readonly checkMicrosPerEvent: CheckMicros;
  readonly naivePerSecond: number;
  readonly bytesPerId: number;
  readonly rewriteSeconds: number;
  readonly load: LoadResult;
}

/**
 * On hunts that ask nothing of their events but what contracts, digests and rules do. Throws
 * `FailedError` when an event that was sent has no result.
 */
export async function measureBatch(seconds: number, naiveEvents: number): Promise<BatchRun> {
  const stack = await startStack('disk', { isPlain: true });
  const redis = connectRedis(stack.redisUrl, { name: 'trove-bench' });
  try {
    await holdRewrites(redis);
    const measured = await measureLoad(stack, redis, seconds);
    const perId = await bytesPerId(redis);
    const naivePerSecond = await runNaive(stack.redisUrl, naiveEvents);
    return { ...measured, naivePerSecond, bytesPerId: perId };
  } finally {
    redis.disconnect();
    await stack.stop();
  }
}

/** What one run of the batched load has shown. */
export type LoadRun = Omit<BatchRun, 'naivePerSecond' | 'bytesPerId'>;

/** The batched load alone, on what a built checkout holds. */
export async function measureCheckout(seconds: number, started: Started): Promise<LoadRun> {
  const stack = await startStack('disk', started);
  const redis = connectRedis(stack.redisUrl, { name: 'trove-bench' });
  try {
    await holdRewrites(redis);
    return await measureLoad(stack, redis, seconds);
  } finally {
    redis.disconnect();
    await stack.stop();
  }
}

async function measureLoad(
  stack: RunningStack,
  redis: TroveRedis,
  seconds: number,
): Promise<LoadRun> {
  const { url, sources, hunts, pids } = stack;
  const task = { kind: 'batch', url, sources, hunts, seconds, ratePerSecond: 0 } as const;
  const cpu: Promise<AllMicros>[] = [];
  let rewriting: Promise<number> | undefined;
  const load = await runLoad(task, (phase) => {
    cpu.push(readCpu(pids));
    if (phase === 'measuring') rewriting = rewriteInMiddle(redis, seconds);
  });
  const [before, after] = await Promise.all(cpu);
  if (before === undefined || after === undefined) throw new FailedError('no measured span');
  mustBeWhole(load);
  const { events } = load.measured;
  const { console, postgres, archive, ...cpuMicrosPerEvent } = cpuPerEvent(before, after, events);
  return {
    load,
    eventsPerSecond: Math.round(events / load.measured.seconds),
    cpuMicrosPerEvent,
    besideMicrosPerEvent: { console, postgres, archive },
    rewriteSeconds: (await rewriting) ?? 0,
    checkMicrosPerEvent: await checkMicros(redis),
  };
}

async function rewriteInMiddle(redis: TroveRedis, seconds: number): Promise<number> {
  await sleep((seconds / 3) * 1_000);
  return rewriteFile(redis);
}

/** Nothing lost: every event sent and not refused has exactly one counted result. */
export function mustBeWhole({ sent, decided, refused }: LoadResult): void {
  const lost = sent - refused - decided;
  if (lost !== 0) throw new FailedError(`${lost} of ${sent} events have no result`);
  if (refused > 0) throw new FailedError(`${refused} of ${sent} events were refused`);
}

/** How many jobs the naive design is given. */
export function naiveEventsOf(isQuick: boolean): number {
  return isQuick ? BENCH.naive.quickEvents : BENCH.naive.events;
}
