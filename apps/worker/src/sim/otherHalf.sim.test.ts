/** The other half of the simulated installations. */
import { expect, it } from 'vitest';
import { failuresOf, SECOND_HALF } from './seeds.fixture.js';

const { from, to } = SECOND_HALF;

it(`a simulated installation keeps every invariant (seeds ${from} to ${to - 1})`, async () => {
  expect(await failuresOf(SECOND_HALF)).toBe('');
});
