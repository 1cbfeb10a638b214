import { expect, it } from 'vitest';
import { runLanes } from './runLanes.mjs';

/** A task that ends when it is told to. */
function held(name) {
  let end = () => undefined;
  const ended = new Promise((resolve) => {
    end = resolve;
  });
  const task = async (write) => {
    write(`${name} begins. `);
    await ended;
    write(`${name} ends. `);
    return name;
  };
  return { task, end };
}

it('runs lanes at once, and shows one after the other', async () => {
  const shown = [];
  const [a, b, c] = [held('a'), held('b'), held('c')];
  const running = runLanes([[a.task, c.task], [b.task]], (text) => shown.push(text));
  b.end();
  await Promise.resolve();
  expect(shown.join('')).toBe('a begins. ');
  a.end();
  c.end();
  expect(await running).toEqual(['a', 'c', 'b']);
  expect(shown.join('')).toBe('a begins. a ends. c begins. c ends. b begins. b ends. ');
});

it('goes over to the next lane at once where that still runs', async () => {
  const shown = [];
  const [a, b] = [held('a'), held('b')];
  const running = runLanes([[a.task], [b.task]], (text) => shown.push(text));
  a.end();
  await expect.poll(() => shown.join('')).toBe('a begins. a ends. b begins. ');
  b.end();
  await running;
  expect(shown.at(-1)).toBe('b ends. ');
});
