import { describe, expect, it } from 'vitest';
import { openingsIn } from './openingsIn';

describe('openings', () => {
  it('are those of the hunt and of its clues, in order and each once', () => {
    const value = {
      opens: '2031-01-02T00:00:00Z',
      clues: [{ opens: '2031-01-03T00:00:00Z' }, { opens: '2031-01-02T01:00:00+01:00' }, {}],
    };
    const [first, second] = ['2031-01-02T00:00:00Z', '2031-01-03T00:00:00Z'].map(Date.parse);
    expect(openingsIn(value)).toEqual([first, second]);
  });

  it.each([
    undefined,
    'text',
    null,
    [],
    { clues: 'none' },
    { clues: [null, 7] },
    { opens: 'soon' },
  ])('of %j are none', (value) => expect(openingsIn(value)).toEqual([]));
});
