import { HuntSlug, LocalId } from '@trove/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeId } from './proposeId';

const NONE = new Set<string>();

describe('an id from a title', () => {
  it.each([
    ['The Old Pier!', 'the-old-pier'],
    ['Ærøskøbing & Łódź', 'aeroskobing-lodz'],
    ["It's five o’clock", 'its-five-oclock'],
    ['🏴‍☠️ Pirates', 'pirates'],
    ['ציד האוצר', 'hunt'],
    ['🦊🦊🦊', 'hunt'],
    ['', 'hunt'],
  ])('of "%s" is %s', (title, id) => {
    expect(proposeId(title, 'hunt', NONE)).toBe(id);
  });

  it('is not one that is taken', () => {
    expect(proposeId('Pier', 'clue', new Set(['pier', 'pier-2']))).toBe('pier-3');
  });

  it('is a sound id and slug, and free, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 130 }), (title) => {
        const first = proposeId(title, 'hunt', NONE);
        const second = proposeId(title, 'hunt', new Set([first]));
        for (const id of [first, second]) {
          expect(HuntSlug.safeParse(id).success).toBe(true);
          expect(LocalId.safeParse(id).success).toBe(true);
        }
        expect(second).not.toBe(first);
      }),
    );
  });
});
