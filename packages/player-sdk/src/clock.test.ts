import { expect, it } from 'vitest';
import { retryDelayMs } from './backoff.js';
import { makeEventId } from './eventId.js';
import { createServerClock } from './serverClock.js';

/** A clock whose device was never set: steady goes as the device does. */
const clockOf = (now: () => number) => createServerClock({ deviceNow: now, steadyNow: now });

it('corrects a device clock that is an hour wrong by the middle of the exchange', () => {
  let device = 3_600_000;
  const clock = clockOf(() => device);
  device += 40;
  clock.observe(3_600_000, new Date(20).toISOString());
  expect(clock.now()).toBe(40);
});

it('prefers the quicker exchange, until it is old', () => {
  let device = 0;
  const clock = clockOf(() => device);
  device = 10;
  clock.observe(0, new Date(1_005).toISOString());
  device = 500;
  clock.observe(100, new Date(5_000).toISOString());
  expect(clock.offsetMs).toBe(1_000);
  for (let reply = 0; reply < 50; reply += 1) clock.observe(100, new Date(2_300).toISOString());
  expect(clock.offsetMs).toBe(2_000);
});

it('ignores a time it cannot read', () => {
  const clock = clockOf(() => 5);
  clock.observe(0, 'soon');
  expect(clock.offsetMs).toBe(0);
});

it('begins with what was known of the offset, and believes the first reply instead', () => {
  const now = () => 1_000;
  const clock = createServerClock({ deviceNow: now, steadyNow: now, offsetMs: 500 });
  expect(clock.now()).toBe(1_500);
  clock.observe(0, new Date(700).toISOString());
  expect(clock.now()).toBe(1_200);
});

it('follows a device clock that is put back, and asks anew where it has leapt ahead', () => {
  const at = { device: 10_000_000, steady: 0 };
  const deviceNow = () => at.device;
  const clock = createServerClock({ deviceNow, steadyNow: () => at.steady });
  clock.observe(at.device, new Date(8_000_000).toISOString());
  at.device -= 2_000_000 - 60_000;
  at.steady += 60_000;
  expect(clock.now()).toBe(8_060_000);
  // The device has slept for an hour, or was set: nobody can tell before the next reply.
  at.device += 3_600_000;
  at.steady += 100;
  clock.now();
  at.device += 900;
  at.steady += 900;
  clock.observe(at.device - 900, new Date(at.device + 50).toISOString());
  expect(clock.offsetMs).toBe(500);
});

it('never comes back before the server asked', () => {
  expect(retryDelayMs({ attempt: 1, retryAfterMs: 200, random: 0 })).toBe(200);
  expect(retryDelayMs({ attempt: 1, retryAfterMs: 200, random: 1 })).toBe(250);
});

it('doubles the bound of its own waits up to a last one', () => {
  const waits = [1, 2, 3, 20].map((attempt) => retryDelayMs({ attempt, random: 1 }));
  expect(waits).toEqual([100, 200, 400, 5_000]);
});

it('makes lower-case UUIDv7 ids that carry the time', () => {
  const id = makeEventId(0x123456789abc);
  expect(id).toMatch(/^12345678-9abc-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
