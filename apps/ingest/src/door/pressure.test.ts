/** When the door says `busy`, for how long, and when it no longer does. */
import { QUARANTINE_BOUND, type TroveRedis } from '@trove/streams';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DOOR_LIMITS } from '../limits.js';
import { Pressure } from './pressure.js';

const { undecidedEvents, waitingEvents, retryAfterMs, retryAfterMaxMs } = DOOR_LIMITS;
const PARTITIONS = 2;
/** Longer than the rarest look takes to come round. */
const LOOKED_MS = 2_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What Redis would say, for a test to change. */
interface Said {
  usedMemory: number;
  maxMemory: number;
  refusals: number;
  heldBytes: number;
  appended: number;
  decided: number;
  isAway: boolean;
}

function openPressure() {
  const said: Said = {
    ...{ usedMemory: 0, maxMemory: 1_000, refusals: 0, heldBytes: 0 },
    ...{ appended: 0, decided: 0, isAway: false },
  };
  const redis = {
    async info() {
      if (said.isAway) throw new Error('no Redis');
      return `used_memory:${said.usedMemory}\r\nmaxmemory:${said.maxMemory}\r\n`;
    },
    xlen: async () => said.refusals,
    hgetall: async () => ({ held: String(said.heldBytes) }),
    hget: async () => '0',
    hmget: async () => ['1', String(said.appended), String(said.decided), '0-0'],
    get: async () => null,
    time: async () => [0, 0],
    xrange: async () => [],
  } as unknown as TroveRedis;
  const here = { waiting: 0, errors: 0 };
  const pressure = new Pressure({
    redis,
    partitions: PARTITIONS,
    waiting: () => here.waiting,
    onError: () => {
      here.errors += 1;
    },
  });
  return { pressure, said, here };
}

it('takes what comes while little waits', async () => {
  const { pressure } = openPressure();
  await vi.advanceTimersByTimeAsync(LOOKED_MS);
  pressure.onUndecided(0, undecidedEvents - 1);
  expect(pressure.retryAfterMs(0)).toBeUndefined();
  expect(pressure.retryRefusalsAfterMs()).toBeUndefined();
  pressure.close();
});

it('is busy in a partition from its bound on, for longer the more waits, and in no other', () => {
  const { pressure } = openPressure();
  pressure.onUndecided(0, undecidedEvents);
  expect(pressure.retryAfterMs(0)).toBe(retryAfterMs);
  pressure.onUndecided(0, undecidedEvents * 3);
  expect(pressure.retryAfterMs(0)).toBe(retryAfterMs * 3);
  pressure.onUndecided(0, undecidedEvents * 1_000);
  expect(pressure.retryAfterMs(0)).toBe(retryAfterMaxMs);
  expect(pressure.retryAfterMs(1)).toBeUndefined();
  pressure.close();
});

it('asks how far the worker is while it is busy, for no append tells it then', async () => {
  const { pressure, said } = openPressure();
  pressure.onUndecided(0, undecidedEvents);
  Object.assign(said, { appended: undecidedEvents + 5, decided: 5 });
  await vi.advanceTimersByTimeAsync(LOOKED_MS);
  expect(pressure.retryAfterMs(0)).toBe(retryAfterMs);
  said.decided = 6;
  await vi.advanceTimersByTimeAsync(LOOKED_MS);
  expect(pressure.retryAfterMs(0)).toBeUndefined();
  pressure.close();
});

it('is busy in all partitions while too much waits in this process', () => {
  const { pressure, here } = openPressure();
  here.waiting = waitingEvents;
  expect(pressure.retryAfterMs(0)).toBeUndefined();
  here.waiting += 1;
  expect([0, 1].map((k) => pressure.retryAfterMs(k))).toEqual([retryAfterMs, retryAfterMs]);
  here.waiting = 0;
  expect(pressure.retryAfterMs(1)).toBeUndefined();
  pressure.close();
});

it.each<[string, Partial<Said>, Partial<Said>]>([
  ['Redis is nearly full', { usedMemory: 801 }, { usedMemory: 800 }],
  ['sinks hold too much of it', { heldBytes: 175 }, { heldBytes: 174 }],
])('is busy in all partitions while %s', async (_what, full, fine) => {
  const { pressure, said } = openPressure();
  Object.assign(said, full);
  await vi.advanceTimersByTimeAsync(LOOKED_MS);
  expect([0, 1].map((k) => pressure.retryAfterMs(k))).toEqual([retryAfterMs, retryAfterMs]);
  Object.assign(said, fine);
  await vi.advanceTimersByTimeAsync(LOOKED_MS);
  expect(pressure.retryAfterMs(0)).toBeUndefined();
  pressure.close();
});

it('is busy only to refusals while the quarantine is full', async () => {
  const { pressure, said } = openPressure();
  said.refusals = QUARANTINE_BOUND;
  await vi.advanceTimersByTimeAsync(LOOKED_MS);
  expect(pressure.retryRefusalsAfterMs()).toBe(retryAfterMaxMs);
  expect(pressure.retryAfterMs(0)).toBeUndefined();
  said.refusals -= 1;
  await vi.advanceTimersByTimeAsync(LOOKED_MS);
  expect(pressure.retryRefusalsAfterMs()).toBeUndefined();
  pressure.close();
});

it('looks on after Redis was away, and no more once it is closed', async () => {
  const { pressure, said, here } = openPressure();
  said.isAway = true;
  await vi.advanceTimersByTimeAsync(LOOKED_MS);
  expect(here.errors).toBeGreaterThan(1);
  Object.assign(said, { isAway: false, usedMemory: 900 });
  await vi.advanceTimersByTimeAsync(LOOKED_MS);
  expect(pressure.retryAfterMs(0)).toBe(retryAfterMs);
  pressure.close();
  said.usedMemory = 0;
  await vi.advanceTimersByTimeAsync(LOOKED_MS);
  expect(pressure.retryAfterMs(0)).toBe(retryAfterMs);
});
