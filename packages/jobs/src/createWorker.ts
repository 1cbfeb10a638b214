/** Runs the jobs of one queue with a handler for each name of the catalogue. */
import { JOBS, type JobQueue } from '@trove/contracts';
import { type Job, UnrecoverableError, Worker } from 'bullmq';
import type { HandlersOf } from './catalogue.js';
import { type JobsConnection, workerOptions } from './connection.js';
import type { JobsLogger } from './jobsLogger.js';
import { JOB_LIMITS } from './limits.js';
import { openAgain } from './openAgain.js';

export interface WorkerSetup<Q extends JobQueue> extends JobsConnection {
  readonly queue: Q;
  readonly handlers: HandlersOf<Q>;
  readonly logger: JobsLogger;
  /** Jobs at a time. */
  readonly concurrency?: number;
  /** A job whose holder died is given to another this long after the last renewal, at most. */
  readonly lockMs?: number;
  readonly stalledCheckMs?: number;
  /** How often one job may lose its holder before it fails. */
  readonly stalledCount?: number;
  /** True for errors that pass by themselves: they are logged in one line, without a stack. */
  readonly isPassing?: (error: unknown) => boolean;
}

export interface JobsWorker {
  /** BullMQ's own object as it is now. */
  readonly bull: Worker;
  /** Takes no more jobs and waits for the running ones. */
  close(): Promise<void>;
}

/**
 * Starts working at once. A handler that rejects fails its job, which is logged and, where the
 * catalogue allows more attempts, run again; errors of the connection are logged and outlived. A
 * worker whose first question Redis refuses is of no more use to BullMQ, and started anew.
 */
export function createWorker<Q extends JobQueue>(setup: WorkerSetup<Q>): JobsWorker {
  const worker = openAgain(
    () => openBull(setup),
    (err) => setup.logger.warn({ err, queue: setup.queue }, 'worker was not opened'),
  );
  return {
    get bull() {
      return worker.now().bull;
    },
    close: () => worker.close(),
  };
}

function openBull<Q extends JobQueue>(setup: WorkerSetup<Q>): Worker {
  const { queue, logger } = setup;
  const bull = new Worker(queue, (job) => handle(setup, job), {
    connection: workerOptions(setup),
    prefix: setup.prefix,
    concurrency: setup.concurrency ?? JOB_LIMITS.concurrency,
    lockDuration: setup.lockMs ?? JOB_LIMITS.lockMs,
    stalledInterval: setup.stalledCheckMs ?? JOB_LIMITS.stalledCheckMs,
    maxStalledCount: setup.stalledCount ?? JOB_LIMITS.stalledCount,
    runRetryDelay: JOB_LIMITS.fetchRetryMs,
  });
  bull.on('error', (err) => logger.warn({ err, queue }, 'worker lost Redis'));
  bull.on('stalled', (jobId) => logger.warn({ jobId, queue }, 'job taken from a lost worker'));
  bull.on('failed', (job, err) => {
    const { id: jobId, name, data: payload } = job ?? {};
    if (setup.isPassing?.(err)) {
      logger.warn({ queue, jobId, job: name, payload, reason: err.message }, 'job failed for now');
      return;
    }
    logger.error({ err, queue, jobId, job: name, payload }, 'job failed');
  });
  return bull;
}

async function handle<Q extends JobQueue>(setup: WorkerSetup<Q>, job: Job): Promise<void> {
  const handlers: Readonly<Record<string, (payload: never) => Promise<void>>> = setup.handlers;
  const handler = Object.hasOwn(handlers, job.name) ? handlers[job.name] : undefined;
  const entry = Object.entries(JOBS).find(([name]) => name === job.name)?.[1];
  if (handler === undefined || entry === undefined) {
    throw new UnrecoverableError(`no handler for ${job.name} on queue ${setup.queue}`);
  }
  const payload = entry.payload.safeParse(job.data);
  if (!payload.success) {
    throw new UnrecoverableError(`payload of ${job.name}: ${payload.error.message}`);
  }
  await handler(payload.data as never);
}
