/** Measures the naive design on the same machine: events a second from adding to processed. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { FailedError } from '../../exits.js';
import { BENCH } from '../limits.js';
import { idPrefix, sequenceHex } from '../sequenceIds.js';
import { NAIVE_KEYS } from './keys.js';
import type { NaiveEvent } from './naiveWorker.js';

const WORKER = fileURLToPath(new URL('./naiveWorker.js', import.meta.url));

/** Events a second; the jobs are added in bulk, which is the best case of this design. */
export async function runNaive(redisUrl: string, events: number): Promise<number> {
  const worker = fork(WORKER, { stdio: ['ignore', 2, 2, 'ipc'] });
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
  const queue = new Queue<NaiveEvent>(NAIVE_KEYS.queue, { connection, prefix: NAIVE_KEYS.prefix });
  try {
    worker.send(redisUrl);
    await told(worker, (message) => message === 'ready');
    const from = performance.now();
    const all = told(worker, (message) => typeof message === 'number' && message >= events);
    await addAll(queue, events);
    await all;
    return Math.round(events / ((performance.now() - from) / 1_000));
  } finally {
    if (worker.connected) worker.disconnect();
    await queue.close();
    connection.disconnect();
  }
}

function told(worker: ChildProcess, isIt: (message: unknown) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message) => {
      if (isIt(message)) resolve();
    });
    worker.once('exit', (code) => reject(new FailedError(`the naive worker ended with ${code}`)));
  });
}

async function addAll(queue: Queue<NaiveEvent>, events: number): Promise<void> {
  const prefix = idPrefix(Date.now());
  const options = { removeOnComplete: true };
  for (let from = 0; from < events; from += BENCH.naive.addAtOnce) {
    const count = Math.min(BENCH.naive.addAtOnce, events - from);
    const jobs = Array.from({ length: count }, (_, index) => {
      const number = from + index;
      const hunt = `bench-${number % BENCH.hunts}`;
      const team = `team-${number % BENCH.teams}`;
      const data = { id: prefix + sequenceHex(number), hunt, team };
      return { name: 'score-event', data, opts: options };
    });
    await queue.addBulk(jobs);
  }
}
