/**
 * The archive's own process, started by a worker: encoding Parquet never holds up the loop that
 * decides, and a crash of the encoder never ends play. It ends with the worker that started it.
 */
import { resolve } from 'node:path';
import { createRedisClock } from '@trove/streams';
import { env } from '../env.js';
import { openBeside } from '../openBeside.js';
import { ARCHIVER_LIMITS } from './limits.js';
import { startArchive } from './startArchive.js';

const beside = await openBeside({ role: 'archive', niceness: ARCHIVER_LIMITS.niceness });
const { logger, redis, db, partitions } = beside;
const clock = await createRedisClock(redis);
const folder = resolve(env.ARCHIVE_DIR);
const archive = await startArchive({
  ...{ redisUrl: env.REDIS_URL, redis, db, partitions, folder, logger },
  waitMs: env.ARCHIVE_WAIT_SECONDS * 1000,
  nowMs: () => clock.nowUs() / 1000,
});
logger.info({ folder }, 'the archive is ready');

beside.onStop([{ name: 'archive', run: () => archive.close() }]);
