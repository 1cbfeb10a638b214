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
import { formatAge } from './times';

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
