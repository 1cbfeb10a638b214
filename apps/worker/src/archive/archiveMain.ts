/**
 * The archive's own process, started by a worker: encoding Parquet never holds up the loop that
 * decides, and a crash of the encoder never ends play. It ends with the worker that started it.
 */
import { setPriority } from 'node:os';
import { isAbsolute, resolve } from 'node:path';
import { createDb } from '@trove/db';
import { connectRedis, createRedisClock, fixPartitionCount } from '@trove/streams';
import { createLogger, onStop } from '@trove/telemetry';
import { env } from '../env.js';
import { endWithWorker } from '../startBeside.js';
import { ARCHIVER_LIMITS } from './limits.js';
import { startArchive } from './startArchive.js';

setPriority(ARCHIVER_LIMITS.niceness);
const name = `${env.TROVE_PROCESS ?? 'worker'}-archive-${process.pid}`;
const logger = createLogger({ app: 'worker-archive', level: env.LOG_LEVEL });
// Somebody else's archive goes on where this one stands.
endWithWorker();
const redis = connectRedis(env.REDIS_URL, { name });
redis.on('error', (err) => logger.warn({ err }, 'Redis connection'));
const db = createDb(env.DATABASE_URL, {
  onIdleError: (err) => logger.warn({ err }, 'PostgreSQL connection'),
});
const clock = await createRedisClock(redis);
const folder = isAbsolute(env.ARCHIVE_DIR) ? env.ARCHIVE_DIR : resolve(env.ARCHIVE_DIR);
const archive = await startArchive({
  redisUrl: env.REDIS_URL,
  redis,
  db,
  partitions: await fixPartitionCount(redis, env.TROVE_PARTITIONS),
  folder,
  waitMs: env.ARCHIVE_WAIT_SECONDS * 1000,
  logger,
  nowMs: () => clock.nowUs() / 1000,
});
logger.info({ folder }, 'the archive is ready');

onStop(logger, [
  { name: 'archive', run: () => archive.close() },
  { name: 'PostgreSQL', run: () => db.close() },
  { name: 'Redis', run: async () => redis.disconnect() },
]);
