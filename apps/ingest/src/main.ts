/** Wiring of the door: environment in, connections out, nothing decided here. */
import { resolve } from 'node:path';
import { createDb } from '@trove/db';
import { createQueue } from '@trove/jobs';
import { connectRedis, DEFAULT_KEYS, fixPartitionCount, globalKeys } from '@trove/streams';
import {
  createLogger,
  createRegistry,
  defaultProcessName,
  onStop,
  startTracing,
} from '@trove/telemetry';
import { createIngest } from './app.js';
import { doorChecks } from './doorChecks.js';
import { env } from './env.js';
import { DOOR_LIMITS } from './limits.js';

const VERSION = '0.1.0';
const processName = env.TROVE_PROCESS ?? defaultProcessName('ingest');
const logger = createLogger({ app: 'ingest', level: env.LOG_LEVEL });
const redis = connectRedis(env.REDIS_URL, { name: processName });
const blocking = connectRedis(env.REDIS_URL, {
  name: `${processName}-out`,
  isBlocking: true,
  deadAfterMs: DOOR_LIMITS.tailDeadAfterMs,
});
for (const connection of [redis, blocking]) {
  connection.on('error', (err) => logger.warn({ err }, 'Redis connection'));
}
const db = createDb(env.DATABASE_URL, {
  onIdleError: (err) => logger.warn({ err }, 'PostgreSQL connection'),
});
const drainQueue = createQueue('drain', {
  url: env.REDIS_URL,
  prefix: globalKeys(DEFAULT_KEYS).jobs,
  logger,
});
const partitions = await fixPartitionCount(redis, env.TROVE_PARTITIONS);
if (partitions !== env.TROVE_PARTITIONS) {
  logger.warn({ partitions, asked: env.TROVE_PARTITIONS }, 'partition count stays as first fixed');
}
const registry = createRegistry('ingest');
const checks = {
  ...doorChecks({ redis, tier: env.TROVE_DURABILITY }),
  running: () => stopping.check(),
};
const tracing = await startTracing({
  app: 'ingest',
  process: processName,
  version: VERSION,
  endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT,
  onTrouble: (says) => logger.warn({ says }, 'traces could not be sent'),
});
const ingest = await createIngest({
  redis,
  blocking,
  db,
  drainQueue,
  partitions,
  tier: env.TROVE_DURABILITY,
  tokenSecret: env.TROVE_TOKEN_SECRET,
  bounds: {
    proxies: env.TROVE_PROXIES,
    sockets: env.TROVE_SOCKETS,
    socketsPerAddress: env.TROVE_SOCKETS_PER_ADDRESS,
    huntEventsPerSecond: env.TROVE_HUNT_EVENTS_PER_SECOND,
  },
  archiveFolder: resolve(env.ARCHIVE_DIR),
  process: processName,
  logger,
  tracing,
  admin: { app: 'ingest', version: VERSION, commit: env.TROVE_COMMIT, checks, registry },
});
const port = await ingest.listen(env.HOST, env.PORT);
logger.info({ port, partitions, tier: env.TROVE_DURABILITY }, 'the door is open');

const stopping = onStop(logger, [
  { name: 'door', run: () => ingest.close() },
  { name: 'traces', run: async () => await tracing?.close() },
  { name: 'queue', run: () => drainQueue.close() },
  { name: 'PostgreSQL', run: () => db.close() },
  { name: 'Redis', run: async () => redis.disconnect() },
]);
