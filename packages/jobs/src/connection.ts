/**
 * How queues and workers reach Redis. A producer fails fast, so that its caller can decide; a
 * worker waits as long as it takes. BullMQ makes, owns and closes the connections.
 */
import { JOB_LIMITS } from './limits.js';

export interface JobsConnection {
  /** `redis://…`. */
  readonly url: string;
  /** Prefix of every key of the queues; tests use one of their own on a shared server. */
  readonly prefix?: string;
}

/** Probes of TCP; a connection that awaits an answer and hears nothing is made anew. */
const keepAlive = 10_000;

const retryStrategy = (times: number) => Math.min(50 * 2 ** times, JOB_LIMITS.reconnectMs);

export const producerOptions = ({ url }: JobsConnection) => ({
  url,
  retryStrategy,
  connectionName: 'trove-queue',
  enableOfflineQueue: false,
  maxRetriesPerRequest: 1,
  commandTimeout: JOB_LIMITS.commandMs,
  keepAlive,
  socketTimeout: JOB_LIMITS.deadMs,
});

export const workerOptions = ({ url }: JobsConnection) => ({
  url,
  retryStrategy,
  connectionName: 'trove-jobs',
  maxRetriesPerRequest: null,
  keepAlive,
  socketTimeout: JOB_LIMITS.deadWorkerMs,
});
