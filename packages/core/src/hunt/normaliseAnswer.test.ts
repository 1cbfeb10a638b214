import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseAnswer } from './normaliseAnswer.js';

describe('normaliseAnswer', () => {
  it.each([
    ['  The   Pier ', 'the pier'],
    ["fisherman's", 'fishermans'],
    ['fisherman’s', 'fishermans'],
    ['fog!', 'fog'],
    ['twenty-seven', 'twenty seven'],
    ['a\tb\nc\u00a0d', 'a b c d'],
    ['Ｆｕｌｌ　ｗｉｄｔｈ', 'full width'],
    ['ﬁsh', 'fish'],
    ['CAFE\u0301', 'café'],
    ['cafe', 'cafe'],
    ['3.14', '3 14'],
    ['C++ €5', 'c++ €5'],
    ['…?!', ''],
    ['MÜLLER   strasse', 'müller strasse'],
    ['Müller Straße', 'müller strasse'],
    ['İSTANBUL', 'istanbul'],
    ['ısparta', 'isparta'],
    ['ΟΔΟΣ ΟΔΟΣ', 'οδοσ οδοσ'],
    ['οδος', 'οδοσ'],
    ['Lamp\u00adpost', 'lamppost'],
    ['lamp\u200bpost', 'lamppost'],
  ])('H7 folds "%s" to "%s"', (written, folded) => {
    expect(normaliseAnswer(written)).toBe(folded);
  });

  it('H7 changes nothing the second time', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(text, (written) => {
        const once = normaliseAnswer(written);
        expect(normaliseAnswer(once)).toBe(once);
      }),
      { numRuns: 3_000 },
    );
  });
});
