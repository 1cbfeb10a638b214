import type { Bucket, BucketSlice } from '@trove/core/projection';
import { describe, expect, it } from 'vitest';
import { checkRows, checkSums } from './checks';
import { formatFigure, truthOf } from './truth';

const bucket = (at: number, all: BucketSlice, hunts = {}): Bucket => {
  return { at, hasWorker: true, hasIngest: true, all, hunts };
};
const viewOf = (...buckets: Bucket[]) => ({ buckets, widthMs: 1_000, hunt: undefined });

describe('quality', () => {
  const view = viewOf(
    bucket(0, { truth: { 'clean>clean': 90, 'retry>duplicate': 5 } }),
    bucket(1_000, { truth: { 'retry>duplicate': 4, 'retry>clean': 1, 'doubleTap>clean': 2 } }),
  );

  it('is summed over the window before shares are taken', () => {
    const { compared, rows } = truthOf(view);
    expect(compared).toBe(102);
    expect(rows[0]).toMatchObject({ name: 'duplicate', injected: 10, precision: 1, recall: 0.9 });
  });

  it('is broken when an exact class is not whole, and not for a fuzzy one', () => {
    const broken = truthOf(view).rows.filter(({ isBroken }) => isBroken);
    expect(broken.map(({ name }) => name)).toEqual(['duplicate']);
  });

  it('has a row for what was injected and a column for what was said', () => {
    expect(truthOf(view).matrix).toEqual([
      { injected: 'clean', cells: [cell('clean', 90, true), cell('duplicate', 0, false)] },
      { injected: 'retry', cells: [cell('clean', 1, false), cell('duplicate', 9, true)] },
      { injected: 'doubleTap', cells: [cell('clean', 2, false), cell('duplicate', 0, false)] },
    ]);
  });

  it('is of one hunt where one is chosen', () => {
    const hunts = { zoo: { truth: { 'late>late': 3 } } };
    const zoo = { ...viewOf(bucket(0, { truth: { 'clean>clean': 9 } }, hunts)), hunt: 'zoo' };
    expect(truthOf(zoo).compared).toBe(3);
  });

  it('never looks whole when it is not', () => {
    expect([1, 0.99996, 0.57, 0, null].map(formatFigure)).toEqual([
      '100 %',
      '99.99 %',
      '57 %',
      '0 %',
      '–',
    ]);
  });
});

describe('checks', () => {
  const view = viewOf(
    bucket(0, {
      checks: { contractEvents: 10, contractNs: 20_000, dedupEvents: 10, dedupNs: 5_000 },
    }),
    bucket(1_000, { checks: { contractEvents: 30, contractNs: 20_000 } }),
  );

  it('weigh each event alike over the window', () => {
    expect(checkSums(view)).toEqual([
      { check: 'contract', events: 40, micros: 1 },
      { check: 'expectations', events: 0, micros: undefined },
      { check: 'decide', events: 0, micros: undefined },
      { check: 'dedup', events: 10, micros: 0.5 },
    ]);
  });

  it('are unknown where nothing was looked at', () => {
    expect(checkRows(view)[1]).toMatchObject({ at: 1_000, decide: null, dedup: null });
  });
});

function cell(answer: string, count: number, isRight: boolean) {
  return { answer, count, isRight };
}
