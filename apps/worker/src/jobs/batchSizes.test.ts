import { expect, it } from 'vitest';
import { BatchSizes } from './batchSizes.js';

const LEAST = 250;
const MOST = 8_000;

it('halves what was refused down to the least, for its partition alone', () => {
  const sizes = new BatchSizes(LEAST, MOST);
  const seen = [sizes.of(1)];
  for (let i = 0; i < 7; i += 1) {
    sizes.refused(1);
    seen.push(sizes.of(1));
  }
  expect(seen).toEqual([8_000, 4_000, 2_000, 1_000, 500, 250, 250, 250]);
  expect(sizes.of(2)).toBe(MOST);
});

it('doubles after eight were taken in a row, up to the most', () => {
  const sizes = new BatchSizes(LEAST, MOST);
  const takeEight = () => {
    for (let i = 0; i < 7; i += 1) sizes.taken(1, sizes.of(1));
    const before = sizes.of(1);
    sizes.taken(1, sizes.of(1));
    return [before, sizes.of(1)];
  };
  for (let i = 0; i < 3; i += 1) sizes.refused(1);
  expect(takeEight()).toEqual([1_000, 2_000]);
  expect(takeEight()).toEqual([2_000, 4_000]);
  sizes.taken(1, sizes.of(1));
  sizes.refused(1);
  expect(takeEight()).toEqual([2_000, 4_000]);
  expect(takeEight()).toEqual([4_000, MOST]);
  expect(takeEight()).toEqual([MOST, MOST]);
});

it('learns nothing from a batch that was not full', () => {
  const sizes = new BatchSizes(LEAST, MOST);
  sizes.refused(1);
  for (let i = 0; i < 20; i += 1) sizes.taken(1, 10);
  expect(sizes.of(1)).toBe(4_000);
});
