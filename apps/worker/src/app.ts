/** Builds one worker process from its connections: no environment, no globals. */
import { createWorker, type JobsQueue, releaseWake, wakePartition } from '@trove/jobs';
import {
  abandonedLeases,
  connectRedis,
  createHuntDirectory,
  createPartitionReads,
  createRedisClock,
  DEFAULT_KEYS,
  forgetArchive,
  globalKeys,
  MetricsCollector,
  newLeaseToken,
  publishFrames,
  RedisEventLog,
  RedisStateStore,
  Trimmer,
  type TroveRedis,
} from '@trove/streams';
import type { Logger, Tracing } from '@trove/telemetry';
import { drainPartition } from './partition/drainPartition.js';
import { DRAIN_LIMITS } from './partition/limits.js';
import { measureCommit } from './partition/measureCommit.js';
import { PartitionStates } from './partition/partitionStates.js';
import { createRepublish } from './partition/republish.js';
import { RulesCache } from './partition/rulesCache.js';
import { Sweeper, type SweeperDeps } from './partition/sweeper.js';
import { repeat } from './repeat.js';
import { requiredSinks, SinkAlarms } from './sinkAlarms.js';
import type { WorkerFigures } from './workerMetrics.js';

export interface WorkerDeps {
  readonly redisUrl: string;
  readonly redis: TroveRedis;
  readonly drainQueue: JobsQueue<'drain'>;
  readonly partitions: number;
  /** Names this process in metrics and leases. */
  readonly process: string;
  readonly logger: Logger;
  /** Whether the logs wait for the archive before they are trimmed. */
  readonly isArchiveOn: boolean;
  /** Undefined while traces are off. */
  readonly tracing: Tracing | undefined;
}

export interface WorkerApp extends WorkerFigures {
  readonly alarms: SinkAlarms;
  readonly metrics: MetricsCollector;
  /** Hands its partitions on and stops its jobs. */
  close(): Promise<void>;
}

/**
 * A job's lock only says who runs it; the partition's own lease decides who may commit, and the
 * sweeper gives a dead worker's partition back. A short lock would only be lost to a busy moment.
 */
const DRAIN_LOCK = { lockMs: 3_000, stalledCheckMs: 1_000 } as const;
/** Two looks must agree, and one before them has to have seen the partition stand still. */
const SWEEP_MS = 125;
const TRIM_MS = 1_000;
/** Looks until all partitions have their turn, also those that nobody holds. */
const TRIM_ALL_EVERY = 5;

export async function createWorkerApp(deps: WorkerDeps): Promise<WorkerApp> {
  const { logger, redis, partitions } = deps;
  const clock = await createRedisClock(redis);
  const metrics = new MetricsCollector(deps.process, 'worker');
  const stopping = new AbortController();
  const drains = await createDrains(deps, { metrics, nowUs: () => clock.nowUs(), stopping });
  const reads = createPartitionReads({ redis, partitions });
  const sweeper = createSweeper(deps, drains, () => reads.status());
  if (!deps.isArchiveOn) await forgetArchive(redis, partitions);
  const trimmer = new Trimmer({ redis, sinks: requiredSinks(deps.isArchiveOn) });
  const alarms = new SinkAlarms(deps);
  let trims = 0;
  const loops = [
    repeat(SWEEP_MS, logger, async () => {
      const woken = await sweeper.look();
      if (woken.length > 0) logger.info({ partitions: woken }, 'woke partitions nobody held');
    }),
    repeat(TRIM_MS, logger, async () => {
      const isAll = trims % TRIM_ALL_EVERY === 0;
      trims += 1;
      for (let k = 0; k < partitions; k += 1) {
        if (!isAll && !drains.running.has(k)) continue;
        await trimmer.tick(k, clock.nowUs() / 1000).catch((err: unknown) => {
          logger.error({ err, partition: k }, 'a partition could not be trimmed');
        });
      }
    }),
    repeat(TRIM_MS, logger, () => alarms.look()),
  ];
  const frames = publishFrames({
    redis,
    collector: metrics,
    nowMs: () => clock.nowUs() / 1000,
    holds: () => drains.running.size,
    onError: (err) => logger.warn({ err }, 'metrics could not be published'),
  });
  return {
    alarms,
    metrics,
    held: () => drains.running,
    ruleFaults: () => drains.rules.faults(),
    async close() {
      stopping.abort();
      for (const loop of loops) await loop.close();
      await drains.close();
      frames.close();
      clock.close();
    },
  };
}

type Drains = Awaited<ReturnType<typeof createDrains>>;

function createSweeper(
  { redis, drainQueue }: WorkerDeps,
  { running, store }: Drains,
  status: SweeperDeps['status'],
): Sweeper {
  return new Sweeper({
    status,
    // Its own are alive, whatever its connections went through.
    abandoned: (asked) =>
      abandonedLeases(
        redis,
        asked.filter((k) => !running.has(k)),
      ),
    free: async (lease) => void (await store.release(lease, 'with-backlog')),
    async rewake(partition) {
      await releaseWake(drainQueue, partition);
      await wakePartition(drainQueue, partition);
    },
  });
}

interface DrainContext {
  readonly metrics: MetricsCollector;
  readonly nowUs: () => number;
  readonly stopping: AbortController;
}

/** The BullMQ worker whose jobs are leases, one blocking connection a partition. */
async function createDrains(deps: WorkerDeps, { metrics, nowUs, stopping }: DrainContext) {
  const { redis, logger, partitions } = deps;
  const rules = new RulesCache(createHuntDirectory(redis));
  const blocking = connectBlocking(deps);
  const store = new RedisStateStore({ redis, nowUs, reading: (partition) => blocking[partition] });
  const states = new PartitionStates({ store, rules });
  const republish = createRepublish({ redis, store, rules, nowUs });
  const running = new Set<number>();
  const drain = async ({ partition }: { partition: number }): Promise<void> => {
    // Two jobs of one partition in one process would share its cache and its connection.
    if (running.has(partition) || stopping.signal.aborted) return;
    running.add(partition);
    try {
      const lease = { partition, token: await newLeaseToken(redis, deps.process) };
      const log = new RedisEventLog({ redis, blocking: blocking[partition] });
      const end = await drainPartition(
        { lease, signal: stopping.signal },
        {
          log,
          store,
          states,
          republish,
          logger,
          nowUs,
          tracing: deps.tracing,
          every: (ms, run) => repeat(ms, logger, run).close,
          wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
          onCommitted: (_, reply) => measureCommit(metrics, reply),
        },
      );
      if (end === 'backlog') await wakePartition(deps.drainQueue, partition);
    } finally {
      running.delete(partition);
    }
  };
  const worker = createWorker({
    queue: 'drain',
    url: deps.redisUrl,
    prefix: globalKeys(DEFAULT_KEYS).jobs,
    handlers: { 'drain-partition': drain },
    concurrency: partitions,
    logger,
    ...DRAIN_LOCK,
  });
  return {
    running,
    rules,
    store,
    async close() {
      await worker.close();
      for (const connection of blocking) connection.disconnect();
    },
  };
}

function connectBlocking({ redisUrl, process, partitions, logger }: WorkerDeps): TroveRedis[] {
  return Array.from({ length: partitions }, (_, k) => {
    const connection = connectRedis(redisUrl, {
      name: `${process}-p${k}`,
      isBlocking: true,
      deadAfterMs: DRAIN_LIMITS.deadAfterMs,
    });
    connection.on('error', (err) => logger.warn({ err }, 'Redis connection'));
    return connection;
  });
}
