import { describe, expect, it } from 'vitest';
import { closest } from './closest.js';

describe('closest', () => {
  it.each([
    ['sloved', 'solved'],
    ['peir', 'pier'],
    ['Pier', 'pier'],
    ['lighthous', 'lighthouse'],
    ['pire', 'pier'],
    ['zzzz', undefined],
    ['', undefined],
    ['pier'.repeat(40), undefined],
  ])('R8 suggests for "%s": %s', (written, suggested) => {
    expect(closest(written, ['solved', 'pier', 'lighthouse'])).toBe(suggested);
  });
});
