import { describe, expect, it } from 'vitest';
import {
  countInBuckets,
  createSketch,
  encodeSketch,
  mergeSketch,
  quantilesOf,
  recordMicros,
} from './stageSketch.js';

function sketchOf(values: readonly number[]) {
  const sketch = createSketch();
  for (const value of values) recordMicros(sketch, value);
  return sketch;
}

const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);

describe('stage sketches', () => {
  it('keep quantiles within one per cent through encoding', () => {
    const decoded = createSketch();
    mergeSketch(decoded, encodeSketch(sketchOf(upTo(10_000))));
    const { count, p50, p95, p99 } = quantilesOf(decoded);
    expect(count).toBe(10_000);
    expect(Math.abs(p50 / 5_000 - 1)).toBeLessThan(0.011);
    expect(Math.abs(p95 / 9_500 - 1)).toBeLessThan(0.011);
    expect(Math.abs(p99 / 9_900 - 1)).toBeLessThan(0.011);
  });

  it('merge into what one sketch of everything would say', () => {
    const fast = upTo(900).map((n) => 400 + n / 10);
    const slow = upTo(100).map((n) => 20_000 + n);
    const merged = createSketch();
    mergeSketch(merged, encodeSketch(sketchOf(fast)));
    mergeSketch(merged, encodeSketch(sketchOf(slow)));
    expect(quantilesOf(merged)).toEqual(quantilesOf(sketchOf([...fast, ...slow])));
  });

  it('count zeros and clamp negative durations to them', () => {
    const decoded = createSketch();
    mergeSketch(decoded, encodeSketch(sketchOf([0, -3, 0.4, 100])));
    expect(quantilesOf(decoded)).toMatchObject({ count: 4, p50: 0 });
    expect(quantilesOf(decoded).p99).toBeLessThan(101);
  });

  it('ignore what is no duration', () => {
    expect(quantilesOf(sketchOf([Number.NaN, Number.POSITIVE_INFINITY])).count).toBe(0);
  });

  it('stay small: 50,000 values of a wide spread under 2 KB', () => {
    const values = upTo(50_000).map((n) => 100 * 1.00015 ** n);
    expect(encodeSketch(sketchOf(values)).length).toBeLessThan(2_048);
  });

  it('refuse damaged text', () => {
    expect(() => mergeSketch(createSketch(), btoa('\x00\x80'))).toThrow(RangeError);
    expect(() => mergeSketch(createSketch(), btoa('\x00\xff\xff\x03\x01'))).toThrow(RangeError);
  });

  it('are counted in buckets, zeros in the first and what is above all bounds in the last', () => {
    const counts = [0, 0, 0];
    countInBuckets(sketchOf([0, 500, 900, 5_000, 9_000, 2_000_000]), [0.001, 0.01], counts);
    countInBuckets(sketchOf([20]), [0.001, 0.01], counts);
    expect(counts).toEqual([4, 2, 1]);
  });
});
