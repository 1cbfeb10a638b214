/** A queue whose first question Redis refuses. BullMQ gives such a queue up for ever. */
import { randomUUID } from 'node:crypto';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { addJob, createQueue } from '@trove/jobs';
import { afterEach, expect, it } from 'vitest';

const redis = new URL(process.env['TEST_REDIS_URL'] ?? '');
let server: Server;

afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
});

/** Stands before Redis and refuses one INFO: the client's own question is the first. */
async function refuseInfo(number: number): Promise<string> {
  let asked = 0;
  server = createServer((client) => {
    const upstream = connect(Number(redis.port), redis.hostname);
    upstream.pipe(client);
    client.on('data', (bytes) => {
      const isInfo = /\binfo\b/i.test(bytes.toString('latin1'));
      if (isInfo) asked += 1;
      if (isInfo && asked === number) client.write('-ERR not now\r\n');
      else upstream.write(bytes);
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

it('is opened anew', async () => {
  const warnings: string[] = [];
  const warn = (_: object, message: string) => void warnings.push(message);
  const connection = { url: await refuseInfo(2), prefix: `test-${randomUUID()}` };
  const queue = createQueue('sinks', { ...connection, logger: { warn, error: warn } });
  const job = { name: 'project-ledger', payload: { partition: 0 } } as const;
  await expect.poll(() => addJob(queue, job).then(() => 'added', String)).toBe('added');
  expect(warnings).toContain('queue was not opened');
  expect(await queue.bull.getWaitingCount()).toBeGreaterThan(0);
  await queue.bull.obliterate({ force: true });
  await queue.close();
});
