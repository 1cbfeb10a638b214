import { describe, expect, it } from 'vitest';
import type { LiveHealth } from '../../live/liveHealth';
import { type DrawnFrom, staleState } from './staleState';

const without = (away: LiveHealth['away'], says = 'It is away'): LiveHealth => ({
  level: 'stale',
  away,
  says,
  ageMs: 4_200,
  workers: 0,
  ingests: 0,
  lag: 0,
  oldestUndecidedMs: 0,
});
const ALL: readonly DrawnFrom[] = ['worker', 'ingest', 'both', 'redis'];
const staleWithout = (away: LiveHealth['away']) =>
  ALL.filter((from) => staleState(without(away), from) !== undefined);

describe('staleState', () => {
  it('is every panel’s, what is read from Redis too, without the console’s stream or Redis', () => {
    expect(staleWithout('console')).toEqual(ALL);
    expect(staleWithout('redis')).toEqual(ALL);
  });

  it('is only theirs who draw what a process tells, without that process', () => {
    expect(staleWithout('worker')).toEqual(['worker', 'both']);
    expect(staleWithout('ingest')).toEqual(['ingest', 'both']);
  });

  it('says what is away and since when, and when that is long', () => {
    const health = without('redis', 'Redis cannot be read (refused): of late');
    const stale = { is: 'stale', says: 'Redis cannot be read (refused) · 4 s', isLong: false };
    expect(staleState(health, 'redis')).toEqual(stale);
    expect(staleState({ ...health, level: 'lost' }, 'redis')?.isLong).toBe(true);
    expect(staleState({ ...health, level: 'live' }, 'redis')).toBeUndefined();
    expect(staleState(undefined, 'redis')).toBeUndefined();
  });
});
