/** Every template is a hunt that can be published as it stands, whatever it is called. */
import { compileHunt, lintHuntFile, parseHuntFile } from '@trove/core';
import { describe, expect, it } from 'vitest';
import { TEMPLATES } from '../../features/hunts/templates';
import { TEMPLATE_FILES } from './templates';

const TITLES = [
  'The harbour',
  'ציד האוצר: "הנמל"',
  '🏴‍☠️ treasure # not a comment',
  "it's {a}: \\ trap",
];

describe.each(TEMPLATES.map(({ id }) => id))('the template %s', (id) => {
  it.each(TITLES)('lints without a finding, called %s', (title) => {
    const text = TEMPLATE_FILES[id]({ slug: 'new-hunt', title, joinCode: 'JOIN-1234' });
    expect(lintHuntFile(text).findings).toEqual([]);
    const reading = parseHuntFile(text);
    expect(reading).toMatchObject({ ok: true, definition: { title, slug: 'new-hunt' } });
    if (reading.ok) expect(compileHunt(reading.definition, 1)).toMatchObject({ ok: true });
  });
});
