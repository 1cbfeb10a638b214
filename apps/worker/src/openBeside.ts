/** What every process beside a worker opens before it begins, and closes last. */
import { setPriority } from 'node:os';
import { createDb, type Db } from '@trove/db';
import { connectRedis, fixPartitionCount, type TroveRedis } from '@trove/streams';
import { createLogger, type Logger, onStop, type StopStep } from '@trove/telemetry';
import { env } from './env.js';
import { endWithWorker } from './startBeside.js';

export interface BesideOptions {
  readonly role: 'archive' | 'batch' | 'jobs';
  readonly niceness: number;
  /** On a busy machine it may not get its turn for seconds: no answer is late for that. */
  readonly isPatient?: boolean;
}

export interface Beside {
  readonly logger: Logger;
  readonly redis: TroveRedis;
  readonly db: Db;
  readonly partitions: number;
  /** Closes what the process has begun, in this order, and then what was opened here. */
  onStop(steps: readonly StopStep[]): void;
}

/** The process ends with its worker: another's takes up what this one was at. */
export async function openBeside(options: BesideOptions): Promise<Beside> {
  const { role, niceness, isPatient = false } = options;
  setPriority(niceness);
  const name = `${env.TROVE_PROCESS ?? 'worker'}-${role}-${process.pid}`;
  const logger = createLogger({ app: `worker-${role}`, level: env.LOG_LEVEL });
  endWithWorker();
  const redis = connectRedis(env.REDIS_URL, { name, isBlocking: isPatient });
  redis.on('error', (err) => logger.warn({ err }, 'Redis connection'));
  const db = createDb(env.DATABASE_URL, {
    isPatient,
    onIdleError: (err) => logger.warn({ err }, 'PostgreSQL connection'),
  });
  const partitions = await fixPartitionCount(redis, env.TROVE_PARTITIONS);
  return {
    ...{ logger, redis, db, partitions },
    onStop(steps) {
      onStop(logger, [
        ...steps,
        { name: 'PostgreSQL', run: () => db.close() },
        { name: 'Redis', run: async () => redis.disconnect() },
      ]);
    },
  };
}
