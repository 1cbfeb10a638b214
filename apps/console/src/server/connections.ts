/** The console's connections: one to Redis for everything, one pool to PostgreSQL. */
import { resolve } from 'node:path';
import type { Db } from '@trove/db';
import type { ReceiptReader } from '@trove/receipts';
import type { HuntDirectory, PartitionReads, TroveRedis } from '@trove/streams';
import type { Logger } from '@trove/telemetry';
import { env } from '../env';
import { database, receipts, streams, telemetry } from './packages';
import { perProcess } from './perProcess';

export function logger(): Logger {
  return perProcess('logger', () =>
    telemetry.createLogger({ app: 'console', level: env().LOG_LEVEL }),
  );
}

export function redis(): TroveRedis {
  return perProcess('redis', () => {
    const connection = streams.connectRedis(env().REDIS_URL, { name: 'trove-console' });
    // It reconnects by itself; the live tail and /readyz say in words that it is away.
    connection.on('error', (error: Error) => logger().debug({ err: error }, 'redis'));
    return connection;
  });
}

export function db(): Db {
  return perProcess('db', () =>
    database.createDb(env().DATABASE_URL, {
      onIdleError: (error) => logger().warn({ err: error }, 'postgres dropped a connection'),
    }),
  );
}

/** Of the installation since its first start, whatever the environment says by now. */
export async function partitionCount(): Promise<number> {
  const fixed = perProcess('partition-count', () => ({ count: 0 }));
  fixed.count ||= await streams.fixPartitionCount(redis(), env().TROVE_PARTITIONS);
  return fixed.count;
}

export async function partitionReads(): Promise<PartitionReads> {
  const partitions = await partitionCount();
  return perProcess('partition-reads', () =>
    streams.createPartitionReads({ redis: redis(), partitions }),
  );
}

export function huntDirectory(): HuntDirectory {
  return perProcess('hunt-directory', () => streams.createHuntDirectory(redis()));
}

export function receiptReader(): ReceiptReader {
  return perProcess('receipt-reader', () =>
    receipts.createReceiptReader({
      redis: redis(),
      db: db(),
      archiveFolder: resolve(env().ARCHIVE_DIR),
    }),
  );
}
