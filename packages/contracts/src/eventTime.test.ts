import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeOfText } from './eventTime.js';

describe('the time of an event', () => {
  it('is what Date.parse reads, for every time that exists', () => {
    const span = { min: new Date('1970-01-01T00:00:00Z'), max: new Date('2200-01-01T00:00:00Z') };
    fc.assert(
      fc.property(fc.date({ ...span, noInvalidDate: true }), (date) => {
        const text = date.toISOString();
        expect(timeOfText(text)).toBe(date.getTime());
        const seconds = `${text.slice(0, 19)}Z`;
        expect(timeOfText(seconds)).toBe(Date.parse(seconds));
      }),
    );
  });

  it.each([
    '2026-06-01T18:00:00.5Z',
    '2026-06-01T18:00:00.123456Z',
    '2026-06-01T18:00:00+02:00',
    '2026-06-01T18:00:00.250-05:30',
    '2026-06-01T18:00:60Z',
    '2026-06-01T18:60:00.000Z',
    '2026-06-01T25:00:00.000Z',
    '2026-13-01T18:00:00.000Z',
    '2026-02-30T18:00:00.000Z',
    '2026-06-32T18:00:00Z',
  ])('%s is read as Date.parse reads it', (text) => {
    expect(timeOfText(text)).toBe(Date.parse(text));
    expect(timeOfText(text)).toBe(Date.parse(text));
  });
});
