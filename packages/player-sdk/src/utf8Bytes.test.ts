import fc from 'fast-check';
import { expect, it } from 'vitest';
import { utf8Bytes } from './utf8Bytes.js';

it('counts what an encoder would write', () => {
  for (const text of ['', 'pier', 'Möwen', '燈塔', 'المنارة', '🦊 Zoë']) {
    expect(utf8Bytes(text)).toBe(new TextEncoder().encode(text).length);
  }
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(utf8Bytes(text)).toBe(new TextEncoder().encode(text).length);
    }),
  );
});
