import { describe, expect, it } from 'vitest';
import { typedBeside } from './typed';

describe('what stands in a field while somebody writes in it', () => {
  const handedOn = { text: 'fox\n', isHandedOn: true };

  it('stays as it was written, whatever the draft makes of it', () => {
    const settled = typedBeside(handedOn, 'fox');
    expect(settled).toEqual({ ...handedOn, shownAs: 'fox' });
    expect(settled && typedBeside(settled, 'fox')).toBe(settled);
  });

  it('gives way to what another has written over it', () => {
    expect(typedBeside({ ...handedOn, shownAs: 'fox' }, 'badger')).toBeUndefined();
  });

  it('is not lost to another’s change before the draft has it', () => {
    const typed = { text: 'fox\nvix', isHandedOn: false };
    expect(typedBeside(typed, 'badger')).toBe(typed);
  });
});
