/** Puts jobs of the catalogue onto their queue. */
import { JOBS, type JobQueue } from '@trove/contracts';
import { Queue } from 'bullmq';
import type { JobOf } from './catalogue.js';
import { type JobsConnection, producerOptions } from './connection.js';
import type { JobsLogger } from './jobsLogger.js';
import { JOB_LIMITS } from './limits.js';
import { openAgain } from './openAgain.js';

export interface JobsQueue<Q extends JobQueue> {
  readonly name: Q;
  /** BullMQ's own object as it is now, for what has no function here (a job board, counts). */
  readonly bull: Queue;
  /** Rejects when Redis has not been reached since the queue was opened, after a bounded wait. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** At most one job of an id waits; with `keepLastIfActive` one more may wait beside a running. */
export interface Deduplication {
  readonly id: string;
  readonly keepLastIfActive?: boolean;
}

export type NewJob<Q extends JobQueue> = JobOf<Q> & { readonly deduplication?: Deduplication };

export type ScheduledJob<Q extends JobQueue> = JobOf<Q> & {
  /** Names the schedule: the same id again replaces it. Without `:`. */
  readonly id: string;
  readonly everyMs: number;
};

export interface QueueOptions extends JobsConnection {
  readonly logger: JobsLogger;
}

/**
 * Opens a queue. Connection errors go to the logger and to whoever is waiting for an answer; the
 * connection comes back by itself. A queue whose first question Redis does not answer is of no more
 * use to BullMQ, and opened anew.
 */
export function createQueue<Q extends JobQueue>(name: Q, options: QueueOptions): JobsQueue<Q> {
  const queue = openAgain(
    () => openBull(name, options),
    (err) => options.logger.warn({ err, queue: name }, 'queue was not opened'),
  );
  return {
    name,
    get bull() {
      return queue.now().bull;
    },
    ready: () => within(queue.now().connected, `queue ${name} has not reached Redis yet`),
    close: () => queue.close(),
  };
}

function openBull(name: JobQueue, options: QueueOptions): Queue {
  const bull = new Queue(name, {
    connection: producerOptions(options),
    prefix: options.prefix,
    streams: { events: { maxLen: JOB_LIMITS.queueEvents } },
    defaultJobOptions: {
      removeOnComplete: { count: JOB_LIMITS.completedKept },
      removeOnFail: { age: JOB_LIMITS.failedKeptS, count: JOB_LIMITS.failedKept },
    },
  });
  bull.on('error', (err) => options.logger.warn({ err, queue: name }, 'queue lost Redis'));
  return bull;
}

// BullMQ holds every call back until its first connection stands, however long that takes.
async function within(connected: Promise<unknown>, otherwise: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(otherwise)), JOB_LIMITS.commandMs);
  });
  try {
    await Promise.race([connected, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Adds a job; answers once Redis has it. Rejects within about two seconds when Redis does not
 * answer; the job may then have been added or not.
 */
export async function addJob<Q extends JobQueue>(
  queue: JobsQueue<Q>,
  job: NewJob<Q>,
): Promise<void> {
  const { name, payload, deduplication } = job;
  await queue.ready();
  await queue.bull.add(name, payload, { attempts: JOBS[name].attempts, deduplication });
}

/**
 * Runs a job every so often, also after restarts, until it is scheduled otherwise. A schedule
 * whose next run stands more than a period ahead was made by a process whose clock was wrong: it
 * would wait until time has come so far, and begins anew instead.
 */
export async function scheduleJob<Q extends JobQueue>(
  queue: JobsQueue<Q>,
  job: ScheduledJob<Q>,
): Promise<void> {
  const { id, name, payload, everyMs } = job;
  const opts = { attempts: JOBS[name].attempts };
  await queue.ready();
  const next = (await queue.bull.getJobScheduler(id))?.next ?? 0;
  if (next > Date.now() + everyMs + JOB_LIMITS.scheduleSlackMs) {
    await queue.bull.removeJobScheduler(id);
  }
  await queue.bull.upsertJobScheduler(id, { every: everyMs }, { name, data: payload, opts });
}
