import { describe, expect, it } from 'vitest';
import { IdFilter } from './idFilter.js';
import type { SeenBucket } from './seenBuckets.js';
import { SeenFilters, type Suspects } from './seenFilters.js';
import { SEEN_PAIR_BYTES } from './seenValue.js';

const FIRST = IdFilter.firstBytes;
const NOTHING_PARKED = { replayKeys: [], replays: [] };
const at = (position: number, more: { epoch?: number; runId?: string } = {}) => {
  return { epoch: 1, runId: 'run', ...more, cursor: `${position}-0` };
};

/** A bucket with the ids of these numbers. */
function bucket(key: string, from: number, count: number): SeenBucket {
  const pairs = Buffer.alloc(count * SEEN_PAIR_BYTES);
  for (let i = 0; i < count; i += 1) pairs.writeUInt32BE(from + i, i * SEEN_PAIR_BYTES + 6);
  return { key, hunt: 'hunt', indexes: [], pairs, remembered: count };
}

/** One partition that commits one bucket after another. */
class Commits {
  private position = 0;

  constructor(
    readonly filters: SeenFilters,
    private readonly partition = 0,
  ) {}

  /** Which of them it asks for, before it puts them there. */
  put(one: SeenBucket, isMade = false): Suspects {
    const [from, to] = [at(this.position), at(this.position + 1)];
    const [suspects] = this.filters.suspects(this.partition, from, [one]);
    const made = isMade ? [0] : [];
    const change = { from, to, buckets: [one], made, parked: NOTHING_PARKED, drops: [] };
    this.filters.committed(this.partition, change);
    this.position += 1;
    return suspects;
  }
}

describe('filters of remembered ids', () => {
  it('know new from known in a bucket that was made here, and nothing of another', () => {
    const commits = new Commits(new SeenFilters());
    expect(commits.put(bucket('a', 0, 5), true)).toBeUndefined();
    expect(commits.put(bucket('a', 3, 4))).toEqual([0, 1]);
    expect(commits.put(bucket('b', 0, 1))).toBeUndefined();
    expect(commits.put(bucket('b', 0, 1))).toBeUndefined();
  });

  it('ask for all where many may be known', () => {
    const commits = new Commits(new SeenFilters());
    commits.put(bucket('a', 0, 40), true);
    expect(commits.put(bucket('a', 0, 17))).toBeUndefined();
  });

  it.each([
    ['another cursor', at(7)],
    ['another epoch', at(1, { epoch: 2 })],
    ['another run of the server', at(1, { runId: 'other' })],
  ])('are gone at %s', (_, place) => {
    const filters = new SeenFilters();
    new Commits(filters).put(bucket('a', 0, 5), true);
    expect(filters.suspects(0, place, [bucket('a', 9, 1)])).toEqual([undefined]);
    expect(filters.suspects(0, at(1), [bucket('a', 9, 1)])).toEqual([undefined]);
  });

  it('are gone when a commit has led on from elsewhere', () => {
    const filters = new SeenFilters();
    new Commits(filters).put(bucket('a', 0, 5), true);
    const [from, to] = [at(8), at(9)];
    const buckets = [bucket('a', 5, 1)];
    const change = { from, to, buckets, made: [], parked: NOTHING_PARKED, drops: [] };
    filters.committed(0, change);
    expect(filters.suspects(0, to, [bucket('a', 9, 1)])).toEqual([undefined]);
  });

  it('forget buckets that are dropped', () => {
    const filters = new SeenFilters();
    new Commits(filters).put(bucket('a', 0, 5), true);
    const [from, to] = [at(1), at(2)];
    const change = { from, to, buckets: [], made: [], parked: NOTHING_PARKED, drops: ['a'] };
    filters.committed(0, change);
    expect(filters.suspects(0, to, [bucket('a', 9, 1)])).toEqual([undefined]);
  });

  it('let the oldest buckets go when there is no more room', () => {
    const commits = new Commits(new SeenFilters(FIRST * 2));
    for (const key of ['a', 'b', 'c']) commits.put(bucket(key, 0, 1), true);
    expect(commits.put(bucket('c', 9, 1))).toEqual([]);
    expect(commits.put(bucket('b', 9, 1))).toEqual([]);
    expect(commits.put(bucket('a', 9, 1))).toBeUndefined();
  });

  it('count a bucket once that was emptied and made again', () => {
    const commits = new Commits(new SeenFilters(FIRST * 2));
    commits.put(bucket('a', 0, 1), true);
    for (let turn = 0; turn < 5; turn += 1) commits.put(bucket('b', 0, 1), true);
    expect(commits.put(bucket('a', 9, 1))).toEqual([]);
  });

  it('give up the bucket that outgrows all room, and no other', () => {
    const commits = new Commits(new SeenFilters(FIRST * 4));
    commits.put(bucket('small', 0, 1), true);
    commits.put(bucket('large', 0, 1_024), true);
    expect(commits.put(bucket('large', 2_000, 1))).toEqual([]);
    expect(commits.put(bucket('large', 3_000, 1))).toBeUndefined();
    expect(commits.put(bucket('small', 9, 1))).toEqual([]);
  });
});
