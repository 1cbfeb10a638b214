import type { EventResult } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { DOOR_LIMITS } from '../limits.js';
import { missedBy, placesNamed } from './missed.js';
import { packMissed } from './packMissed.js';

const results = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => ({ position: from + i }) as EventResult);
const push = (offset: number, more: object = {}, count = 1) => {
  return { partition: 0, epoch: 1, offset, results: results(offset - count, count), ...more };
};

describe('what a client missed', () => {
  it('SO2 comes in few messages, in order, at the offset of the last commit in each', () => {
    const packed = packMissed([push(1), push(5), push(9)]);
    expect(packed).toHaveLength(1);
    expect(packed[0]?.offset).toBe(9);
    expect(packed[0]?.results.map(({ position }) => position)).toEqual([0, 4, 8]);
  });

  it('keeps partitions and epochs apart', () => {
    const packed = packMissed([
      push(1),
      push(2, { epoch: 2 }),
      push(3, { partition: 1, epoch: 2 }),
    ]);
    expect(packed.map(({ partition, epoch }) => [partition, epoch])).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
  });

  it('SO2 is no larger than a message may be, unless one commit alone is', () => {
    const half = DOOR_LIMITS.missedPerPush / 2;
    const commits = [push(half, {}, half), push(2 * half, {}, half), push(2 * half + 1)];
    expect(packMissed(commits).map((one) => one.results.length)).toEqual([2 * half, 1]);
    const large = 3 * half;
    expect(packMissed([push(large, {}, large)])[0]?.results).toHaveLength(large);
  });
});

describe('a client that comes back', () => {
  const last = { partition: 0, epoch: 1, offset: 0 };

  it('SO2 takes a snapshot when it missed more than may wait for a socket', () => {
    const { missedPushes, missedPerPush } = DOOR_LIMITS;
    const commits = (count: number) => {
      const offsets = Array.from({ length: count }, (_, i) => (i + 1) * missedPerPush);
      return { since: () => offsets.map((offset) => push(offset, {}, missedPerPush)) };
    };
    const most = missedBy(commits(missedPushes), 'room', [last]);
    expect(most).toMatchObject({ recovered: true, pushes: { length: missedPushes } });
    const more = missedBy(commits(missedPushes + 1), 'room', [last]);
    expect(more).toEqual({ recovered: false, pushes: [] });
  });

  it('SO2 takes a snapshot when any of it is gone, and is told the rest', () => {
    const since = (_room: string, { partition }: { partition: number }) => {
      return partition === 0 ? undefined : [push(1, { partition })];
    };
    const missed = missedBy({ since }, 'room', [last, { ...last, partition: 1 }]);
    expect(missed).toMatchObject({ recovered: false, pushes: [{ partition: 1 }] });
  });

  it('SO2 is asked about once for each partition it has results in, however many it names', () => {
    const at = (partition: number, offset: number) => ({ partition, epoch: 1, offset });
    const many = Array.from({ length: 1_000 }, (_, i) => at(i % 2, i));
    expect(placesNamed(many, [at(1, 5_000)])).toEqual([at(1, 999)]);
    expect(placesNamed([at(3, 7)], [at(1, 5_000)])).toEqual([at(3, 7)]);
    expect(placesNamed([], [at(1, 5_000)])).toEqual([]);
  });
});
