import { describe, expect, it } from 'vitest';
import { Fold, START_MS, scan } from './pipeline.fixture.js';

const HOUR = 3_600_000;

const ONLY_CLOCK = {
  expectations: [
    {
      id: 'known-code',
      on: 'code.scanned.v1',
      expect: { field: 'code', oneOf: ['CLOCK'] },
      otherwise: 'refuse',
    },
  ],
};

function started(more: Record<string, unknown> = {}): Fold {
  const fold = new Fold();
  fold.publish(more);
  return fold;
}

const clock = (number: number, more: { content?: number; timeMs?: number } = {}) =>
  scan('CLOCK', { number, ...more });

function outcomesOf({ results }: { results: readonly { outcome: string }[] }): string[] {
  return results.map(({ outcome }) => outcome);
}

describe('replays', () => {
  it('P13 a parked event counts once, as replayed, and scores like any other', () => {
    const fold = started();
    const event = clock(1);
    fold.parked.add(event.identity);
    const { results } = fold.replay([event, event]);
    expect(results[0]).toMatchObject({ outcome: 'replayed', verdict: 'solved' });
    expect(results[1]).toMatchObject({ outcome: 'duplicate', firstPosition: results[0]?.position });
    const score = fold.scoreOf('herons');
    expect(score).toBeGreaterThan(0);
    expect(outcomesOf(fold.replay([event]))).toEqual(['duplicate']);
    expect(outcomesOf(fold.decide([event]))).toEqual(['duplicate']);
    expect(outcomesOf(fold.decide([clock(1, { content: 9 })]))).toEqual(['conflict']);
    expect(fold.scoreOf('herons')).toBe(score);
  });

  it('P13 a parked event counts however old its id is; one that is not parked is late', () => {
    const fold = started();
    const nowMs = START_MS + 100 * HOUR;
    fold.decide([scan('NOPE', { number: 1, timeMs: nowMs })], { atMs: nowMs });
    const [parked, other] = [clock(2), clock(3)];
    fold.parked.add(parked.identity);
    const sent = [other, parked, parked];
    expect(outcomesOf(fold.replay(sent, nowMs))).toEqual(['late', 'replayed', 'late']);
    expect(outcomesOf(fold.replay([parked], nowMs))).toEqual(['late']);
    expect(outcomesOf(fold.decide([parked, parked], { atMs: nowMs }))).toEqual(['late', 'late']);
  });

  it('P14 accepting an id takes it out of quarantine, so that its replay is a repeat', () => {
    const fold = started();
    const event = clock(1);
    fold.parked.add(event.identity);
    expect(outcomesOf(fold.decide([event]))).toEqual(['accepted']);
    expect(outcomesOf(fold.replay([event]))).toEqual(['duplicate']);
  });

  it('P14 the same holds when both stand in one chunk', () => {
    const fold = started();
    const event = clock(1);
    fold.parked.add(event.identity);
    const entries = [fold.entry([event]), { ...fold.entry([event]), isReplay: true }];
    expect(outcomesOf(fold.decideEntries(entries))).toEqual(['accepted', 'duplicate']);
  });

  it('P15 an event that could not be decided is replayed once it can be', () => {
    const fold = started();
    const event = clock(1);
    expect(outcomesOf(fold.decide([event], { poisoned: [0] }))).toEqual(['quarantined']);
    expect(outcomesOf(fold.decide([event]))).toEqual(['duplicate']);
    const still = fold.decideEntries([{ ...fold.entry([event]), isReplay: true }], [0]);
    expect(outcomesOf(still)).toEqual(['quarantined']);
    expect(outcomesOf(fold.replay([event]))).toEqual(['replayed']);
    expect(outcomesOf(fold.replay([event]))).toEqual(['duplicate']);
  });

  it('P13 a replay that was never parked is judged as any event', () => {
    const fold = started();
    expect(outcomesOf(fold.replay([clock(1)]))).toEqual(['accepted']);
    expect(outcomesOf(fold.replay([clock(1)]))).toEqual(['duplicate']);
  });

  it('P13 what its own entry parks is asked for only in the next', () => {
    const fold = started({ quality: ONLY_CLOCK });
    const strange = scan('NOPE', { number: 1 });
    expect(outcomesOf(fold.replay([strange, strange]))).toEqual(['invalid', 'duplicate']);
    expect(outcomesOf(fold.replay([strange, strange]))).toEqual(['replayed', 'duplicate']);
  });
});
