import { expect, it } from 'vitest';
import { Quiet } from './quiet.js';

it('ends with true as soon as a stir finds the condition true', async () => {
  const quiet = new Quiet(60_000);
  let count = 0;
  const waiting = quiet.until(() => count === 2);
  count = 1;
  quiet.stir();
  count = 2;
  quiet.stir();
  expect(await waiting).toBe(true);
});

it('ends with false after a silence', async () => {
  expect(await new Quiet(1).until(() => false)).toBe(false);
});
