import { describe, expect, it } from 'vitest';
import { keyOfPhoto, stepFrom } from './photoSteps';

describe('steps from photo to photo', () => {
  it('stay at either end', () => {
    expect([stepFrom(0, -1, 3), stepFrom(0, 1, 3), stepFrom(2, 1, 3)]).toEqual([0, 1, 2]);
  });

  it('tell an appealed photo from the same before', () => {
    const photo = 'a'.repeat(64);
    const before = keyOfPhoto({ photo, status: 'rejected' });
    expect(keyOfPhoto({ photo, status: 'appealed' })).not.toBe(before);
  });
});
