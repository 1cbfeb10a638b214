/** Queues and workers under a prefix of their own, which end with the test that opened them. */
import { randomUUID } from 'node:crypto';
import { createQueue, type JobsQueue } from './createQueue.js';
import { createWorker, type JobsWorker, type WorkerSetup } from './createWorker.js';

export const url = process.env['TEST_REDIS_URL'] ?? '';
const open: { close(): Promise<void> }[] = [];

export async function closeOpened(): Promise<void> {
  for (const one of open.splice(0).reverse()) await one.close();
}

interface Line {
  readonly fields: Record<string, unknown>;
  readonly message: string;
}

export function logbook() {
  const lines: Line[] = [];
  const write = (fields: object, message: string) => {
    lines.push({ fields: { ...fields }, message });
  };
  return { lines, logger: { warn: write, error: write } };
}

export function openQueue<Q extends 'drain' | 'sinks'>(name: Q, prefix: string): JobsQueue<Q> {
  const queue = createQueue(name, { url, prefix, logger: logbook().logger });
  open.push({
    close: async () => {
      await queue.bull.obliterate({ force: true });
      await queue.close();
    },
  });
  return queue;
}

export function openWorker<Q extends 'drain' | 'sinks'>(
  setup: Omit<WorkerSetup<Q>, 'url'>,
): JobsWorker {
  const worker = createWorker<Q>({ ...setup, url });
  open.push(worker);
  return worker;
}

export const freshPrefix = () => `test-${randomUUID()}`;

/** A handler whose runs end when the test says so. */
export function heldHandler() {
  const started: number[] = [];
  const held: (() => void)[] = [];
  const handler = ({ partition }: { partition: number }) => {
    started.push(partition);
    return new Promise<void>((resolve) => held.push(resolve));
  };
  return { started, handler, finishOne: () => held.shift()?.() };
}
