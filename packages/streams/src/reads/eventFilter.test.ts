import type { Outcome, Verdict } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { type EventFilter, isWanted, type RowsOfCommit } from './eventFilter.js';

interface Row {
  readonly outcome: Outcome;
  readonly verdict?: Verdict;
  readonly extras?: object;
  readonly first?: number;
}

/** A commit whose first row stands at position 100. */
function commitOf(rows: readonly Row[]): RowsOfCommit {
  const row = (index: number) => rows[index] ?? { outcome: 'invalid' };
  return {
    firstPosition: 100,
    firstPositionOf: (index) => row(index).first ?? 0,
    outcomeOf: (index) => ({ outcome: row(index).outcome, verdict: row(index).verdict }),
    extrasOf: (index) => {
      const { extras } = row(index);
      return extras === undefined ? undefined : JSON.stringify(extras);
    },
  };
}

function wanted(rows: readonly Row[], filter: Omit<EventFilter, 'limit'>): number[] {
  const commit = commitOf(rows);
  return rows.flatMap((_, index) =>
    isWanted(commit, index, { ...filter, limit: 9 }) ? index : [],
  );
}

describe('isWanted', () => {
  const REPEATS: readonly Row[] = [
    { outcome: 'accepted', verdict: 'solved' },
    { outcome: 'duplicate', first: 7 },
    { outcome: 'duplicate', first: 100 },
    { outcome: 'duplicate', first: 8, extras: { rung: 'device' } },
    { outcome: 'duplicate', first: 101, extras: { rung: 'fingerprint' } },
    { outcome: 'conflict', first: 9 },
    { outcome: 'late', extras: { rung: 'device' } },
  ];

  it('tells duplicates apart by the rung that told them', () => {
    expect(wanted(REPEATS, { rung: 'id' })).toEqual([1]);
    expect(wanted(REPEATS, { rung: 'chunk' })).toEqual([2]);
    expect(wanted(REPEATS, { rung: 'device' })).toEqual([3]);
    expect(wanted(REPEATS, { rung: 'fingerprint' })).toEqual([4]);
    expect(wanted(REPEATS, { outcome: 'duplicate' })).toEqual([1, 2, 3, 4]);
  });

  it('asks for outcome, verdict and expectation together', () => {
    const rows: readonly Row[] = [
      { outcome: 'accepted', verdict: 'noted', extras: { unmet: ['near-by', 'slow'] } },
      { outcome: 'accepted', verdict: 'noted', extras: { unmet: ['slow'] } },
      { outcome: 'suspected', verdict: 'solved', extras: { unmet: ['near-by'] } },
      { outcome: 'accepted', verdict: 'noted' },
    ];
    expect(wanted(rows, { unmet: 'near-by' })).toEqual([0, 2]);
    expect(wanted(rows, { unmet: 'near-by', outcome: 'accepted' })).toEqual([0]);
    expect(wanted(rows, { verdict: 'solved' })).toEqual([2]);
    expect(wanted(rows, {})).toEqual([0, 1, 2, 3]);
  });
});
