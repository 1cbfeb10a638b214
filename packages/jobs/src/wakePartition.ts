/**
 * Wakes a worker for a partition. However often it is called, at most one job of a partition
 * runs and one waits behind it, so that no wake is lost to a drain that is just about to end.
 */
import { addJob, type JobsQueue } from './createQueue.js';

const wakeId = (partition: number) => `drain-${partition}`;

/** Answers once the job stands or was folded into one that stands. */
export function wakePartition(queue: JobsQueue<'drain'>, partition: number): Promise<void> {
  const deduplication = { id: wakeId(partition), keepLastIfActive: true };
  return addJob(queue, { name: 'drain-partition', payload: { partition }, deduplication });
}

/**
 * Forgets the job that wakes are folded into. A worker that was killed leaves its job active
 * until its lock has run out, and every wake until then would be parked behind it; after this
 * the next wake starts a job at once. Harmless when nothing is wrong.
 */
export async function releaseWake(queue: JobsQueue<'drain'>, partition: number): Promise<void> {
  await queue.ready();
  await queue.bull.removeDeduplicationKey(wakeId(partition));
}
