import { describe, expect, it } from 'vitest';
import { coveredRanges } from './coveredRanges.js';
import type { ManifestFile } from './manifest.js';

const file = (firstPosition: number, lastPosition: number, epoch = 1): ManifestFile => {
  const path = `p0/${epoch}-${firstPosition}.parquet`;
  return { partition: 0, epoch, firstPosition, lastPosition, path, bytes: 1, sha256: '' };
};

const rangesOf = (files: readonly ManifestFile[]) =>
  coveredRanges(files).map(({ firstPosition, end, files: of }) => [firstPosition, end, of.length]);

describe('what files hold', () => {
  it('is one range while each begins where the one before ends', () => {
    expect(rangesOf([file(40, 59), file(0, 39)])).toEqual([[0, 60, 2]]);
  });

  it('is cut where positions were never archived', () => {
    expect(rangesOf([file(5, 9), file(12, 19), file(20, 29)])).toEqual([
      [5, 10, 1],
      [12, 30, 2],
    ]);
  });

  it('leaves out what a later epoch has made void', () => {
    expect(rangesOf([file(0, 9), file(10, 19), file(8, 12, 2)])).toEqual([[0, 13, 2]]);
    expect(rangesOf([file(0, 9), file(15, 19), file(12, 13, 2)])).toEqual([
      [0, 10, 1],
      [12, 14, 1],
    ]);
  });
});
