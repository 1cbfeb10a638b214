/**
 * The naive design's worker, a process of its own: one BullMQ job for each event, SET NX against
 * repeats, ZINCRBY for the score. It tells its parent how many it has done.
 */
import { Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { BENCH } from '../limits.js';
import { NAIVE_KEYS } from './keys.js';

export interface NaiveEvent {
  readonly id: string;
  readonly hunt: string;
  readonly team: string;
}

const SEEN_S = 48 * 3_600;
const POINTS = 10;

process.once('message', (redisUrl: string) => {
  const redis = new Redis(redisUrl);
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
  let done = 0;
  const worker = new Worker<NaiveEvent>(
    NAIVE_KEYS.queue,
    async ({ data }) => {
      const isNew = await redis.set(NAIVE_KEYS.seen(data.id), 1, 'EX', SEEN_S, 'NX');
      if (isNew !== null) await redis.zincrby(NAIVE_KEYS.board(data.hunt), POINTS, data.team);
      done += 1;
    },
    { connection, prefix: NAIVE_KEYS.prefix, concurrency: BENCH.naive.concurrency },
  );
  const telling = setInterval(() => process.send?.(done), 20);
  worker.waitUntilReady().then(
    () => process.send?.('ready'),
    (error: unknown) => {
      throw error;
    },
  );
  process.once('disconnect', () => {
    clearInterval(telling);
    const exit = () => process.exit();
    worker.close(true).then(exit, exit);
  });
});
