/**
 * The process that keeps PostgreSQL in step with the logs and heals quarantined events, started by
 * a worker: reading, packing and merging for it takes milliseconds at a time, for which no event
 * waits that a player has sent just then. It ends with the worker that started it.
 */
import { env } from '../env.js';
import { openBeside } from '../openBeside.js';
import { startRepairs } from '../repairs/startRepairs.js';
import { SINK_LIMITS } from './limits.js';
import { startSinks } from './startSinks.js';

const beside = await openBeside({ role: 'jobs', niceness: SINK_LIMITS.niceness });
const { logger, redis, db, partitions } = beside;
const deps = { redisUrl: env.REDIS_URL, redis, db, partitions, logger };
const sinks = await startSinks(deps);
const repairs = await startRepairs(deps);
logger.info('the jobs process is ready');

beside.onStop([
  { name: 'repairs', run: () => repairs.close() },
  { name: 'sinks', run: () => sinks.close() },
]);
