/** A log in which bytes are not those that were written, decided and archived on real servers. */
import { runBacktest, Twin } from '@trove/backtest';
import { partitionKeys } from '@trove/streams';
import { compiled, huntDefinition } from '@trove/testkit';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RecordedHunt } from '../batch/recordedHunt.fixture.js';

let hunt: RecordedHunt;
beforeEach(async () => {
  const { TEST_REDIS_URL, TEST_DATABASE_URL } = process.env;
  hunt = await RecordedHunt.open(TEST_REDIS_URL, TEST_DATABASE_URL);
});
afterEach(() => hunt.close());

const ELSEWHERE = 7;
const keysOf = (partition: number) => partitionKeys(hunt.log.keys, partition);

/** What a door would write of some scans. */
async function written(numbers: readonly number[]): Promise<Buffer> {
  const { log } = hunt;
  const events = numbers.map((number) => log.scan(number, 'CLOCK', `team-${number}`));
  await log.append(ELSEWHERE, events);
  const [row] = await log.redis.xrevrangeBuffer(keysOf(ELSEWHERE).log, '+', '-', 'COUNT', 1);
  return row?.[1][3] ?? Buffer.alloc(0);
}

async function appendRaw(blob: Buffer, count: number): Promise<void> {
  const { log, meta, owner } = keysOf(hunt.partition);
  await hunt.log.redis.troveAppend(3, log, meta, owner, blob, count);
}

/** Other than the fixture, which counts what it has appended itself. */
async function decideUntil(position: number): Promise<void> {
  const stopping = new AbortController();
  const draining = hunt.log.drain(hunt.partition, stopping.signal);
  await expect.poll(() => hunt.log.decided(hunt.partition)).toBe(position);
  stopping.abort();
  await draining;
}

const counters = () => hunt.log.redis.hgetall(keysOf(hunt.partition).counters);

it('P6 quarantines the events of a damaged entry and goes on behind it', async () => {
  await hunt.play(1, 10);
  const torn = await written([101, 102, 103]);
  await appendRaw(torn.subarray(0, torn.length - 1), 3);
  await appendRaw(Buffer.alloc(30, 0xe3), 1);
  await hunt.play(11, 10);
  await decideUntil(1 + 10 + 3 + 1 + 10);
  expect(await counters()).toEqual({ accepted: '21', quarantined: '4' });
  const { redis } = hunt.log;
  const meta = await redis.hmget(keysOf(hunt.partition).meta, 'appended', 'decided');
  expect(meta).toEqual(['25', '25']);
  const records = await redis.xrange(keysOf(hunt.partition).quarantine, '-', '+');
  const said = records.map(([, fields]) => JSON.parse(fields[1] ?? '{}'));
  expect(said.map(({ code, team }) => [code, team])).toEqual([
    ['decide_failed', 'team-101'],
    ['decide_failed', 'team-102'],
    ['decide_failed', ''],
    ['decide_failed', ''],
  ]);
  // Who reads the record meets the same bytes.
  const rest = async () => undefined;
  expect(await new Twin(hunt.sources, 1).run(rest)).toMatchObject({ divergence: 0, events: 25 });
  await hunt.archive();
  await hunt.trim();
  expect(await new Twin(hunt.sources, 1).run(rest)).toMatchObject({ divergence: 0, events: 25 });
  const order = {
    hunt: hunt.slug,
    draft: compiled(huntDefinition()),
    scope: { events: hunt.slug },
  };
  const watch = { nowMs: Date.now, steadyMs: () => performance.now(), onPart: rest };
  const told = await runBacktest(hunt.sources, order, watch);
  expect(told).toMatchObject({ changed: 0, lost: 0, isWhole: true });
});

it('P6 decides what stands in front of an entry of a newer program, and waits there', async () => {
  await hunt.play(1, 5);
  const newer = await written([201]);
  newer[0] = 9;
  await hunt.log.append(hunt.partition, [hunt.log.scan(6, 'CLOCK', 'team-6')]);
  await appendRaw(newer, 1);
  await expect(hunt.log.decide(hunt.partition)).rejects.toThrow('layout 9');
  expect(await hunt.log.decided(hunt.partition)).toBe(1 + 5 + 1);
  expect(await counters()).toEqual({ accepted: '7' });
});
