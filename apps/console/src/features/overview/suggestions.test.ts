import type { Bucket, BucketSlice } from '@trove/core/projection';
import { describe, expect, it } from 'vitest';
import { giniOf, suggestionFigures, suggestionRows } from './suggestions';

const bucket = (
  at: number,
  hunts: Readonly<Record<string, BucketSlice>>,
  { all = {}, hasWorker = true }: { all?: BucketSlice; hasWorker?: boolean } = {},
): Bucket => ({ at, hasWorker, hasIngest: true, all, hunts });

describe('suggestion figures', () => {
  const harbour = {
    recommendations: { results: 6, followed: 2, explored: 1 },
    followedAfter: { '2': 1, '10': 1 },
    covered: { of: 4, clues: [0, 1], times: [4, 2] },
  };
  const more = { recommendations: { get: 3 }, covered: { of: 4, clues: [1, 3] } };
  const zoo = { covered: { of: 6, clues: [5] } };
  const buckets = [
    bucket(0, { harbour, '*': { covered: { of: 900, clues: [899] } } }, { all: harbour }),
    bucket(2_000, { harbour: more, zoo }, { all: more }),
  ];
  const view = { buckets, widthMs: 2_000, hunt: undefined };

  it('sum what was served either way and followed', () => {
    expect(suggestionFigures(view)).toMatchObject({ served: 9, byGet: 3, followed: 2 });
  });

  it('tell what explored, and in how many minutes half of what was followed was', () => {
    expect(suggestionFigures(view)).toMatchObject({ explored: 1, minutesToFollow: 2 });
    expect(suggestionFigures({ ...view, hunt: 'other' }).minutesToFollow).toBeUndefined();
  });

  it('tell how unevenly clues were suggested, those never suggested counted', () => {
    expect([giniOf([3, 3, 3]), giniOf([0, 0, 0, 8]), giniOf([0, 0])]).toEqual([0, 0.75, 0]);
    expect(suggestionFigures({ ...view, hunt: 'harbour' }).gini).toBeCloseTo(
      giniOf([4, 3, 1, 0]),
      9,
    );
  });

  it('cover the clues of each hunt once, and not those of hunts without a name', () => {
    expect(suggestionFigures({ ...view, hunt: 'harbour' }).coverage).toBe(3 / 4);
    expect(suggestionFigures(view).coverage).toBe(4 / 10);
    expect(suggestionFigures({ ...view, hunt: 'other' }).coverage).toBeUndefined();
  });

  it('take what was suggested in all of a range where buckets do not say it of each hunt', () => {
    const bare = buckets.map((one) => ({ ...one, hunts: {} }));
    const covered = {
      harbour: { of: 4, clues: [0, 1, 3], times: [4, 3, 1] },
      zoo: zoo.covered,
      '*': { of: 900, clues: [899] },
    };
    const past = { ...view, buckets: bare, covered };
    expect(suggestionFigures(past)).toEqual(suggestionFigures(view));
    expect(suggestionFigures({ ...view, buckets: bare }).coverage).toBeUndefined();
  });

  it('are rows a second, unknown where nobody told', () => {
    const dead = bucket(4_000, {}, { hasWorker: false });
    expect(suggestionRows({ ...view, buckets: [...buckets, dead] })).toEqual([
      { at: 0, served: 3, followed: 1 },
      { at: 2_000, served: 1.5, followed: 0 },
      { at: 4_000, served: null, followed: null },
    ]);
  });
});
