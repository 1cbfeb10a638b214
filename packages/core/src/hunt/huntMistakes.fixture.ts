/** Small hunt files with a mistake, and what is said of it. */
import { HuntDefinition } from '@trove/contracts';
import { compileHunt } from './compileHunt.js';
import { parseHuntFile } from './parseHuntFile.js';

export type Input = Record<string, unknown>;

export const clue = (id: string, more: Input = {}): Input => ({
  id,
  title: id,
  points: 5,
  find: { code: `C-${id}` },
  ...more,
});
export const rule = (id: string, then: Input, more: Input = {}): Input => ({
  id,
  on: 'code.scanned.v1',
  when: 'true',
  then,
  ...more,
});
export const base = { trove: 1, slug: 'demo', title: 'Demo' };

export function mistakesIn(clues: Input[], more: Input = {}) {
  const compilation = compileHunt(HuntDefinition.parse({ ...base, clues, ...more }), 1);
  return compilation.ok ? [] : compilation.mistakes.map(({ path, message }) => [path, message]);
}

export const read = (file: Input) => parseHuntFile(JSON.stringify({ ...base, ...file }));

export function mistakesOfFile(clues: Input[], more: Input = {}) {
  const reading = read({ clues, ...more });
  return reading.ok ? [] : reading.mistakes.map(({ path, message }) => [path, message]);
}
