/**
 * A thread that sleeps to the microsecond and tells how many sendings are due. Timers of the main
 * thread are late by up to a millisecond, which would count as latency of the server.
 */
import { parentPort, workerData } from 'node:worker_threads';

export interface PacerData {
  /** On `process.hrtime`, which all threads share. */
  readonly startNs: bigint;
  readonly intervalMs: number;
  readonly count: number;
}

const { startNs, intervalMs, count } = workerData as PacerData;
const sleeper = new Int32Array(new SharedArrayBuffer(4));
/** Sendings closer together than this are told of together. */
const LEAST_SLEEP_MS = 0.1;

const elapsedMs = () => Number(process.hrtime.bigint() - startNs) / 1e6;

for (let due = 0; due < count; ) {
  const waitMs = due * intervalMs - elapsedMs();
  if (waitMs > 0) Atomics.wait(sleeper, 0, 0, Math.max(LEAST_SLEEP_MS, waitMs));
  const reached = Math.min(count, Math.floor(elapsedMs() / intervalMs) + 1);
  if (reached <= due) continue;
  due = reached;
  parentPort?.postMessage(due);
}
