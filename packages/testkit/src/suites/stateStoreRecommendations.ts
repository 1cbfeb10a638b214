/** That every StateStore gives back what recommendations are made of. */
import { type Held, type LoggedEvent, newTeam, wentNext } from '@trove/core';
import { expect } from 'vitest';
import { playEvent, published, told } from '../fixtures.js';
import { type Case, EMPTY, HASH } from './stateStoreDriver.js';

export const RECOMMENDATION_CASES: readonly Case[] = [
  {
    title: 'S10 gives back what recommendations are made of, whole or team by team',
    run: async (driver) => {
      const herons = walk('herons', 1);
      const otters = walk('otters', 10);
      const entries = await driver.append([published(HASH, 1), ...herons, ...otters]);
      const reply = await driver.commit(await driver.held(), entries);
      const { memories, trails } = await driver.load();
      const [memory] = memories;
      const [pier, clock] = ['pier', 'clock'].map((clue) => memory?.slots.get(clue) ?? -1);
      expect(memory?.names).toHaveLength(memory?.slots.size ?? 0);
      expect(wentNext(memory?.together.get(pier as number), clock as number)).toBe(2);
      expect(memory?.figures.get(clock as number)).toEqual({
        now: expect.any(Number),
        lasting: expect.any(Number),
        solves: 2,
        difficulty: { rating: expect.any(Number), tries: 2 },
      });
      expect(memory?.crowds.get(clock as number)).toEqual(expect.any(Number));
      expect(memory?.hottest).toEqual([pier, clock]);
      expect(memory?.weights?.choices).toBe(2);
      const at = { lat: 1, lon: 1 };
      const [lastMs, placedS] = [expect.any(Number), expect.any(Number)];
      const served = { clues: ['riddle', 'vault'], atMs: lastMs };
      const skill = { rating: expect.any(Number), tries: 2 };
      const heron = { recent: [clock, pier], lastMs, at, placedS, skill, served };
      expect(trails[0]).toEqual(heron);
      expect(memory?.trails.get('herons')).toEqual(trails[0]);
      expect([...(memory?.trails.keys() ?? [])].sort()).toEqual(['herons', 'otters']);
      const later = await driver.append([told('herons', ['riddle'])]);
      const known = { memory: () => memory, teams: () => new Map([['herons', HERONS]]) };
      await driver.commit(reply as Held, later, { view: { ...EMPTY, ...known } });
      const after = (await driver.load()).trails[0];
      expect(after).toEqual({ ...heron, served: { clues: ['riddle'], atMs: lastMs } });
      expect((await driver.load()).memories[0]?.figures).toEqual(memory?.figures);
    },
  },
];

/** Solves the pier and then the clock. */
function walk(team: string, number: number): LoggedEvent[] {
  const place = { place: 'p1', lat: 1, lon: 1 };
  return [
    playEvent('place.visited.v1', place, { number, team }),
    playEvent('code.scanned.v1', { code: 'CLOCK' }, { number: number + 1, team }),
  ];
}

const HERONS = newTeam('test-hunt', 'herons');
