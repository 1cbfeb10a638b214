import { describe, expect, it } from 'vitest';
import type { ListedDraft, ListedHunt } from './answers';
import {
  canBePutAway,
  filteredRows,
  type HuntRow,
  huntRows,
  opensMsOf,
  wordsOfDraft,
} from './huntRows';

function live(slug: string, version = 3): ListedHunt {
  return { slug, title: slug.toUpperCase(), version, phase: 'live', partition: 0, opensMs: 7 };
}

function draft(slug: string, changes: Partial<ListedDraft> = {}): ListedDraft {
  const head = { slug, title: `Draft ${slug}`, revision: 1, baseVersion: 0, isArchived: false };
  const base = { baseRevision: 1, updatedBy: 'ada', updatedAt: '2031-01-01T00:00:00Z' };
  return { ...head, ...base, opensMs: 9, ...changes };
}

const row = (hunt?: ListedHunt, of?: ListedDraft): HuntRow => {
  return huntRows(hunt ? [hunt] : [], of ? [of] : [])[0] as HuntRow;
};

describe('the list of hunts', () => {
  it('has one row for a hunt and its draft, played ones first', () => {
    const rows = huntRows([live('a'), live('b')], [draft('c'), draft('b')]);
    expect(rows.map(({ slug, live, draft }) => [slug, !!live, !!draft])).toEqual([
      ['a', true, false],
      ['b', true, true],
      ['c', false, true],
    ]);
  });

  it.each<[string | undefined, HuntRow]>([
    [undefined, row(live('a'))],
    ['draft, revision 4', row(undefined, draft('a', { revision: 4 }))],
    ['draft as v3', row(live('a'), draft('a', { baseVersion: 3 }))],
    ['draft ahead of v3', row(live('a'), draft('a', { baseVersion: 3, revision: 2 }))],
    ['draft as v3', row(live('a'), draft('a', { baseVersion: 3, revision: 7, baseRevision: 7 }))],
    ['draft of v2, behind v3', row(live('a'), draft('a', { baseVersion: 2, revision: 9 }))],
    ['draft put away', row(live('a'), draft('a', { isArchived: true }))],
  ])('says %s of a draft', (words, of) => expect(wordsOfDraft(of)).toBe(words));

  it('keeps drafts that were put away apart, but never a hunt that is played', () => {
    const away = { isArchived: true };
    const rows = huntRows([live('a')], [draft('a', away), draft('b', away), draft('c')]);
    const slugs = (isArchived: boolean) =>
      filteredRows(rows, { text: '', isArchived }).map(({ slug }) => slug);
    expect(slugs(false)).toEqual(['a', 'c']);
    expect(slugs(true)).toEqual(['a', 'b']);
  });

  it('puts a published hunt away only once it is over', () => {
    const away = draft('a', { isArchived: true });
    const shown = (hunt: ListedHunt) => {
      return filteredRows(huntRows([hunt], [away]), { text: '', isArchived: false }).length;
    };
    expect(shown({ ...live('a'), phase: 'closed' })).toBe(1);
    expect(shown({ ...live('a'), phase: 'ended' })).toBe(0);
    expect(canBePutAway(row({ ...live('a'), phase: 'ended' }))).toBe(true);
    expect(canBePutAway(row(live('a')))).toBe(false);
  });

  it('finds by every word of the filter, in title and name', () => {
    const rows = huntRows([live('harbour-night'), live('harbour-day')], []);
    const found = filteredRows(rows, { text: 'HARBOUR  day', isArchived: false });
    expect(found.map(({ slug }) => slug)).toEqual(['harbour-day']);
  });

  it('tells the opening of what is played, else of what is written', () => {
    expect(opensMsOf(row(live('a'), draft('a')))).toBe(7);
    expect(opensMsOf(row(undefined, draft('a')))).toBe(9);
  });
});
