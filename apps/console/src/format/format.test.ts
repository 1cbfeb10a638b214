import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatCount,
  formatMicros,
  formatMillis,
  formatNumberOf,
  formatRate,
  formatShare,
} from './numbers';
import { formatAge, formatSpan, formatWhen, formatWhenMillis } from './times';

describe('numbers', () => {
  it('read like a person would say them', () => {
    expect(formatCount(12_480)).toBe('12,480');
    expect(formatCount(1_400_000)).toBe('1.4 M');
    expect(formatRate(3.24)).toBe('3.2');
    expect(formatRate(4_812.4)).toBe('4,812');
    expect(formatMicros(640)).toBe('640 µs');
    expect(formatMicros(3_240)).toBe('3.2 ms');
    expect(formatMillis(41.4)).toBe('41 ms');
    expect(formatMillis(1_430)).toBe('1.4 s');
    expect(formatMillis(240_000)).toBe('4 min');
    expect(formatMillis(7_200_000)).toBe('2 h');
    expect(formatMillis(259_200_000)).toBe('3 d');
    expect(formatBytes(4_120)).toBe('4.1 KB');
    expect(formatNumberOf(1, 'event')).toBe('1 event');
    expect(formatNumberOf(2_000, 'reply', 'replies')).toBe('2,000 replies');
  });

  it('do not round a little down to nothing', () => {
    expect(formatShare(0)).toBe('0 %');
    expect(formatShare(0.0004)).toBe('< 0.1 %');
    expect(formatShare(0.049)).toBe('4.9 %');
    expect(formatRate(0)).toBe('0');
    expect(formatRate(0.00416)).toBe('0.0042');
    expect(formatRate(0.08)).toBe('0.08');
    expect(formatRate(0.733)).toBe('0.73');
  });
});

describe('ages', () => {
  it('say how long ago, or how far ahead', () => {
    expect(formatAge(1_000_000, 1_000_400)).toBe('now');
    expect(formatAge(1_000_000, 1_014_200)).toBe('14 s ago');
    expect(formatAge(1_000_000, 1_000_000 + 240_000)).toBe('4 min ago');
    expect(formatAge(1_180_000, 1_000_000)).toBe('in 3 min');
  });
});

describe('times', () => {
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour, 4, 7, 312).getTime();
  const now = at(26, 12);

  it('have their day where it is not today', () => {
    expect(formatWhen(at(26, 19), now)).toBe('19:04:07');
    expect(formatWhen(at(28, 19), now)).toBe('28 Nov 19:04:07');
    expect(formatWhen(at(25, 23), now)).toBe('25 Nov 23:04:07');
    expect(formatWhen(new Date(2031, 0, 1, 20).getTime(), now)).toBe('1 Jan 2031 20:00:00');
    expect(formatWhenMillis(at(26, 19), now)).toBe('19:04:07.312');
    expect(formatWhenMillis(at(28, 19), now)).toBe('28 Nov 19:04:07.312');
  });

  it('have it once in a span of one day, and twice where the end is on another', () => {
    const span = (from: number, to: number) => formatSpan({ from, to }, now);
    expect(span(at(26, 9), at(26, 10))).toBe('09:04:07 to 10:04:07');
    expect(span(at(24, 9), at(24, 10))).toBe('24 Nov 09:04:07 to 10:04:07');
    expect(span(at(25, 23), at(26, 1))).toBe('25 Nov 23:04:07 to 26 Nov 01:04:07');
    expect(span(at(26, 23), at(27, 1))).toBe('23:04:07 to 27 Nov 01:04:07');
  });
});
