import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { addJob, createQueue, type JobsQueue, scheduleJob } from './createQueue.js';
import { createWorker, type JobsWorker, type WorkerSetup } from './createWorker.js';
import { releaseWake, wakePartition } from './wakePartition.js';

const url = process.env['TEST_REDIS_URL'] ?? '';
const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

interface Line {
  readonly fields: Record<string, unknown>;
  readonly message: string;
}

function logbook() {
  const lines: Line[] = [];
  const write = (fields: object, message: string) => {
    lines.push({ fields: { ...fields }, message });
  };
  return { lines, logger: { warn: write, error: write } };
}

function openQueue<Q extends 'drain' | 'sinks'>(name: Q, prefix: string): JobsQueue<Q> {
  const queue = createQueue(name, { url, prefix, logger: logbook().logger });
  open.push({
    close: async () => {
      await queue.bull.obliterate({ force: true });
      await queue.close();
    },
  });
  return queue;
}

function openWorker<Q extends 'drain' | 'sinks'>(setup: Omit<WorkerSetup<Q>, 'url'>): JobsWorker {
  const worker = createWorker<Q>({ ...setup, url });
  open.push(worker);
  return worker;
}

const freshPrefix = () => `test-${randomUUID()}`;

/** A handler whose runs end when the test says so. */
function heldHandler() {
  const started: number[] = [];
  const held: (() => void)[] = [];
  const handler = ({ partition }: { partition: number }) => {
    started.push(partition);
    return new Promise<void>((resolve) => held.push(resolve));
  };
  return { started, handler, finishOne: () => held.shift()?.() };
}

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
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
    await scheduleJob(queue, schedule);
    vi.useRealTimers();
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
