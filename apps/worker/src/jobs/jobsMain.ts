/**
 * The process that keeps PostgreSQL in step with the logs and heals quarantined events, started by
 * a worker: reading, packing and merging for it takes milliseconds at a time, for which no event
 * waits that a player has sent just then. It ends with the worker that started it.
 */
import { setPriority } from 'node:os';
import { createDb } from '@trove/db';
import { connectRedis, fixPartitionCount } from '@trove/streams';
import { createLogger, onStop } from '@trove/telemetry';
import { env } from '../env.js';
import { startRepairs } from '../repairs/startRepairs.js';
import { endWithWorker } from '../startBeside.js';
import { SINK_LIMITS } from './limits.js';
import { startSinks } from './startSinks.js';

setPriority(SINK_LIMITS.niceness);
const name = `${env.TROVE_PROCESS ?? 'worker'}-jobs-${process.pid}`;
const logger = createLogger({ app: 'worker-jobs', level: env.LOG_LEVEL });
// Somebody else's process takes up what this one was at.
endWithWorker();
const redis = connectRedis(env.REDIS_URL, { name });
redis.on('error', (err) => logger.warn({ err }, 'Redis connection'));
const db = createDb(env.DATABASE_URL, {
  onIdleError: (err) => logger.warn({ err }, 'PostgreSQL connection'),
});
const partitions = await fixPartitionCount(redis, env.TROVE_PARTITIONS);
const deps = { redisUrl: env.REDIS_URL, redis, db, partitions, logger };
const sinks = await startSinks(deps);
const repairs = await startRepairs(deps);
logger.info('the jobs process is ready');

onStop(logger, [
  { name: 'repairs', run: () => repairs.close() },
  { name: 'sinks', run: () => sinks.close() },
  { name: 'PostgreSQL', run: () => db.close() },
  { name: 'Redis', run: async () => redis.disconnect() },
]);
