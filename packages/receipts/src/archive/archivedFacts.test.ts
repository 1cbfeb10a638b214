import type { ArchiveFileRow } from '@trove/db';
import { describe, expect, it } from 'vitest';
import { RECEIPT_LIMITS } from '../limits.js';
import { filesOfId } from './archivedFacts.js';

const MADE_MS = Date.UTC(2026, 5, 1, 18);
const HOUR = 3_600_000;
const hex = MADE_MS.toString(16).padStart(12, '0');
const ID = `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000001`;

/** A file of an hour of one hunt's log, so many hours after the id was made. */
function file(hours: number, hunt = 'hunt'): ArchiveFileRow {
  const fromMs = MADE_MS + hours * HOUR;
  return {
    partition: 0,
    epoch: 1,
    firstPosition: hours * 10,
    lastPosition: hours * 10 + 9,
    firstLogId: `${fromMs}-0`,
    lastLogId: `${fromMs + HOUR - 1}-3`,
    path: `${hunt} ${hours}`,
    rows: 10,
    bytes: 1,
    sha256: '',
    minTimeMs: 0,
    maxTimeMs: 0,
    hunts: [hunt],
    writtenAt: new Date(0),
  };
}
const pathsOf = (known: ArchiveFileRow[]) =>
  filesOfId(known, { id: ID, hunts: new Set(['hunt']) }).map(({ path }) => path);

describe('where in the archive an id may stand', () => {
  it('is first in files of its time, then in others, the newest first', () => {
    const known = [-30, -2, -1, 0, 1, 48, 60, 70].map((hours) => file(hours));
    expect(pathsOf(known)).toEqual([
      'hunt -1',
      'hunt 0',
      'hunt 1',
      'hunt 48',
      'hunt 70',
      'hunt 60',
      'hunt -2',
      'hunt -30',
    ]);
  });

  it('is in no file without its hunt, and in so many at most', () => {
    expect(pathsOf([file(0, 'other'), file(0)])).toEqual(['hunt 0']);
    const many = Array.from({ length: 200 }, (_, hours) => file(hours));
    expect(pathsOf(many)).toHaveLength(RECEIPT_LIMITS.filesOfId);
  });
});
