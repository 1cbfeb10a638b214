/** A tail of `out` whose Redis comes back with less than it had. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { encodeOut } from './codec/outLayout.js';
import { connectRedis, type TroveRedis } from './connectRedis.js';
import { partitionKeys } from './keys.js';
import { followOut, type OutTail } from './outTail.js';

const keys = { prefix: `test-${randomUUID()}` };
const { out } = partitionKeys(keys, 0);
const { out: other } = partitionKeys(keys, 1);
const url = process.env['TEST_REDIS_URL'] ?? '';
let redis: TroveRedis;
let blocking: TroveRedis;
let tail: OutTail;
let read: string[];
let errors: string[];

beforeEach(() => {
  redis = connectRedis(url, { name: 'tail-test' });
  blocking = connectRedis(url, { name: 'tail-test-blocking', isBlocking: true });
  blocking.on('error', () => undefined);
  read = [];
  errors = [];
});

afterEach(async () => {
  await tail.close();
  await redis.del(out, other);
  redis.disconnect();
});

function put(epoch: number, ...positions: number[]): Promise<void> {
  return putTo(out, epoch, ...positions);
}

async function putTo(stream: string, epoch: number, ...positions: number[]): Promise<void> {
  for (const position of positions) {
    const entries = [{ id: `${position}-0`, door: 'd', appendedAtUs: 0, count: 1 }];
    const nothing = { results: [], hunts: [], teams: [], players: [] };
    const head = { epoch, decidedAtUs: 0, firstPosition: position };
    await redis.xadd(
      stream,
      `${position}-0`,
      't',
      '0',
      'o',
      encodeOut(head, { entries, ...nothing }),
    );
  }
}

function follow(from?: string): void {
  tail = followOut({
    ...{ blocking, partitions: [0], keys },
    ...(from !== undefined && { from: new Map([[0, from]]) }),
    onEntry: (_, { id, blob }) => void read.push(`${blob.epoch}:${id}`),
    onError: () => undefined,
  });
}

/** As a restart without the end of the file: the stream has less, and the connections are new. */
async function lose(epoch: number, ...kept: number[]): Promise<void> {
  await redis.del(out);
  await put(epoch, ...kept);
  const id = await redis.client('LIST').then((list) => {
    return /id=(\d+) [^\n]*name=tail-test-blocking /.exec(String(list))?.[1] ?? '';
  });
  await redis.client('KILL', 'ID', Number(id));
}

it('reads what another epoch writes at places it had read before', async () => {
  follow('0-0');
  await put(1, 1, 2, 3, 4, 5);
  await expect.poll(() => read).toHaveLength(5);
  await lose(1, 1, 2);
  await put(2, 3, 4);
  await expect.poll(() => read.slice(5)).toEqual(['2:3-0', '2:4-0']);
  await put(2, 5, 6, 7);
  await expect.poll(() => read.slice(7)).toEqual(['2:5-0', '2:6-0', '2:7-0']);
});

it('reads all of another epoch that is past its place already', async () => {
  follow('0-0');
  await put(1, 1, 2, 3);
  await expect.poll(() => read).toHaveLength(3);
  await redis.del(out);
  await put(1, 1);
  await put(2, 2, 3, 4);
  await expect.poll(() => read.slice(3)).toEqual(['2:2-0', '2:3-0', '2:4-0']);
});

it('begins anew where nothing is left, and takes a trimmed stream as it is', async () => {
  follow('0-0');
  await put(1, 1, 2, 3);
  await expect.poll(() => read).toHaveLength(3);
  await redis.xtrim(out, 'MINID', '3-0');
  await lose(1);
  await put(2, 1);
  await expect.poll(() => read.slice(3)).toEqual(['2:1-0']);
});

it('delivers what stands before an unreadable entry, and other partitions', async () => {
  const from = new Map([
    [0, '0-0'],
    [1, '0-0'],
  ]);
  await put(1, 1, 2);
  await redis.xadd(out, '3-0', 't', '0', 'o', Buffer.from([255, 0, 0]));
  await put(1, 4);
  tail = followOut({
    ...{ blocking, partitions: [0, 1], keys, from },
    onEntry: (partition, { id }) => void read.push(`${partition} ${id}`),
    onError: (error) => void errors.push(String(error)),
  });
  await expect.poll(() => errors.length).toBeGreaterThan(1);
  await putTo(other, 1, 1, 2);
  const readable = ['0 1-0', '0 2-0', '1 1-0', '1 2-0'];
  await expect.poll(() => read.toSorted()).toEqual(readable);
  expect(new Set(errors).size).toBe(1);
  await redis.xdel(out, '3-0');
  await expect.poll(() => read).toHaveLength(5);
  expect(read.at(-1)).toBe('0 4-0');
});
