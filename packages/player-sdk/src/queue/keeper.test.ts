import { expect, it } from 'vitest';
import { Keeper } from './keeper.js';

it('writes one at a time and ends with the newest state', async () => {
  const written: string[] = [];
  let last = 0;
  const keeper = new Keeper(
    async (text) => void written.push(text),
    () => String(last),
  );
  const waits = [1, 2, 3].map((offset) => {
    last = offset;
    return keeper.keep();
  });
  await Promise.all(waits);
  expect(written.at(-1)).toBe('3');
  expect(written.length).toBeLessThan(3);
});

it('says that a state could not be kept, and tries the next one', async () => {
  let isFull = true;
  const written: string[] = [];
  const keeper = new Keeper(
    async (text) => {
      if (isFull) throw new Error('no room');
      written.push(text);
    },
    () => 'state',
  );
  await expect(keeper.keep()).rejects.toThrow('no room');
  isFull = false;
  await keeper.keep();
  expect(written).toEqual(['state']);
});
