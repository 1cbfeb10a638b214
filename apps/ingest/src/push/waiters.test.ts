/** Nobody's waits keep another from being answered. */
import { CONTROL_SOURCE } from '@trove/contracts';
import { expect, it } from 'vitest';
import { DOOR_LIMITS } from '../limits.js';
import { Waiters } from './waiters.js';

const LONG_MS = 60_000;
const { waiters: ALL, waitersOfDoor, waitersOfSource } = DOOR_LIMITS;

/** Waits that were begun, all of them given up at the end. */
function waitsOf(waiters: Waiters, count: number, source: string) {
  return Array.from({ length: count }, (_, i) =>
    waiters.wait(`${source} ${i}`, { source, waitMs: LONG_MS }),
  );
}

/** Whether a wait is taken: what is not answers at once. */
async function isTaken(waiters: Waiters, source: string): Promise<boolean> {
  const wait = waiters.wait('probe', { source, waitMs: LONG_MS });
  const turn = new Promise((resolve) => setImmediate(() => resolve('waits')));
  const first = await Promise.race([wait.outcome.then(() => 'ended'), turn]);
  wait.giveUp();
  return first === 'waits';
}

it('takes so many of one source, and others all the same', async () => {
  const waiters = new Waiters();
  const waits = waitsOf(waiters, waitersOfSource, 'one');
  expect(await isTaken(waiters, 'one')).toBe(false);
  expect(await isTaken(waiters, 'other')).toBe(true);
  waits[0]?.giveUp();
  expect(await isTaken(waiters, 'one')).toBe(true);
  for (const wait of waits) wait.giveUp();
});

it('keeps room for joins when all the rest is taken', async () => {
  const waiters = new Waiters();
  const sources = (ALL - waitersOfDoor) / waitersOfSource;
  const waits = Array.from({ length: sources }, (_, i) =>
    waitsOf(waiters, waitersOfSource, `source ${i}`),
  ).flat();
  expect(await isTaken(waiters, 'other')).toBe(false);
  expect(await isTaken(waiters, CONTROL_SOURCE)).toBe(true);
  for (const wait of waits) wait.giveUp();
  expect(await Promise.all(waits.map(({ outcome }) => outcome))).toContain(undefined);
});
