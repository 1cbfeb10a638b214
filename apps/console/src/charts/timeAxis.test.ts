import { describe, expect, it } from 'vitest';
import type { Mark } from '../live/historyAnswer';
import { marksAt, marksIn, wordsOfMark } from './timeAxis';

const started = (atMs: number): Mark => {
  return { kind: 'start', id: `w ${atMs}`, atMs, hunt: '', subject: 'worker w' };
};
const published: Mark = {
  ...{ kind: 'publication', id: 'p', atMs: 1_500 },
  ...{ hunt: 'harbour-night', subject: 'version 3' },
};
/** The newest first, as they are answered. */
const marks = [started(3_000), started(1_999), published, started(1_000)];

describe('marks', () => {
  it('stand in the point that holds their moment, oldest first, and in no other', () => {
    const axis = { marks, widthMs: 1_000 };
    expect(marksAt(axis, 1_000).map(({ atMs }) => atMs)).toEqual([1_000, 1_500, 1_999]);
    expect(marksAt(axis, 2_000)).toEqual([]);
    expect(marksAt(axis, 3_000)).toEqual([marks[0]]);
    expect(marksAt({ marks, widthMs: 0 }, 1_000)).toEqual([]);
  });

  it('are drawn from the first moment of a chart to its last', () => {
    expect(marksIn(marks, [1_500, 3_000])).toEqual(marks.slice(0, 3));
    expect(marksIn(marks, [3_001, 4_000])).toEqual([]);
  });

  it('say in words what was published or started', () => {
    expect(wordsOfMark(published)).toBe('harbour-night version 3 published');
    expect(wordsOfMark(started(0))).toBe('worker w started');
  });
});
