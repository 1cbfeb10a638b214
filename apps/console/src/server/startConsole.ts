/** What the server does before its first request: check the environment, read live data. */
import { env } from '../env';
import { db, logger, redis } from './connections';
import { liveTail } from './live/tail';
import { perProcess } from './perProcess';

export function startConsole(): void {
  env();
  liveTail();
  perProcess('stop', () => {
    // Next ends the process once no response is open; the live streams would be open for ever.
    process.once('SIGTERM', () => void stop());
    process.once('SIGINT', () => void stop());
    return true;
  });
  logger().info('console reads live data');
}

/** What requests on their way may take before the process ends all the same. */
const LAST_REQUESTS_MS = 5_000;

async function stop(): Promise<void> {
  setTimeout(() => process.exit(0), LAST_REQUESTS_MS).unref();
  liveTail().stop();
  redis().disconnect();
  await db().close();
  logger().info('console stopped reading');
}
