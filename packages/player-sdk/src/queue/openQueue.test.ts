import type { PlayEvent } from '@trove/contracts';
import { beforeEach, describe, expect, it } from 'vitest';
import { readQueue, writeQueue } from './keptQueue.js';
import { nextDevice, openQueue } from './openQueue.js';
import { memoryStore, type PlayerStore } from './playerStore.js';

const owner = 'harbour-night/ada';
const nowMs = Date.UTC(2026, 10, 26);
const event = (id: string) => ({ id }) as PlayEvent;
const idsOf = (events: readonly PlayEvent[]) => events.map(({ id }) => id);

let store: PlayerStore;
beforeEach(() => {
  store = memoryStore();
});
const open = (capacity = 10) => openQueue({ store, owner, capacity, nowMs });
const keep = (name: string, ids: string[]) => {
  return store.write(`${owner}/${name}`, writeQueue({ events: ids.map(event) }));
};

describe('a session that comes back', () => {
  it('goes on with its events and its device, in an epoch it was never in', async () => {
    const first = await open();
    const { device } = first;
    const last = [{ partition: 0, epoch: 1, offset: 7 }];
    await store.write(first.name, writeQueue({ events: [event('a')], last, device }));
    await first.release();
    const second = await open();
    expect(second).toMatchObject({ name: first.name, last });
    expect(idsOf(second.events)).toEqual(['a']);
    expect(second.device.name).toBe(device.name);
    expect(second.device.epoch).toBeGreaterThan(device.epoch);
    const kept = readQueue(await store.read(second.name));
    expect(kept.device).toEqual(second.device);
  });

  it('starts with nothing after a text that a crash cut off', async () => {
    await store.write(`${owner}/torn`, '{"events":[{"id"');
    expect((await open()).events).toEqual([]);
  });
});

describe('several tabs', () => {
  it('have a queue and a device each while all of them are open', async () => {
    const [one, two] = [await open(), await open()];
    expect(two.name).not.toBe(one.name);
    expect(two.device.name).not.toBe(one.device.name);
  });

  it('do not take what another one is sending, and take over what a closed one left', async () => {
    const one = await open();
    await store.write(one.name, writeQueue({ events: [event('a')] }));
    const two = await open();
    expect(two.events).toEqual([]);
    await store.write(two.name, writeQueue({ events: [event('b')] }));
    await Promise.all([one.release(), two.release()]);
    const three = await open();
    expect(idsOf(three.events).sort()).toEqual(['a', 'b']);
    expect(await store.names()).toEqual([three.name]);
  });

  it('leave a queue that does not fit for later, whole', async () => {
    await keep('1', ['a', 'b']);
    await keep('2', ['c', 'd', 'e']);
    await keep('3', ['f']);
    const { events } = await open(4);
    expect(idsOf(events)).toEqual(['a', 'b', 'f']);
    expect(await store.names()).toContain(`${owner}/2`);
  });

  it('see nothing of another player’s queues', async () => {
    await store.write('harbour-night/ada2/x', writeQueue({ events: [event('z')] }));
    expect((await open()).events).toEqual([]);
  });
});

it('goes on with what was kept where a store takes nothing more, and leaves it there', async () => {
  await keep('1', ['a']);
  await keep('2', ['b']);
  const before = await store.names();
  const full = { ...store, write: () => Promise.reject(new Error('quota')) };
  const opened = await openQueue({ store: full, owner, capacity: 10, nowMs });
  expect([idsOf(opened.events), opened.isKept]).toEqual([['a', 'b'], false]);
  expect(await store.names()).toEqual(before);
  await opened.release();
  expect(idsOf((await open()).events)).toEqual(['a', 'b']);
});

it('holds nothing any more where a store can’t be read', async () => {
  await keep('1', ['a']);
  const broken = { ...store, read: () => Promise.reject(new Error('closed')) };
  const opening = openQueue({ store: broken, owner, capacity: 10, nowMs });
  await expect(opening).rejects.toThrow('closed');
  expect(idsOf((await open()).events)).toEqual(['a']);
});

it('takes a copy and a device of its own where a store can’t hold names', async () => {
  const { hold: _, ...plain } = store;
  store = plain;
  await keep('1', ['a']);
  const [one, two] = [await open(), await open()];
  expect(two.name).not.toBe(one.name);
  expect(two.device.name).not.toBe(one.device.name);
  expect(idsOf(two.events)).toEqual(['a']);
});

it('gives a device a new name when its epochs are used up', () => {
  const used = { name: 'phone', epoch: 999_999_999 };
  expect(nextDevice(used, nowMs)).toMatchObject({ epoch: 0 });
  expect(nextDevice(used, nowMs).name).not.toBe('phone');
});

it('does not repeat an epoch of a store that was copied', () => {
  const kept = { name: 'phone', epoch: 3 };
  const [one, later] = [nextDevice(kept, nowMs), nextDevice(kept, nowMs + 1_000)];
  expect(later.epoch).toBeGreaterThan(one.epoch);
});
