import { describe, expect, it } from 'vitest';
import {
  addEntry,
  addExpectation,
  EXPECT_KINDS,
  expectOfKind,
  fieldOfKind,
  kindOfExpect,
  newExpectation,
  newType,
  removeEntry,
} from './ownTypeEdits';

describe('changing own event types', () => {
  it('adds to a list, and makes it where there is none', () => {
    expect(addEntry(['eventTypes'], undefined, { a: 1 })).toMatchObject([{ path: '/eventTypes' }]);
    expect(addEntry(['eventTypes'], [{}], { a: 1 })).toMatchObject([{ path: '/eventTypes/-' }]);
    expect(removeEntry(['eventTypes'], [{}], 0)).toEqual([{ op: 'remove', path: '/eventTypes' }]);
    expect(removeEntry(['eventTypes'], [{}, {}], 1)).toMatchObject([{ path: '/eventTypes/1' }]);
  });

  it('gives each a name of its own', () => {
    const first = newType([]);
    expect([first, newType([first])].map(({ type }) => type)).toEqual([
      'custom.thing.happened.v1',
      'custom.thing2.happened.v1',
    ]);
    expect(newExpectation('x', [{ id: 'expectation-1' }])['id']).toBe('expectation-2');
  });

  it('keeps of a field of another kind what both have', () => {
    const field = { name: 'height', required: false, kind: 'number', min: 3 };
    expect(fieldOfKind(field, 'boolean')).toEqual({
      name: 'height',
      required: false,
      kind: 'boolean',
    });
    expect(fieldOfKind({ name: 'x' }, 'one_of')).toMatchObject({ oneOf: ['first', 'second'] });
  });

  it.each(EXPECT_KINDS)('knows again an expectation that $value', ({ value }) => {
    const fields = [
      { name: 'note', kind: 'text' },
      { name: 'height', kind: 'integer' },
    ];
    expect(kindOfExpect(expectOfKind(value, fields))).toBe(value);
    expect(expectOfKind('range', fields)).toMatchObject({ field: 'height' });
    expect(expectOfKind('list', fields)).toMatchObject({ field: 'note' });
    expect(expectOfKind('range', [])).toMatchObject({ field: '' });
  });

  it('puts the first expectation where there is no quality yet', () => {
    expect(addExpectation({}, { id: 'a' })).toMatchObject([{ path: '/quality' }]);
    const late = { quality: { late: { afterS: 1 } } };
    expect(addExpectation(late, { id: 'a' })).toMatchObject([{ path: '/quality/expectations' }]);
  });
});
