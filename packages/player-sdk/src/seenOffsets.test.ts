import { expect, it } from 'vitest';
import { SeenOffsets } from './seenOffsets.js';

const at = (partition: number, epoch: number, offset: number) => ({ partition, epoch, offset });

it('drops a push that comes twice and those before it', () => {
  const seen = new SeenOffsets();
  expect(seen.isNew(at(0, 1, 10))).toBe(true);
  expect(seen.isNew(at(0, 1, 10))).toBe(false);
  expect(seen.isNew(at(0, 1, 9))).toBe(false);
  expect(seen.isNew(at(0, 1, 11))).toBe(true);
});

it('takes any offset of a higher epoch and none of a lower one', () => {
  const seen = new SeenOffsets([at(0, 2, 100)]);
  expect(seen.isNew(at(0, 3, 1))).toBe(true);
  expect(seen.isNew(at(0, 2, 200))).toBe(false);
});

it('compares offsets of one partition only', () => {
  const seen = new SeenOffsets([at(0, 1, 100)]);
  expect(seen.isNew(at(1, 1, 50))).toBe(true);
  expect(seen.last()).toEqual([at(0, 1, 100), at(1, 1, 50)]);
});

it('starts new partitions at the welcome and waits for what a recovery brings', () => {
  const seen = new SeenOffsets([at(0, 1, 5)]);
  seen.welcome([at(0, 1, 9), at(1, 1, 9)], true);
  expect(seen.isNew(at(0, 1, 7))).toBe(true);
  expect(seen.isNew(at(1, 1, 9))).toBe(false);
});

it('jumps to the welcome when what was missed cannot be sent', () => {
  const seen = new SeenOffsets([at(0, 2, 500)]);
  seen.welcome([at(0, 1, 3)], false);
  expect(seen.isNew(at(0, 1, 4))).toBe(true);
});

it('names nothing to resume before anything was seen', () => {
  expect(new SeenOffsets().last()).toBeUndefined();
});
