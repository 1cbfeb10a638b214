/** The clock follows Redis's, also when one of the two is set. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { TroveRedis } from './connectRedis.js';
import { createRedisClock, localUs } from './redisClock.js';

const HOUR_US = 3_600_000_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server whose clock is ahead of ours by what the test says. */
function serverAhead() {
  const server = { aheadUs: 0 };
  const time = async () => {
    const us = localUs() + server.aheadUs;
    return [Math.floor(us / 1e6), us % 1e6];
  };
  return { server, redis: { time } as unknown as TroveRedis };
}

it.each([HOUR_US, -HOUR_US])(
  'believes the next measurement when a clock is set by %d',
  async (by) => {
    const { server, redis } = serverAhead();
    const clock = await createRedisClock(redis);
    server.aheadUs = by;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(Math.abs(clock.nowUs() - localUs() - by)).toBeLessThan(1_000);
    clock.close();
  },
);

it('keeps the best of its samples while both clocks run on', async () => {
  const { server, redis } = serverAhead();
  const clock = await createRedisClock(redis);
  server.aheadUs = 2_000;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(Math.abs(clock.offsetUs() ?? Number.NaN)).toBeLessThanOrEqual(2_000);
  clock.close();
});
