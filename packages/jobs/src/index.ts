export type { HandlersOf, JobOf, JobsOf } from './catalogue.js';
export type { JobsConnection } from './connection.js';
export {
  addJob,
  createQueue,
  type Deduplication,
  type JobsQueue,
  type NewJob,
  type QueueOptions,
  type ScheduledJob,
  scheduleJob,
} from './createQueue.js';
export { createWorker, type JobsWorker, type WorkerSetup } from './createWorker.js';
export type { JobsLogger } from './jobsLogger.js';
export { releaseWake, wakePartition } from './wakePartition.js';
