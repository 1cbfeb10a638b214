/** Keeps a long fold from taking the machine: after some work it rests. */
import { setTimeout } from 'node:timers/promises';
import { RECORD_READ_LIMITS } from './limits.js';

/** Answers a function that waits now and then; call it after each part. */
export function createPace(steadyMs: () => number): () => Promise<void> {
  let beganMs = steadyMs();
  return async () => {
    const workedMs = steadyMs() - beganMs;
    if (workedMs < RECORD_READ_LIMITS.workMs) return;
    await setTimeout((workedMs * RECORD_READ_LIMITS.restMs) / RECORD_READ_LIMITS.workMs);
    beganMs = steadyMs();
  };
}
