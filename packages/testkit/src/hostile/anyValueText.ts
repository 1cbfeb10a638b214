/** JSON text of a value of any kind, a hostile one as often as not. */
import fc from 'fast-check';
import { HOSTILE_VALUES } from './hostileValues.js';

export function anyValueText(): fc.Arbitrary<string> {
  const hostile = fc.constantFrom(...HOSTILE_VALUES.map(({ text }) => text));
  const quoted = fc.string().map((text) => JSON.stringify(text));
  return fc.oneof(hostile, fc.json({ noUnicodeString: false }), quoted);
}
