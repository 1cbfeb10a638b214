/** What a worker does with jobs: their handlers, their failures, their schedules, their loss. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { addJob, scheduleJob } from './createQueue.js';
import { createWorker } from './createWorker.js';
import {
  closeOpened,
  freshPrefix,
  heldHandler,
  logbook,
  openQueue,
  openWorker,
  url,
} from './queues.fixture.js';
import { wakePartition } from './wakePartition.js';

afterEach(closeOpened);

const idle = async () => {};

describe('createWorker', () => {
  it('hands each job to the handler of its name', async () => {
    const prefix = freshPrefix();
    const seen: unknown[] = [];
    const queue = openQueue('sinks', prefix);
    openWorker<'sinks'>({
      queue: 'sinks',
      prefix,
      logger: logbook().logger,
      handlers: {
        'project-ledger': async (payload) => void seen.push(['ledger', payload]),
        'project-quarantine': async (payload) => void seen.push(['quarantine', payload]),
        'project-rollups': idle,
        'tidy-quarantine': idle,
        'tidy-rollups': idle,
        'age-hunts': idle,
        'forget-photos': idle,
        'announce-publications': idle,
      },
    });
    await addJob(queue, { name: 'project-ledger', payload: { partition: 2 } });
    await addJob(queue, { name: 'project-quarantine', payload: {} });
    await expect
      .poll(() => seen)
      .toEqual([
        ['ledger', { partition: 2 }],
        ['quarantine', {}],
      ]);
  });

  it('logs what a handler rejects with, and goes on', async () => {
    const prefix = freshPrefix();
    const { lines, logger } = logbook();
    const queue = openQueue('drain', prefix);
    openWorker<'drain'>({
      queue: 'drain',
      prefix,
      logger,
      handlers: {
        'drain-partition': async ({ partition }) => {
          if (partition === 0) throw new Error('no power');
        },
      },
    });
    await addJob(queue, { name: 'drain-partition', payload: { partition: 0 } });
    await addJob(queue, { name: 'drain-partition', payload: { partition: 1 } });
    await expect.poll(() => queue.bull.getCompletedCount()).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      message: 'job failed',
      fields: { job: 'drain-partition', payload: { partition: 0 }, err: { message: 'no power' } },
    });
  });

  it('logs errors that pass by themselves without making much of them', async () => {
    const prefix = freshPrefix();
    const { lines, logger } = logbook();
    const queue = openQueue('drain', prefix);
    openWorker<'drain'>({
      queue: 'drain',
      prefix,
      logger,
      isPassing: (error) => error instanceof RangeError,
      handlers: { 'drain-partition': () => Promise.reject(new RangeError('away')) },
    });
    await addJob(queue, { name: 'drain-partition', payload: { partition: 0 } });
    await expect.poll(() => lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ message: 'job failed for now', fields: { reason: 'away' } });
    expect(lines[0]?.fields).not.toHaveProperty('err');
  });

  it('fails what the catalogue does not know, and payloads that break it', async () => {
    const prefix = freshPrefix();
    const { lines, logger } = logbook();
    const queue = openQueue('drain', prefix);
    openWorker<'drain'>({ queue: 'drain', prefix, logger, handlers: { 'drain-partition': idle } });
    await queue.bull.add('constructor', {});
    await queue.bull.add('drain-partition', { partition: -1 });
    await expect.poll(() => queue.bull.getFailedCount()).toBe(2);
    expect(lines.map(({ fields }) => String(fields['err']))).toEqual([
      expect.stringContaining('no handler for constructor'),
      expect.stringContaining('payload of drain-partition'),
    ]);
  });

  it('runs a scheduled job again and again', async () => {
    const prefix = freshPrefix();
    let runs = 0;
    const queue = openQueue('drain', prefix);
    const job = { name: 'drain-partition', payload: { partition: 1 } } as const;
    await scheduleJob(queue, { id: 'often', everyMs: 50, ...job });
    await scheduleJob(queue, { id: 'often', everyMs: 40, ...job });
    openWorker<'drain'>({
      queue: 'drain',
      prefix,
      logger: logbook().logger,
      handlers: {
        'drain-partition': async () => {
          runs += 1;
        },
      },
    });
    await expect.poll(() => runs).toBeGreaterThan(3);
    expect(await queue.bull.getJobSchedulersCount()).toBe(1);
  });

  it('begins a schedule anew that a clock ahead has put off', async () => {
    const queue = openQueue('drain', freshPrefix());
    const job = { name: 'drain-partition', payload: { partition: 1 } } as const;
    const schedule = { id: 'put-off', everyMs: 1_000, ...job };
    try {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
      await scheduleJob(queue, schedule);
    } finally {
      vi.useRealTimers();
    }
    await scheduleJob(queue, schedule);
    const next = (await queue.bull.getJobScheduler(schedule.id))?.next ?? 0;
    expect(next).toBeLessThan(Date.now() + 2_000);
    expect(await queue.bull.getDelayedCount()).toBeLessThanOrEqual(1);
  });

  it('gives the job of a dead worker to another', async () => {
    const prefix = freshPrefix();
    const queue = openQueue('drain', prefix);
    const { started, handler, finishOne } = heldHandler();
    const { lines, logger } = logbook();
    const setup = { queue: 'drain', prefix, logger, lockMs: 200, stalledCheckMs: 100 } as const;
    const dead = createWorker<'drain'>({ ...setup, url, handlers: { 'drain-partition': handler } });
    await wakePartition(queue, 5);
    await expect.poll(() => started).toEqual([5]);
    await dead.bull.close(true);
    const taken: number[] = [];
    openWorker<'drain'>({
      ...setup,
      handlers: { 'drain-partition': async ({ partition }) => void taken.push(partition) },
    });
    await expect.poll(() => taken, { timeout: 5_000 }).toEqual([5]);
    expect(lines.map(({ message }) => message)).toContain('job taken from a lost worker');
    finishOne();
  });
});
