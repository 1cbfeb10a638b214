import { describe, expect, it } from 'vitest';
import { HeardRows } from './heardRows.js';

describe('HeardRows', () => {
  it('has a bit for each row that somebody listened to', () => {
    const heard = new HeardRows(10);
    for (const row of [0, 7, 9]) heard.add(row);
    expect([...(heard.bits ?? [])]).toEqual([0b1000_0001, 0b10]);
    expect(heard.count).toBe(3);
  });

  it('takes no bits to say that all were, and none while nobody listens', () => {
    const heard = new HeardRows(2);
    expect([heard.count, heard.bits]).toEqual([0, undefined]);
    heard.add(0);
    expect(heard.bits).toEqual(Uint8Array.of(1));
    heard.add(1);
    expect([heard.count, heard.bits]).toEqual([2, undefined]);
  });
});
