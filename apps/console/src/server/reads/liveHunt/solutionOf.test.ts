import { Clue } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { solutionOf } from './solutionOf';

const OPTIONS = [
  { id: 'a', text: 'An oak', right: true },
  { id: 'b', text: 'A birch' },
];

function solved(find: unknown) {
  const hints = [{ id: 'near', text: 'You are near.', cost: 5 }];
  return solutionOf(Clue.parse({ id: 'gate', title: 'The gate', points: 5, find, hints }));
}

describe('solutionOf', () => {
  it.each<[unknown, readonly string[]]>([
    [{ code: 'GATE' }, ['GATE']],
    [{ answer: { accept: ['seven', '7'] } }, ['seven', '7']],
    [{ choice: { options: OPTIONS } }, ['An oak']],
    [{ photo: { shows: 'All of you at the gate.' } }, ['All of you at the gate.']],
    [{ photo: {} }, []],
    [{ place: { id: 'pier', lat: 1, lon: 1 } }, []],
  ])('says what is right at %j', (find, right) => {
    expect(solved(find).right).toEqual(right);
  });

  it('says what each hint says', () => {
    expect(solved({ code: 'GATE' }).hints).toEqual([{ id: 'near', text: 'You are near.' }]);
  });
});
