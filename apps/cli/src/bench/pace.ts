/** Starts the pacing thread and hands on how many sendings are due. */
import { Worker } from 'node:worker_threads';
import type { PacerData } from './pacerThread.js';

export interface Pace {
  /** When sending number `index` was meant to leave, in milliseconds since the start. */
  intendedMs(index: number): number;
  nowMs(): number;
  /** Resolves when the last sending was due. */
  readonly ended: Promise<void>;
}

/** @param onDue called with the number of sendings due so far */
export function startPace(
  options: { ratePerSecond: number; seconds: number },
  onDue: (due: number) => void,
): Pace {
  const intervalMs = 1_000 / options.ratePerSecond;
  const count = Math.floor(options.ratePerSecond * options.seconds);
  const startNs = process.hrtime.bigint();
  const workerData: PacerData = { startNs, intervalMs, count };
  const thread = new Worker(new URL('./pacerThread.js', import.meta.url), { workerData });
  thread.on('message', onDue);
  const ended = new Promise<void>((resolve, reject) => {
    thread.once('error', reject);
    thread.once('exit', () => resolve());
  });
  return {
    intendedMs: (index) => index * intervalMs,
    nowMs: () => Number(process.hrtime.bigint() - startNs) / 1e6,
    ended,
  };
}
