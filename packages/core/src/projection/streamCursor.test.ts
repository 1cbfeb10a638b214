import { describe, expect, it } from 'vitest';
import { compareStreamIds, readCursor, writeCursor } from './streamCursor.js';

describe('stream cursors', () => {
  it('order ids by time, then by sequence', () => {
    const ids = ['10-0', '9-11', '9-2', '9-0'];
    expect(ids.toSorted(compareStreamIds)).toEqual(['9-0', '9-2', '9-11', '10-0']);
  });

  it('survive a round trip through one line', () => {
    const cursor = { 'metrics:ingest-12': '17-3', 'a=b&c': '18-0', status: '19-0' };
    expect(readCursor(writeCursor(cursor))).toEqual(cursor);
  });

  it('refuse anything else', () => {
    for (const text of ['', 'x', 'a=1', 'a=1-2;b=3-4', 'a=1-2&%zz=3-4', 'x'.repeat(9_000)]) {
      expect(readCursor(text)).toBeUndefined();
    }
  });
});
