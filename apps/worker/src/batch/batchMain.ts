/**
 * The process that folds what is recorded, started by a worker: backtests, the batch twin and the
 * nightly proof never hold up the loop that decides. It ends with the worker that started it.
 */
import { setPriority } from 'node:os';
import { resolve } from 'node:path';
import { createDb } from '@trove/db';
import { connectRedis, fixPartitionCount } from '@trove/streams';
import { createLogger, onStop } from '@trove/telemetry';
import { env } from '../env.js';
import { endWithWorker } from '../startBeside.js';
import { BATCH_LIMITS } from './limits.js';
import { startBatch } from './startBatch.js';

setPriority(BATCH_LIMITS.niceness);
const name = `${env.TROVE_PROCESS ?? 'worker'}-batch-${process.pid}`;
const logger = createLogger({ app: 'worker-batch', level: env.LOG_LEVEL });
// Somebody else's process takes up what this one was at.
endWithWorker();
// On a busy machine this process may not get its turn for seconds: no answer is late for that.
const redis = connectRedis(env.REDIS_URL, { name, isBlocking: true });
redis.on('error', (err) => logger.warn({ err }, 'Redis connection'));
const db = createDb(env.DATABASE_URL, {
  isPatient: true,
  onIdleError: (err) => logger.warn({ err }, 'PostgreSQL connection'),
});
const folder = resolve(env.ARCHIVE_DIR);
const partitions = await fixPartitionCount(redis, env.TROVE_PARTITIONS);
const batch = await startBatch({
  ...{ redisUrl: env.REDIS_URL, redis, db, folder, partitions, logger },
});
logger.info({ folder }, 'the batch process is ready');

onStop(logger, [
  { name: 'batch', run: () => batch.close() },
  { name: 'PostgreSQL', run: () => db.close() },
  { name: 'Redis', run: async () => redis.disconnect() },
]);
