/** Schedules what folds the record and works on it in this process. */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import {
  askBoth,
  createPace,
  type RecordSources,
  reconcile,
  runBacktest,
  Twin,
} from '@trove/backtest';
import {
  backtestReads,
  backtestStore,
  type Db,
  isTransient,
  republicationReads,
  republicationStore,
  type TwinReads,
  twinReads,
  twinStore,
} from '@trove/db';
import {
  addJob,
  createQueue,
  createWorker,
  type JobsQueue,
  scheduleJob,
  wakePartition,
} from '@trove/jobs';
import {
  createHuntDirectory,
  DEFAULT_KEYS,
  globalKeys,
  type KeySpace,
  type TroveRedis,
} from '@trove/streams';
import type { Logger } from '@trove/telemetry';
import { v7 as uuidv7 } from 'uuid';
import { repeat } from '../repeat.js';
import { createBacktestHunt } from './backtestHunt.js';
import { BATCH_LIMITS } from './limits.js';
import { createReconcileHunts } from './reconcileHunts.js';
import { createRepublishHunt } from './republishHunt.js';
import { Republishing } from './republishing.js';
import { createRunTwin } from './runTwin.js';

export interface BatchDeps {
  readonly redisUrl: string;
  readonly redis: TroveRedis;
  readonly db: Db;
  readonly partitions: number;
  /** The archive's folder, absolute. */
  readonly folder: string;
  readonly logger: Logger;
  readonly keys?: KeySpace;
}

const SCHEDULES = [
  ['resume-backtests', BATCH_LIMITS.resumeMs],
  ['resume-republications', BATCH_LIMITS.resumeMs],
  ['run-twin', BATCH_LIMITS.twinMs],
  ['reconcile-hunts', BATCH_LIMITS.proofMs],
] as const;

export interface Batch {
  /** Lets go of what is under way and takes no more. */
  close(): Promise<void>;
}

/** Answers once the schedules stand or were tried; the folding goes on by itself. */
export async function startBatch(deps: BatchDeps): Promise<Batch> {
  const { redisUrl: url, logger, keys = DEFAULT_KEYS } = deps;
  const connection = { url, prefix: globalKeys(keys).jobs, logger };
  const stopping = new AbortController();
  const queue = createQueue('batch', connection);
  const drainQueue = createQueue('drain', connection);
  const schedule = async () => {
    for (const [name, everyMs] of SCHEDULES) {
      await scheduleJob(queue, { id: name, everyMs, name, payload: {} });
    }
  };
  // A queue that did not answer in time is asked again soon: the process is worth keeping.
  await schedule().catch((err: unknown) => logger.warn({ err }, 'not scheduled yet'));
  const worker = createWorker({
    ...connection,
    queue: 'batch',
    concurrency: BATCH_LIMITS.jobsAtATime,
    lockMs: BATCH_LIMITS.lockMs,
    // What this process lets go of when it stops, another takes up.
    isPassing: (error) => isTransient(error) || stopping.signal.aborted,
    handlers: handlersOf(deps, { queue, drainQueue, signal: stopping.signal }),
  });
  // A schedule is a chain of jobs; said again now and then, a chain that broke starts anew.
  const upkeep = repeat(BATCH_LIMITS.rescheduleMs, logger, schedule);
  return {
    async close() {
      stopping.abort();
      await upkeep.close();
      await worker.close();
      await queue.close();
      await drainQueue.close();
    },
  };
}

interface BatchContext {
  readonly queue: JobsQueue<'batch'>;
  readonly drainQueue: JobsQueue<'drain'>;
  readonly signal: AbortSignal;
}

function handlersOf(deps: BatchDeps, context: BatchContext) {
  const { db, redis, folder, keys } = deps;
  const sources: RecordSources = { db, redis, folder, ...(keys && { keys }) };
  return {
    ...backtestHandlers(sources, context),
    ...republicationHandlers(sources, context),
    ...twinHandlers(sources, deps, context),
  };
}

function backtestHandlers(sources: RecordSources, { queue, signal }: BatchContext) {
  const reads = backtestReads(sources.db);
  return {
    'backtest-hunt': createBacktestHunt({
      runs: backtestStore(sources.db),
      run: (order, watch) => runBacktest(sources, order, watch),
      newHolder: randomUUID,
      nowMs: Date.now,
      steadyMs,
      isPassing: isTransient,
      signal,
    }),
    'resume-backtests': async () => {
      for (const run of await reads.unended()) {
        const job = {
          name: 'backtest-hunt',
          payload: { run },
          deduplication: { id: run },
        } as const;
        await addJob(queue, job);
      }
    },
  };
}

function republicationHandlers(
  sources: RecordSources,
  { queue, drainQueue, signal }: BatchContext,
) {
  const reads = republicationReads(sources.db);
  const deps = {
    ...{ sources, steadyMs, signal, runs: republicationStore(sources.db) },
    newEventId: () => uuidv7(),
    wake: (partition: number) => wakePartition(drainQueue, partition),
    wait: (ms: number) => wait(ms, undefined, { signal }),
  };
  return {
    'republish-hunt': createRepublishHunt({
      ...deps,
      newHolder: randomUUID,
      begin: (run, claimed) => new Republishing(deps, run, claimed),
      isPassing: isTransient,
    }),
    'resume-republications': async () => {
      for (const run of await reads.unended()) {
        const job = {
          name: 'republish-hunt',
          payload: { run },
          deduplication: { id: run },
        } as const;
        await addJob(queue, job);
      }
    },
  };
}

function twinHandlers(sources: RecordSources, deps: BatchDeps, { signal }: BatchContext) {
  const { logger, partitions } = deps;
  const reads = twinReads(sources.db);
  const store = twinStore(sources.db);
  const pace = createPace(steadyMs);
  const rest = async () => {
    await pace();
    signal.throwIfAborted();
  };
  const stoppable = (ms: number) => wait(ms, undefined, { signal });
  const watch = { partitions, nowMs: Date.now, steadyMs, rest, wait: stoppable };
  return {
    'run-twin': createRunTwin({
      ...{ reads, store, rest, nowMs: Date.now, steadyMs },
      newTwin: () => new Twin(sources, partitions),
      ask: () => askBusiest(sources, reads),
      cpuMs: () => {
        const { user, system } = process.cpuUsage();
        return (user + system) / 1_000;
      },
    }),
    'reconcile-hunts': createReconcileHunts({
      ...{ reads, store, logger, nowMs: Date.now },
      reconcile: () => reconcile(sources, watch),
    }),
  };
}

const steadyMs = () => performance.now();

/** The questions are about the hunt with the most events: there the difference is to be seen. */
async function askBusiest(sources: RecordSources, reads: TwinReads) {
  const [busiest] = (await reads.hunts()).sort((a, b) => b.events - a.events);
  const { redis, keys } = sources;
  const live = busiest && (await createHuntDirectory(redis, keys).get(busiest.hunt));
  return live === undefined ? [] : await askBoth(sources, live, steadyMs);
}
