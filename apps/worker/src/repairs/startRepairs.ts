/** Works on repair runs: one job a run, and a schedule that takes up what nobody is at. */
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { type Db, isTransient, quarantineCareStore, repairReads, repairStore } from '@trove/db';
import { addJob, createQueue, createWorker, type JobsQueue, scheduleJob } from '@trove/jobs';
import { DEFAULT_KEYS, globalKeys, type KeySpace, type TroveRedis } from '@trove/streams';
import type { Logger } from '@trove/telemetry';
import { repeat } from '../repeat.js';
import { RUN_LIMITS } from './limits.js';
import { createReplayLog } from './replayLog.js';
import { createReplayRun } from './replayRun.js';
import { createResumeRepairs } from './resumeRepairs.js';

export interface RepairsDeps {
  readonly redisUrl: string;
  readonly redis: TroveRedis;
  readonly db: Db;
  readonly logger: Logger;
  readonly keys?: KeySpace;
}

export interface Repairs {
  readonly queue: JobsQueue<'repairs'>;
  /** Lets batches under way end and takes no more. */
  close(): Promise<void>;
}

/** Said again now and then, a schedule that broke starts anew. */
const RESCHEDULE_MS = 60_000;

export async function startRepairs(deps: RepairsDeps): Promise<Repairs> {
  const { redisUrl: url, logger, keys = DEFAULT_KEYS } = deps;
  const connection = { url, prefix: globalKeys(keys).jobs, logger };
  const queue = createQueue('repairs', connection);
  const schedule = () => {
    const job = { name: 'resume-repairs', payload: {} } as const;
    return scheduleJob(queue, { id: job.name, everyMs: RUN_LIMITS.everyMs, ...job });
  };
  await schedule();
  const stopping = new AbortController();
  const worker = createWorker({
    ...connection,
    queue: 'repairs',
    concurrency: RUN_LIMITS.jobsAtATime,
    isPassing: isTransient,
    handlers: handlersOf(deps, { queue, keys, signal: stopping.signal }),
  });
  const upkeep = repeat(RESCHEDULE_MS, logger, schedule);
  return {
    queue,
    async close() {
      stopping.abort();
      await upkeep.close();
      await worker.close();
      await queue.close();
    },
  };
}

interface RepairsContext {
  readonly queue: JobsQueue<'repairs'>;
  readonly keys: KeySpace;
  readonly signal: AbortSignal;
}

function handlersOf({ redis, db }: RepairsDeps, { queue, keys, signal }: RepairsContext) {
  const log = createReplayLog(redis, keys);
  const care = quarantineCareStore(db);
  const reads = repairReads(db);
  return {
    'replay-run': createReplayRun({
      ...{ log, care, reads, runs: repairStore(db), signal },
      newHolder: randomUUID,
      nowMs: () => performance.now(),
      wait: (ms) => (ms > 0 ? stoppable(ms, signal) : Promise.resolve()),
    }),
    'resume-repairs': createResumeRepairs({
      ...{ log, care, reads },
      wake: (run) =>
        addJob(queue, { name: 'replay-run', payload: { run }, deduplication: { id: run } }),
    }),
  };
}

/** Ends early, and without an error, when the worker stops. */
async function stoppable(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal }).catch(() => undefined);
}
