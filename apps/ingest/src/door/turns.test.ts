import { expect, it } from 'vitest';
import { Turns } from './turns.js';

/** A step that ends when the test says so. */
function open() {
  let resolve: (value: string) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const ending = new Promise<string>((...ends) => {
    [resolve, reject] = ends;
  });
  return { step: () => ending, resolve, reject };
}

it('takes a step at once while none is under way, and makes no promise of it', async () => {
  const turns = new Turns();
  expect(turns.take(() => 'one')).toBe('one');
  expect(turns.take(() => 'two')).toBe('two');
  const slow = open();
  const taken = turns.take(slow.step);
  slow.resolve('three');
  expect(await taken).toBe('three');
  await Promise.resolve();
  expect(turns.take(() => 'four')).toBe('four');
});

it('takes the next step when the one before is over, however it ended', async () => {
  const turns = new Turns();
  const [first, second] = [open(), open()];
  const taken: string[] = [];
  const note = (name: string, step: () => Promise<string>) => () => {
    taken.push(name);
    return step();
  };
  const failing = turns.take(note('first', first.step));
  const waiting = turns.take(note('second', second.step));
  const last = turns.take(() => taken.push('third'));
  expect(taken).toEqual(['first']);
  first.reject(new Error('no answer'));
  await expect(failing).rejects.toThrow('no answer');
  second.resolve('done');
  expect(await waiting).toBe('done');
  await last;
  expect(taken).toEqual(['first', 'second', 'third']);
});
