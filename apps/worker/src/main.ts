/** Wiring of the worker: environment in, connections out, nothing decided here. */
import { createDb, twinReads } from '@trove/db';
import { createQueue } from '@trove/jobs';
import { connectRedis, DEFAULT_KEYS, fixPartitionCount, globalKeys } from '@trove/streams';
import {
  createAdminServer,
  createLogger,
  createRegistry,
  defaultProcessName,
  onStop,
  startTracing,
} from '@trove/telemetry';
import { createWorkerApp } from './app.js';
import { env } from './env.js';
import { startIdle, startNice } from './startBeside.js';
import { superviseProcess } from './superviseProcess.js';
import { exposeWorker } from './workerMetrics.js';

const VERSION = '0.1.0';
const JOBS = new URL('./jobs/jobsMain.js', import.meta.url);
const ARCHIVE = new URL('./archive/archiveMain.js', import.meta.url);
const BATCH = new URL('./batch/batchMain.js', import.meta.url);
/** What is read from Redis passes through: it must not have a small heap marked again and again. */
const BESIDE_FLAGS = ['--heap-growing-percent=200'];
/** Folding makes much that is soon let go: a larger nursery keeps the collector out of its way. */
const BATCH_FLAGS = [...BESIDE_FLAGS, '--max-semi-space-size=32'];
const processName = env.TROVE_PROCESS ?? defaultProcessName('worker');
const logger = createLogger({ app: 'worker', level: env.LOG_LEVEL });
const redis = connectRedis(env.REDIS_URL, { name: processName });
redis.on('error', (err) => logger.warn({ err }, 'Redis connection'));
const db = createDb(env.DATABASE_URL, {
  onIdleError: (err) => logger.warn({ err }, 'PostgreSQL connection'),
});
const jobs = { url: env.REDIS_URL, prefix: globalKeys(DEFAULT_KEYS).jobs, logger };
const drainQueue = createQueue('drain', jobs);
/** Of the processes beside: only counted here. */
const counted = (['sinks', 'repairs', 'batch'] as const).map((name) => createQueue(name, jobs));
const partitions = await fixPartitionCount(redis, env.TROVE_PARTITIONS);
const tracing = await startTracing({
  app: 'worker',
  process: processName,
  version: VERSION,
  endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT,
  onTrouble: (says) => logger.warn({ says }, 'traces could not be sent'),
});
const worker = await createWorkerApp({
  redisUrl: env.REDIS_URL,
  redis,
  drainQueue,
  partitions,
  process: processName,
  logger,
  tracing,
  isArchiveOn: env.TROVE_ARCHIVE === 'on',
});
const besides = [
  { name: 'jobs process', begin: () => startNice(JOBS, BESIDE_FLAGS) },
  ...(env.TROVE_BATCH === 'on'
    ? [{ name: 'batch process', begin: () => startNice(BATCH, BATCH_FLAGS) }]
    : []),
  ...(env.TROVE_ARCHIVE === 'on'
    ? [{ name: 'archive', begin: () => startIdle(ARCHIVE, BESIDE_FLAGS) }]
    : []),
].map((one) => superviseProcess({ ...one, logger }));
const registry = createRegistry('worker');
exposeWorker({
  ...worker,
  registry,
  redis,
  partitions,
  isArchiveOn: env.TROVE_ARCHIVE === 'on',
  queues: [drainQueue, ...counted],
  proof: async () => (await twinReads(db).reconciliations(1))[0],
});
const checks = {
  redis: async () => ((await redis.ping()) === 'PONG' ? undefined : 'Redis does not answer'),
  sinks: () => worker.alarms.check(),
  running: () => stopping.check(),
};
const admin = await createAdminServer(
  { host: env.HOST, port: env.PORT },
  {
    app: 'worker',
    version: VERSION,
    commit: env.TROVE_COMMIT,
    checks,
    registry,
  },
);
logger.info({ port: admin.port, partitions }, 'the worker is ready');

const stopping = onStop(logger, [
  {
    name: 'processes beside',
    run: async () => void (await Promise.all(besides.map((one) => one.close()))),
  },
  { name: 'worker', run: () => worker.close() },
  { name: 'admin server', run: () => admin.close() },
  { name: 'traces', run: async () => await tracing?.close() },
  {
    name: 'queues',
    run: async () =>
      void (await Promise.all([drainQueue, ...counted].map((queue) => queue.close()))),
  },
  { name: 'PostgreSQL', run: () => db.close() },
  { name: 'Redis', run: async () => redis.disconnect() },
]);
