import { applyPatch } from 'rfc6902';
import { describe, expect, it } from 'vitest';
import { setDeep } from './setDeep';
import type { Steps } from './useSet';

function after(root: object, steps: Steps, value: unknown): unknown {
  const copy = structuredClone(root);
  expect(applyPatch(copy, setDeep(root, steps, value)).filter(Boolean)).toEqual([]);
  return copy;
}

describe('setting a field', () => {
  it('makes the objects it lies in', () => {
    const steps = ['quality', 'late', 'afterS'];
    expect(after({ a: 1 }, steps, 60)).toEqual({ a: 1, quality: { late: { afterS: 60 } } });
    const late = { quality: { late: { otherwise: 'score' } } };
    expect(after(late, steps, 60)).toEqual({
      quality: { late: { otherwise: 'score', afterS: 60 } },
    });
  });

  it('replaces what stands there, and changes nothing that is the same', () => {
    expect(after({ clues: [{ points: 1 }] }, ['clues', 0, 'points'], 2)).toEqual({
      clues: [{ points: 2 }],
    });
    expect(setDeep({ a: { b: [1] } }, ['a', 'b'], [1])).toEqual([]);
    expect(after({ quality: 'odd' }, ['quality', 'late'], {})).toEqual({ quality: { late: {} } });
  });

  it('takes out what is empty with it, but never an entry of a list', () => {
    const steps = ['quality', 'fairPlay', 'travel', 'maxKmh'];
    const hunt = { a: 1, quality: { fairPlay: { travel: { maxKmh: 30 } } } };
    expect(after(hunt, steps, undefined)).toEqual({ a: 1 });
    const list = { badges: [{ id: 'a' }] };
    expect(after(list, ['badges', 0, 'id'], undefined)).toEqual({ badges: [{}] });
    expect(setDeep({}, steps, undefined)).toEqual([]);
  });
});
