/**
 * The process that folds what is recorded, started by a worker: backtests, the batch twin and the
 * nightly proof never hold up the loop that decides. It ends with the worker that started it.
 */
import { resolve } from 'node:path';
import { env } from '../env.js';
import { openBeside } from '../openBeside.js';
import { BATCH_LIMITS } from './limits.js';
import { startBatch } from './startBatch.js';

const { niceness } = BATCH_LIMITS;
const beside = await openBeside({ role: 'batch', niceness, isPatient: true });
const { logger, redis, db, partitions } = beside;
const folder = resolve(env.ARCHIVE_DIR);
const batch = await startBatch({
  ...{ redisUrl: env.REDIS_URL, redis, db, folder, partitions, logger },
});
logger.info({ folder }, 'the batch process is ready');

beside.onStop([{ name: 'batch', run: () => batch.close() }]);
