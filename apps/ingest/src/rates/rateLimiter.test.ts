import { describe, expect, it } from 'vitest';
import { RateLimiter } from './rateLimiter.js';

const NOW = 1_764_150_000_123;

describe('a bucket', () => {
  it('SO3 gives its burst at once, then says how long to wait, and takes nothing meanwhile', () => {
    const rates = new RateLimiter({ perSecond: 50, burst: 500 }, 100);
    expect(rates.take('ada', 500, NOW)).toBe(0);
    expect(rates.take('ada', 50, NOW)).toBe(1_000);
    expect(rates.take('ada', 50, NOW + 999)).toBe(1);
    expect(rates.take('ada', 50, NOW + 1_000)).toBe(0);
    expect(rates.take('ada', 1, NOW + 1_000)).toBe(20);
  });

  it('gives no more than its rate over a long time, however it is asked', () => {
    const rates = new RateLimiter({ perSecond: 50, burst: 500 }, 100);
    let taken = 0;
    for (let ms = 0; ms <= 60_000; ms += 7) if (rates.take('ada', 3, NOW + ms) === 0) taken += 3;
    expect(taken).toBeGreaterThan(500 + 50 * 60 - 3);
    expect(taken).toBeLessThanOrEqual(500 + 50 * 60);
  });

  it('SO3 holds nobody up for longer than it takes to fill, when the clock is put back', () => {
    const rates = new RateLimiter({ perSecond: 50, burst: 500 }, 100);
    rates.take('ada', 500, NOW);
    const hourBefore = NOW - 3_600_000;
    expect(rates.take('ada', 1, hourBefore)).toBe(20);
    expect(rates.take('ada', 500, hourBefore + 10_000)).toBe(0);
  });

  it('is each key’s own', () => {
    const rates = new RateLimiter({ perSecond: 1, burst: 1 }, 100);
    expect(rates.take('ada', 1, NOW)).toBe(0);
    expect(rates.take('grace', 1, NOW)).toBe(0);
    expect(rates.take('ada', 1, NOW)).toBe(1_000);
  });
});

describe('what is remembered', () => {
  it('SO3 is bounded, however many keys come', () => {
    const rates = new RateLimiter({ perSecond: 1, burst: 1 }, 100);
    for (let i = 0; i < 10_000; i += 1) rates.take(`key ${i}`, 1, NOW);
    expect(rates.remembered).toBeLessThanOrEqual(100);
  });

  it('keeps whoever came lately through a flood of a third of it', () => {
    const rates = new RateLimiter({ perSecond: 1, burst: 1 }, 90);
    rates.take('ada', 1, NOW);
    for (let i = 0; i < 30; i += 1) rates.take(`key ${i}`, 1, NOW);
    expect(rates.take('ada', 1, NOW)).toBe(1_000);
  });
});
