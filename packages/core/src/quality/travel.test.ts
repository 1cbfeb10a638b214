import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WATCH_LIMITS } from './limits.js';
import { MINUTE, reported, started, told, walked } from './suspicions.fixture.js';
import { NO_WALK, type Walk } from './teamWatch.js';
import { travel } from './travel.js';

describe('travel', () => {
  it('FP2 finds a position that nobody can have travelled to, and not those that follow', () => {
    const fold = started({ travel: { maxKmh: 60 } });
    const said = [walked(0, 0, 1), walked(900, 1, 2), walked(9_000, 2, 3), walked(1_800, 2, 4)].map(
      (event) => told(fold, event),
    );
    expect(said).toEqual(['accepted', 'accepted', ['travel'], 'accepted']);
  });

  it('FP2 goes by event time when a position comes late', () => {
    const fold = started({ travel: { maxKmh: 60 } });
    const honest = [walked(0, 0, 1), walked(3_000, 10, 2), walked(1_500, 5, 3)];
    expect(honest.map((event) => told(fold, event))).toEqual(['accepted', 'accepted', 'accepted']);
    expect(told(fold, walked(9_000, 7, 4))).toEqual(['travel']);
  });

  it('FP2 gives a position the benefit of its accuracy', () => {
    const fold = started({ travel: { maxKmh: 60 } });
    told(fold, reported([0, 0], 1, 500));
    expect(told(fold, reported([1_900, 1], 2, 500))).toBe('accepted');
    expect(told(fold, walked(4_000, 2, 3))).toEqual(['travel']);
  });

  it('FP2 a vague position between two places does not make the way between them possible', () => {
    const fold = started({ travel: { maxKmh: 60 } });
    told(fold, walked(0, 0, 1));
    for (let number = 2; number < 12; number += 1) {
      expect(told(fold, reported([90_000, 1], number, 95_000))).toBe('accepted');
    }
    expect(told(fold, walked(90_000, 2, 20))).toEqual(['travel']);
    expect(told(fold, walked(900, 3, 21))).toBe('accepted');
  });

  it('FP2 keeps fixes in the order of event time, in whatever order they come', () => {
    const fix = fc.record({
      atMs: fc.nat({ max: 99 }).map((minute) => minute * MINUTE),
      lat: fc.double({ min: 0, max: 0.01, noNaN: true }),
      lon: fc.constant(0),
      accuracyM: fc.constant(0),
    });
    fc.assert(
      fc.property(fc.array(fix, { maxLength: 30 }), (list) => {
        let walk: Walk = NO_WALK;
        for (const one of list) walk = travel(walk, one, 2_000).walk;
        const { fixes } = walk;
        const times = fixes.map(({ atMs }) => atMs);
        expect(times).toEqual([...times].sort((a, b) => a - b));
        expect(fixes.length).toBeLessThanOrEqual(WATCH_LIMITS.fixes);
      }),
    );
  });

  it('FP7 one wrong position at first marks one true one', () => {
    const fold = started({ travel: { maxKmh: 120 } });
    const said = [walked(300_000, 0, 1), ...[1, 2, 3, 4].map((at) => walked(at * 90, at, at + 1))];
    expect(said.map((event) => told(fold, event))).toEqual([
      ...['accepted', ['travel'], 'accepted', 'accepted', 'accepted'],
    ]);
  });

  it('FP7 a teleport marks the jump there and the jump back, and nobody else’s way', () => {
    const fold = started({ travel: { maxKmh: 60 } });
    const metres = [0, 500, 90_000, 90_500, 91_000, 500, 900];
    const said = metres.map((far, minute) => told(fold, walked(far, minute, minute)));
    const jump = ['travel'];
    expect(said).toEqual(['accepted', 'accepted', jump, 'accepted', 'accepted', jump, 'accepted']);
  });

  it('FP7 a position that is wrong now and then marks itself each time', () => {
    const fold = started({ travel: { maxKmh: 60 } });
    const metres = [0, 90_000, 500, 90_000, 900, 90_000, 90_000];
    const said = metres.map((far, minute) => told(fold, walked(far, minute, minute)));
    const jump = ['travel'];
    expect(said).toEqual(['accepted', jump, 'accepted', jump, 'accepted', jump, 'accepted']);
  });

  it('FP7 what comes late does not take the place of what has been borne out since', () => {
    const fold = started({ travel: { maxKmh: 60 } });
    const ways = [
      ...[[0, 0] as const, [100, 20] as const, [90_000, 10] as const, [90_000, 11] as const],
      ...[[200, 21] as const, [90_000, 5] as const],
    ];
    const said = ways.map(([far, minute], i) => told(fold, walked(far, minute, i)));
    const jump = ['travel'];
    expect(said).toEqual(['accepted', 'accepted', jump, jump, 'accepted', jump]);
  });

  it('FP7 a lone wrong position gives way to true ones that come late', () => {
    const fold = started({ travel: { maxKmh: 60 } });
    const said = [walked(90_000, 30, 1), ...[10, 11, 12, 31].map((at) => walked(at, at, at))];
    expect(said.map((event) => told(fold, event))).toEqual([
      ...['accepted', ['travel'], 'accepted', 'accepted', 'accepted'],
    ]);
  });
});
