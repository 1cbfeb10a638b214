import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOf } from './deviceCount.js';
import { WATCH_LIMITS } from './limits.js';
import type { DeviceCount } from './teamWatch.js';

const place = fc.record({ epoch: fc.nat({ max: 3 }), seq: fc.nat({ max: 90 }) });

describe('the count of a device', () => {
  it('D2 takes no number of an epoch twice, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(place, { maxLength: 200 }), (places) => {
        const taken = new Set<string>();
        let count: DeviceCount | undefined;
        for (const one of places) {
          const counted = countOf(count, one);
          const key = `${one.epoch}/${one.seq}`;
          if (counted.kind === 'first') {
            expect(taken.has(key)).toBe(false);
            taken.add(key);
            count = counted.next;
          }
          if (counted.kind === 'repeat') expect(taken.has(key)).toBe(true);
        }
      }),
    );
  });

  it('D2 takes every number that comes in order, and tells each repeat of the last 32', () => {
    let count: DeviceCount | undefined;
    for (let seq = 0; seq < 100; seq += 1) {
      const counted = countOf(count, { epoch: 0, seq });
      expect(counted.kind).toBe('first');
      if (counted.kind === 'first') count = counted.next;
      const oldest = Math.max(0, seq - WATCH_LIMITS.sequenceWindow + 1);
      for (let back = oldest; back <= seq; back += 1) {
        expect(countOf(count, { epoch: 0, seq: back }).kind).toBe('repeat');
      }
    }
  });

  it('D3 can’t place what lies further back, nor an earlier epoch', () => {
    const count: DeviceCount = { epoch: 2, high: 50, seen: 1 };
    expect(countOf(count, { epoch: 2, seq: 19 }).kind).toBe('first');
    const passed = countOf(count, { epoch: 2, seq: 18 });
    expect(passed).toEqual({ kind: 'passed', reason: 'sequence_passed' });
    const earlier = countOf(count, { epoch: 1, seq: 99 });
    expect(earlier).toEqual({ kind: 'passed', reason: 'epoch_passed' });
  });

  it('D2 begins anew with a raised epoch', () => {
    const count: DeviceCount = { epoch: 2, high: 50, seen: 1 };
    const next = { epoch: 3, high: 0, seen: 1 };
    expect(countOf(count, { epoch: 3, seq: 0 })).toEqual({ kind: 'first', next });
  });
});
