import { expect, it } from 'vitest';
import { readTeam, writeTeam } from './teamParameter';

it('names a team of the hunt that is looked at, and of no other', () => {
  const text = writeTeam('harbour-night', 'a/b');
  expect(readTeam(text, 'harbour-night')).toBe('a/b');
  expect(readTeam(text, 'harbour')).toBeUndefined();
  expect(readTeam(text, null)).toBeUndefined();
  expect(readTeam(null, 'harbour-night')).toBeUndefined();
});
