/** Queues and workers whose first question Redis refuses. BullMQ gives such ones up for ever. */
import { randomUUID } from 'node:crypto';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { addJob, createQueue, createWorker } from '@trove/jobs';
import { afterEach, beforeEach, expect, it } from 'vitest';

const url = process.env['TEST_REDIS_URL'] ?? '';
const redis = new URL(url);
let server: Server;
let prefix: string;
let warnings: string[];

const warn = (_: object, message: string) => void warnings.push(message);
const logger = { warn, error: warn };

beforeEach(() => {
  prefix = `test-${randomUUID()}`;
  warnings = [];
});

afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
});

/** Stands before Redis and refuses BullMQ's INFO on so many connections: the first is ioredis's. */
async function refuseOn(connections: number): Promise<string> {
  let refused = 0;
  server = createServer((client) => {
    const upstream = connect(Number(redis.port), redis.hostname);
    let asked = 0;
    upstream.pipe(client);
    client.on('data', (bytes) => {
      if (/\binfo\b/i.test(bytes.toString('latin1'))) asked += 1;
      if (asked === 2 && refused < connections) {
        asked += 1;
        refused += 1;
        client.write('-ERR not now\r\n');
      } else upstream.write(bytes);
    });
    for (const socket of [client, upstream]) {
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        client.destroy();
        upstream.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `redis://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('a queue is opened anew', async () => {
  const queue = createQueue('sinks', { url: await refuseOn(1), prefix, logger });
  const job = { name: 'project-ledger', payload: { partition: 0 } } as const;
  await expect.poll(() => addJob(queue, job).then(() => 'added', String)).toBe('added');
  expect(warnings).toContain('queue was not opened');
  expect(await queue.bull.getWaitingCount()).toBeGreaterThan(0);
  await queue.bull.obliterate({ force: true });
  await queue.close();
});

it.each([1, 2])('a worker is started anew, refused on %i of its connections', async (number) => {
  const done: number[] = [];
  const drain = async ({ partition }: { partition: number }) => void done.push(partition);
  const worker = createWorker<'drain'>({
    ...{ queue: 'drain', url: await refuseOn(number), prefix, logger },
    handlers: { 'drain-partition': drain },
  });
  const queue = createQueue('drain', { url, prefix, logger });
  await expect.poll(() => warnings).toContain('worker was not opened');
  await addJob(queue, { name: 'drain-partition', payload: { partition: 3 } });
  await expect.poll(() => done).toEqual([3]);
  await worker.close();
  await queue.bull.obliterate({ force: true });
  await queue.close();
});
