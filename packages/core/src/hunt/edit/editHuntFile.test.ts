import type { DraftPatch } from '@trove/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatch } from '../../quality/applyPatch.js';
import { editHuntFile, valueOfHuntFile } from './editHuntFile.js';

const FILE = `# The harbour at night.
trove: 1
slug: harbour
title: Harbour # short, for the board
clues:
  - id: pier
    title: The old pier
    points: 10 # raised twice
    find: {code: PIER}
  # This one is hard.
  - id: mast
    title: The mast
    points: 20
    find: {code: MAST}
`;

describe('changing a hunt file', () => {
  it('keeps comments and the order of keys', () => {
    const edit = editHuntFile(FILE, [
      { op: 'replace', path: '/clues/0/points', value: 30 },
      { op: 'add', path: '/clues/1/text', value: 'Look up.' },
    ]);
    expect(edit.isGood && edit.text.split('\n')).toEqual([
      '# The harbour at night.',
      'trove: 1',
      'slug: harbour',
      'title: Harbour # short, for the board',
      'clues:',
      '  - id: pier',
      '    title: The old pier',
      '    points: 30 # raised twice',
      '    find: { code: PIER }',
      '  # This one is hard.',
      '  - id: mast',
      '    title: The mast',
      '    points: 20',
      '    find: { code: MAST }',
      '    text: Look up.',
      '',
    ]);
  });

  it('moves an entry of a list with its comment', () => {
    const edit = editHuntFile(FILE, [{ op: 'move', from: '/clues/1', path: '/clues/0' }]);
    expect(edit.isGood && edit.text).toMatch(/# This one is hard\.\s+- id: mast[\s\S]*- id: p/);
  });

  it.each<[string, DraftPatch]>([
    ['a path that is not there', [{ op: 'replace', path: '/clues/7/points', value: 1 }]],
    ['an index that leaves a gap', [{ op: 'add', path: '/clues/9', value: {} }]],
    ['a name in a list', [{ op: 'add', path: '/clues/first', value: {} }]],
    ['a path through a text', [{ op: 'add', path: '/title/x', value: 1 }]],
    ['a move into itself', [{ op: 'move', from: '/clues', path: '/clues/0' }]],
    ['a removal of nothing', [{ op: 'remove', path: '/closes' }]],
  ])('refuses %s, and does nothing of the rest', (_, patch) => {
    const edit = editHuntFile(FILE, [{ op: 'replace', path: '/title', value: 'New' }, ...patch]);
    expect(edit).toMatchObject({ isGood: false, says: expect.stringContaining('Change 2 of 2') });
  });

  it('changes a copy where an alias stands, and refuses to leave one without its anchor', () => {
    const text = 'a: &one {n: 1}\nb: *one\n';
    const edit = editHuntFile(text, [{ op: 'replace', path: '/b/n', value: 2 }]);
    expect(edit).toMatchObject({ isGood: true, value: { a: { n: 1 }, b: { n: 2 } } });
    expect(editHuntFile(text, [{ op: 'remove', path: '/a' }])).toMatchObject({ isGood: false });
  });

  it('keeps a text a text, whatever it looks like', () => {
    for (const value of ['12', 'true', 'null', '0x1f', ' x', '2026-01-01', '- a', 'a: b', '# c']) {
      const edit = editHuntFile(FILE, [{ op: 'replace', path: '/title', value }]);
      expect(edit).toMatchObject({ isGood: true, value: { title: value } });
    }
  });

  it('leaves the value that a JSON Patch of the value leaves', () => {
    fc.assert(
      fc.property(fc.array(operation(), { minLength: 1, maxLength: 12 }), (patch) => {
        const patched = applyPatch(valueOfHuntFile(FILE), patch);
        const edit = editHuntFile(FILE, patch);
        expect(edit.isGood).toBe(patched.isGood);
        if (patched.isGood && edit.isGood) expect(edit.value).toEqual(patched.value);
      }),
    );
  });
});

/** Operations on the clues of the file above, most of them sound. */
function operation(): fc.Arbitrary<DraftPatch[number]> {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 });
  const path = fc.constantFrom('/clues/0', '/clues/1', '/clues/-', '/clues/2');
  const field = fc.constantFrom('/clues/0/title', '/clues/1/points', '/title', '/clues/1/text');
  const value = fc.oneof(text, fc.integer(), fc.boolean(), fc.record({ id: text, n: fc.nat() }));
  return fc.oneof(
    fc.record({ op: fc.constant('add' as const), path: fc.oneof(path, field), value }),
    fc.record({ op: fc.constant('replace' as const), path: field, value }),
    fc.record({ op: fc.constant('remove' as const), path: fc.oneof(path, field) }),
  );
}
