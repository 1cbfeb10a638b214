import { describe, expect, it } from 'vitest';
import { isEqual } from './isEqual';

describe('values of a file', () => {
  it.each([
    [
      { a: 1, b: [{ c: null }] },
      { b: [{ c: null }], a: 1 },
    ],
    [undefined, undefined],
    [Number.NaN, Number.NaN],
  ])('are the same: %j and %j', (one, other) => {
    expect(isEqual(one, other)).toBe(true);
  });

  it.each([
    [[], {}],
    [{ a: undefined }, { b: undefined }],
    [
      [1, 2],
      [2, 1],
    ],
    [{ a: 1 }, { a: 1, b: 2 }],
    [null, undefined],
    ['1', 1],
  ])('differ: %j and %j', (one, other) => {
    expect(isEqual(one, other)).toBe(false);
  });
});
