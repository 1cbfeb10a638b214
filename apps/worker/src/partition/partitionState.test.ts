import type { LogEntry, StateQuery } from '@trove/core';
import { MemoryPartitions, MemoryStateStore, playEvent, T0, TestClock } from '@trove/testkit';
import { expect, it } from 'vitest';
import { PartitionState } from './partitionState.js';
import { RulesCache } from './rulesCache.js';

it('reads many hunts a few at a time, and what is asked of teams last', async () => {
  const store = new MemoryStateStore(new MemoryPartitions(new TestClock(T0)));
  const load = store.load.bind(store);
  const asked: StateQuery[] = [];
  store.load = (query) => {
    asked.push(query);
    return load(query);
  };
  const rules = new RulesCache({ body: async () => undefined });
  const state = new PartitionState(0, { store, rules });
  const hunts = Array.from({ length: 10 }, (_, i) => `hunt-${i}`);
  const events = hunts.map((hunt, number) => {
    return { ...playEvent('code.scanned.v1', { code: 'CLOCK' }, { number }), hunt };
  });
  const entry: LogEntry = {
    id: '1-0',
    door: 'd',
    appendedAtUs: T0 * 1000,
    isReplay: false,
    events,
  };
  expect(await state.prepare([entry])).toBe(true);
  expect(asked.map((query) => query.hunts.length)).toEqual([4, 4, 2]);
  expect(asked.flatMap((query) => query.hunts)).toEqual(hunts);
  expect(asked.map((query) => query.teams.length)).toEqual([0, 0, 10]);
  await state.prepare([entry]);
  expect(asked).toHaveLength(3);
});
