/** How a partition is woken: one job that runs and one that waits, or a refusal in time. */
import { afterEach, describe, expect, it } from 'vitest';
import { createQueue } from './createQueue.js';
import {
  closeOpened,
  freshPrefix,
  heldHandler,
  logbook,
  openQueue,
  openWorker,
} from './queues.fixture.js';
import { releaseWake, wakePartition } from './wakePartition.js';

afterEach(closeOpened);

describe('wakePartition', () => {
  it('keeps one job running and one waiting, however often it is called', async () => {
    const prefix = freshPrefix();
    const queue = openQueue('drain', prefix);
    const { started, handler, finishOne } = heldHandler();
    for (let i = 0; i < 20; i += 1) await wakePartition(queue, 1);
    await wakePartition(queue, 2);
    openWorker<'drain'>({
      queue: 'drain',
      prefix,
      concurrency: 4,
      logger: logbook().logger,
      handlers: { 'drain-partition': handler },
    });
    await expect.poll(() => started).toEqual([1, 2]);
    for (let i = 0; i < 20; i += 1) await wakePartition(queue, 1);
    expect(started).toEqual([1, 2]);
    finishOne();
    await expect.poll(() => started).toEqual([1, 2, 1]);
    finishOne();
    finishOne();
    await expect.poll(() => queue.bull.getCompletedCount()).toBe(3);
    expect(started).toEqual([1, 2, 1]);
  });

  it('starts a job beside a zombie once the wake is released', async () => {
    const prefix = freshPrefix();
    const queue = openQueue('drain', prefix);
    const { started, handler, finishOne } = heldHandler();
    openWorker<'drain'>({
      queue: 'drain',
      prefix,
      concurrency: 2,
      logger: logbook().logger,
      handlers: { 'drain-partition': handler },
    });
    await wakePartition(queue, 3);
    await expect.poll(() => started).toEqual([3]);
    await wakePartition(queue, 3);
    expect(await queue.bull.getWaitingCount()).toBe(0);
    await releaseWake(queue, 3);
    await wakePartition(queue, 3);
    await expect.poll(() => started).toEqual([3, 3]);
    finishOne();
    finishOne();
    await expect.poll(() => started.length).toBe(3);
    finishOne();
  });
});

describe('createQueue', () => {
  it('refuses within about two seconds when Redis is not there', async () => {
    const { lines, logger } = logbook();
    const queue = createQueue('drain', { url: 'redis://127.0.0.1:1', logger });
    const startedAt = performance.now();
    await expect(wakePartition(queue, 1)).rejects.toThrow(/has not reached Redis/);
    expect(performance.now() - startedAt).toBeLessThan(3_000);
    expect(lines.map(({ message }) => message)).toContain('queue lost Redis');
    await queue.close();
  });
});
