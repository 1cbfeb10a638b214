import { expect, it } from 'vitest';
import { readNumber } from './readNumber';

it.each([
  ['', undefined],
  ['  ', undefined],
  ['12', 12],
  ['-0.5', -0.5],
  ['48,306', 48.306],
  ['−7', -7],
  ['ten', 'ten'],
  ['1e999', '1e999'],
])('reads "%s" as %j', (text, value) => expect(readNumber(text)).toBe(value));
