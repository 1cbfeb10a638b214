import type { EventResult } from '@trove/contracts';
import { expect, it } from 'vitest';
import { createSeenOffsets } from './seenOffsets.js';

const resultOf = (hunt: string): EventResult => ({
  id: 'x',
  hunt,
  team: 't',
  outcome: 'accepted',
  position: 1,
});
const push = (epoch: number, offset: number, ...hunts: string[]) => ({
  epoch,
  offset,
  results: hunts.map(resultOf),
});

it('drops a push that comes twice and those before it', () => {
  const seen = createSeenOffsets();
  expect(seen.isNew(push(1, 10, 'a'))).toBe(true);
  expect(seen.isNew(push(1, 10, 'a'))).toBe(false);
  expect(seen.isNew(push(1, 9, 'a'))).toBe(false);
  expect(seen.isNew(push(1, 11, 'a'))).toBe(true);
});

it('takes any offset of a higher epoch and none of a lower one', () => {
  const seen = createSeenOffsets();
  seen.isNew(push(2, 100, 'a'));
  expect(seen.isNew(push(3, 1, 'a'))).toBe(true);
  expect(seen.isNew(push(2, 200, 'a'))).toBe(false);
});

it('compares offsets of one hunt only, as hunts may stand in several partitions', () => {
  const seen = createSeenOffsets();
  seen.isNew(push(1, 100, 'a'));
  expect(seen.isNew(push(1, 50, 'b'))).toBe(true);
  expect(seen.last()).toBeUndefined();
});

it('names where to resume while there is one hunt', () => {
  const seen = createSeenOffsets();
  seen.restore('a', { epoch: 1, offset: 7 });
  expect(seen.last()).toEqual({ epoch: 1, offset: 7 });
  seen.isNew(push(1, 9, 'a', 'a'));
  expect(seen.last()).toEqual({ epoch: 1, offset: 9 });
});
