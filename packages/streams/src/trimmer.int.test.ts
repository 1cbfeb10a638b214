import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeOut } from './codec/outLayout.js';
import { connectRedis, type TroveRedis } from './connectRedis.js';
import { partitionKeys } from './keys.js';
import { forgetArchive, readSinks } from './sinkState.js';
import { Trimmer } from './trimmer.js';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 25, 20);
const NOTE = 'x'.repeat(8_000);
const keys = { prefix: `test-${randomUUID()}` };
const { log, out, sinks, meta, deliveries } = partitionKeys(keys, 0);
let redis: TroveRedis;

beforeEach(() => {
  redis = connectRedis(process.env['TEST_REDIS_URL'] ?? '', { name: 'trimmer-test' });
});
afterEach(async () => {
  await redis.del(log, out, sinks, meta, deliveries);
  redis.disconnect();
});

/** An entry of `out` without rows that decided one log entry. */
function outBlob(logId: string): Buffer {
  const nothing = { results: [], hunts: [], teams: [], players: [] };
  const entries = [{ id: logId, door: 'd', appendedAtUs: 0, count: 1 }];
  return encodeOut({ epoch: 1, decidedAtUs: 0, firstPosition: 0 }, { entries, ...nothing });
}

/** Commit `n` of log entry `n`, some time ago; each takes about 8 KB in the log. */
async function commit(n: number, agoMs: number, bytes = 8_000): Promise<void> {
  const ms = NOW - agoMs;
  const logId = `${ms}-${n}`;
  await redis.xadd(log, logId, 't', String(ms * 1000), 'e', 'x'.repeat(bytes));
  await redis.xadd(out, `${n}-0`, 't', String(ms * 1000), 'o', outBlob(logId));
  await redis.hset(meta, 'decided', n);
}

const trimmer = (bytes: number, names = ['ledger', 'archive']) =>
  new Trimmer({ redis, keys, sinks: names, bounds: { keptMs: 24 * HOUR, bytes, ageEveryMs: 0 } });

async function oldest(stream: string): Promise<string | undefined> {
  return (await redis.xrange(stream, '-', '+', 'COUNT', 1))[0]?.[0];
}
const held = async () => (await readSinks(redis, 1, keys))[0]?.heldBytes ?? 0;

describe('Trimmer', () => {
  it('drops nothing before every sink has taken something, and says what is held', async () => {
    for (let n = 1; n <= 50; n += 1) await commit(n, 30 * HOUR - n);
    await redis.hset(sinks, 'ledger', '50-0');
    await trimmer(100_000).tick(0, NOW);
    expect(await redis.xlen(log)).toBe(50);
    expect(await held()).toBeGreaterThan(250_000);
  });

  it('drops what is older than a day, down to what the slowest sink has taken', async () => {
    for (let n = 1; n <= 200; n += 1) await commit(n, 30 * HOUR - n);
    for (let n = 201; n <= 220; n += 1) await commit(n, HOUR);
    await redis.hset(sinks, 'ledger', '220-0', 'archive', '120-0');
    await trimmer(1e9).tick(0, NOW);
    expect(await oldest(log)).toBe(`${NOW - 30 * HOUR + 120}-120`);
    await redis.hset(sinks, 'archive', '220-0');
    await trimmer(1e9).tick(0, NOW);
    expect(await oldest(log)).toBe(`${NOW - HOUR}-201`);
    expect(Number.parseInt((await oldest(out)) ?? '', 10)).toBeGreaterThan(100);
  });

  it('goes on by age where the clock was put back by an hour', async () => {
    const bounds = { keptMs: 24 * HOUR, bytes: 1e9, ageEveryMs: 60_000 };
    const one = new Trimmer({ redis, keys, sinks: ['ledger'], bounds });
    await redis.hset(sinks, 'ledger', '0-0');
    await one.tick(0, NOW);
    for (let n = 1; n <= 200; n += 1) await commit(n, 30 * HOUR - n);
    await redis.hset(sinks, 'ledger', '200-0');
    await one.tick(0, NOW + 1);
    expect(await redis.xlen(log), 'it was looked at just now').toBe(200);
    await one.tick(0, NOW - HOUR);
    expect(await oldest(log)).toBe(`${NOW - 30 * HOUR + 200}-200`);
  });

  it('keeps notes to their bytes where the clock was put back by an hour', async () => {
    for (let n = 1; n <= 200; n += 1) await redis.xadd(deliveries, `${NOW}-${n}`, 'n', NOTE);
    const bounds = { keptMs: 24 * HOUR, bytes: 1e9, noteBytes: 400_000, ageEveryMs: 0 };
    const one = new Trimmer({ redis, keys, sinks: ['ledger'], bounds });
    for (let look = 0; look < 5; look += 1) await one.tick(0, NOW - HOUR);
    const kept = await redis.xlen(deliveries);
    expect(kept).toBeLessThan(60);
    expect(kept).toBeGreaterThan(30);
  });

  it('keeps to its bytes, but never drops what a sink has not taken', async () => {
    for (let n = 1; n <= 200; n += 1) await commit(n, HOUR);
    await redis.hset(sinks, 'ledger', '200-0', 'archive', '40-0');
    const bound = trimmer(400_000);
    for (let look = 0; look < 5; look += 1) await bound.tick(0, NOW);
    expect(await oldest(log)).toBe(`${NOW - HOUR}-40`);
    expect(await held()).toBeGreaterThan(500_000);
    await redis.hset(sinks, 'archive', '200-0');
    for (let look = 0; look < 5; look += 1) await bound.tick(0, NOW);
    const kept = await redis.xlen(log);
    expect(kept).toBeLessThan(60);
    expect(kept).toBeGreaterThan(30);
    expect(await held()).toBe(0);
  });

  it('weighs all of a stream: a busy beginning says nothing of what came after it', async () => {
    for (let n = 1; n <= 3; n += 1) await commit(n, HOUR, 100_000);
    for (let n = 4; n <= 200; n += 1) await commit(n, HOUR, 5_000);
    await redis.hset(sinks, 'ledger', '200-0', 'archive', '200-0');
    await trimmer(2_000_000).tick(0, NOW);
    expect(await redis.xlen(log)).toBe(200);
  });

  it('goes on by the other sinks where the archive is off', async () => {
    for (let n = 1; n <= 100; n += 1) await commit(n, 30 * HOUR - n);
    await redis.hset(sinks, 'ledger', '100-0', 'archive', '7-0', 'archive-stopped', 'full');
    await forgetArchive(redis, 1, keys);
    expect(await redis.hkeys(sinks)).toEqual(['ledger']);
    await trimmer(1e9, ['ledger']).tick(0, NOW);
    expect(await oldest(log)).toBe(`${NOW - 30 * HOUR + 100}-100`);
  });
});
