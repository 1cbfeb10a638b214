/** Schedules what folds the record and works on it in this process. */
import { randomUUID } from 'node:crypto';
import { runBacktest } from '@trove/backtest';
import { backtestReads, backtestStore, type Db, isTransient } from '@trove/db';
import { addJob, createQueue, createWorker, type JobsQueue, scheduleJob } from '@trove/jobs';
import { DEFAULT_KEYS, globalKeys, type KeySpace, type TroveRedis } from '@trove/streams';
import type { Logger } from '@trove/telemetry';
import { repeat } from '../repeat.js';
import { createBacktestHunt } from './backtestHunt.js';
import { BATCH_LIMITS } from './limits.js';

export interface BatchDeps {
  readonly redisUrl: string;
  readonly redis: TroveRedis;
  readonly db: Db;
  /** The archive's folder, absolute. */
  readonly folder: string;
  readonly logger: Logger;
  readonly keys?: KeySpace;
}

export interface Batch {
  /** Lets go of what is under way and takes no more. */
  close(): Promise<void>;
}

/** Answers once the schedules stand; the folding goes on by itself. */
export async function startBatch(deps: BatchDeps): Promise<Batch> {
  const { redisUrl: url, logger, keys = DEFAULT_KEYS } = deps;
  const connection = { url, prefix: globalKeys(keys).jobs, logger };
  const stopping = new AbortController();
  const queue = createQueue('batch', connection);
  const schedule = async () => {
    const resume = { name: 'resume-backtests', payload: {} } as const;
    await scheduleJob(queue, { id: resume.name, everyMs: BATCH_LIMITS.resumeMs, ...resume });
  };
  await schedule();
  const worker = createWorker({
    ...connection,
    queue: 'batch',
    concurrency: BATCH_LIMITS.jobsAtATime,
    lockMs: BATCH_LIMITS.lockMs,
    isPassing: isTransient,
    handlers: handlersOf(deps, { queue, signal: stopping.signal }),
  });
  // A schedule is a chain of jobs; said again now and then, a chain that broke starts anew.
  const upkeep = repeat(BATCH_LIMITS.rescheduleMs, logger, schedule);
  return {
    async close() {
      stopping.abort();
      await upkeep.close();
      await worker.close();
      await queue.close();
    },
  };
}

interface BatchContext {
  readonly queue: JobsQueue<'batch'>;
  readonly signal: AbortSignal;
}

function handlersOf({ db, ...deps }: BatchDeps, { queue, signal }: BatchContext) {
  const { redis, folder, keys } = deps;
  const sources = { db, redis, folder, ...(keys && { keys }) };
  const reads = backtestReads(db);
  return {
    'backtest-hunt': createBacktestHunt({
      runs: backtestStore(db),
      run: (order, watch) => runBacktest(sources, order, watch),
      newHolder: randomUUID,
      nowMs: Date.now,
      steadyMs: () => performance.now(),
      isPassing: isTransient,
      signal,
    }),
    'resume-backtests': async () => {
      for (const run of await reads.unended()) {
        await addJob(queue, {
          name: 'backtest-hunt',
          payload: { run },
          deduplication: { id: run },
        });
      }
    },
    'run-twin': async () => undefined,
    'reconcile-hunts': async () => undefined,
  };
}
