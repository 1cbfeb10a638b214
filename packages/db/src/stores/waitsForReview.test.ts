import { describe, expect, it } from 'vitest';
import { waitsForReview } from './draftStore.js';

const DRAFT = {
  needsReview: true,
  reviewedRevision: null,
  revision: 4,
  baseRevision: 2,
  archivedAt: null,
};

describe('a draft', () => {
  it('waits for a review that it needs, also after one of an earlier revision', () => {
    expect(waitsForReview(DRAFT)).toBe(true);
    expect(waitsForReview({ ...DRAFT, reviewedRevision: 3 })).toBe(true);
  });

  it.each([
    ['needs none', { needsReview: false }],
    ['was reviewed as it is', { reviewedRevision: 4 }],
    ['has not changed since it was published', { baseRevision: 4 }],
    ['was put away', { archivedAt: new Date() }],
  ])('does not wait when it %s', (_, more) => {
    expect(waitsForReview({ ...DRAFT, ...more })).toBe(false);
  });
});
