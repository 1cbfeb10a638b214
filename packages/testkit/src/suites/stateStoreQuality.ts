/** That every StateStore gives back what the checks of quality remember. */
import type { Held } from '@trove/core';
import { expect } from 'vitest';
import { operated, playEvent, published } from '../fixtures.js';
import { type Case, EMPTY, HASH, observing, scan, watchful } from './stateStoreDriver.js';

export const QUALITY_CASES: readonly Case[] = [
  {
    title: 'D7 takes an event whose id has passed, and remembers the first one alone',
    run: async (driver) => {
      const rules = { ...EMPTY, rules: () => observing };
      const first = await driver.append([published(HASH, 1), scan(1)]);
      const held = (await driver.commit(await driver.held(), first, { view: rules })) as Held;
      const [hunt] = (await driver.load()).hunts;
      const view = { ...rules, hunt: () => hunt };
      const again = await driver.append([scan(1)]);
      const reply = await driver.commit(held, again, { view });
      if (reply.kind !== 'repeats') throw new Error(`the store has answered ${reply.kind}`);
      const { repeats } = reply;
      const next = (await driver.commit(held, again, { view, repeats })) as Held;
      expect(next).toMatchObject({ kind: 'held', decided: 3 });
      expect(await driver.areParked([scan(1)])).toEqual([false]);
      const third = await driver.append([scan(1)]);
      expect(await driver.commit(next, third, { view })).toMatchObject({ repeats });
    },
  },
  {
    title: 'D10 gives back what is remembered of a team, whole or team by team',
    run: async (driver) => {
      const sequence = { device: 'phone', epoch: 2, seq: 7 };
      const entries = await driver.append([
        published(HASH, 1),
        { ...scan(1), sequence },
        { ...scan(2), sequence: { ...sequence, seq: 9 } },
      ]);
      const view = { ...EMPTY, rules: () => watchful };
      await driver.commit(await driver.held(), entries, { view });
      const { watches, teamWatches } = await driver.load();
      const atMs = Math.floor((entries[0]?.appendedAtUs ?? 0) / 1000);
      const count = { epoch: 2, high: 9, seen: 0b101 };
      expect(teamWatches[0]?.devices).toEqual(new Map([['phone', count]]));
      expect(teamWatches[0]?.prints).toMatchObject([{ position: 1, untilMs: atMs + 60_000 }]);
      expect(teamWatches[0]?.gauges).toEqual(new Map([['often\nherons', [4, atMs]]]));
      expect(watches[0]).toEqual(new Map([['herons', teamWatches[0]]]));
    },
  },
  {
    title: 'FP2 gives back where players were in a hunt in which no team has moved anything',
    run: async (driver) => {
      const here = playEvent('location.reported.v1', { lat: 40, lon: 9 }, { number: 1 });
      const entries = await driver.append([published(HASH, 1), here]);
      await driver.commit(await driver.held(), entries, {
        view: { ...EMPTY, rules: () => watchful },
      });
      const { wholes, watches, teamWatches } = await driver.load();
      expect(wholes).toEqual([[]]);
      expect(watches[0]?.get('herons')).toEqual(teamWatches[0]);
      expect(teamWatches[0]?.walks.get('herons')?.fixes).toMatchObject([{ lat: 40, lon: 9 }]);
    },
  },
  {
    title: 'FP6 gives back what was taken of a suspected event',
    run: async (driver) => {
      const far = playEvent('location.reported.v1', { lat: 40, lon: 9 }, { number: 3 });
      const visit = playEvent('place.visited.v1', { place: 'p1', lat: 1, lon: 1 }, { number: 4 });
      const { team } = visit;
      const finding = { team, position: 2, as: 'overturned', reason: 'seen' } as const;
      const settling = operated({ type: 'suspicion.settled.v1', data: finding }, 5);
      const entries = await driver.append([published(HASH, 1), far, visit, settling]);
      const view = { ...EMPTY, rules: () => watchful };
      await driver.commit(await driver.held(), entries, { view });
      const { teamWatches } = await driver.load();
      expect(teamWatches[0]?.takenBack).toEqual(new Map([[2, 10]]));
      expect(teamWatches[0]?.suspects.get(2)).toMatchObject({ standing: 'overturned', points: 10 });
    },
  },
  {
    title: 'FP5 gives back who was suspected, and what others are compared with',
    run: async (driver) => {
      const answer = (number: number, team: string) => {
        return playEvent(
          'clue.answered.v1',
          { clue: 'riddle', answer: 'candle' },
          { number, team },
        );
      };
      const far = playEvent('location.reported.v1', { lat: 40, lon: 9 }, { number: 3 });
      const place = { place: 'p1', lat: 1, lon: 1 };
      const visit = playEvent('place.visited.v1', place, { number: 4 });
      const answers = [answer(1, 'herons'), answer(2, 'otters')];
      const entries = await driver.append([published(HASH, 1), far, visit, ...answers]);
      const view = { ...EMPTY, rules: () => watchful };
      await driver.commit(await driver.held(), entries, { view });
      const { hunts, teamWatches } = await driver.load();
      expect(hunts[0]?.wrongAnswers).toMatchObject([
        { team: 'herons', answer: 'candle' },
        { team: 'otters', answer: 'candle' },
      ]);
      expect(teamWatches[0]?.walks.get('herons')).toMatchObject({
        fixes: [{ lat: 40, lon: 9 }],
        astray: { lat: 1, lon: 1 },
      });
      const suspect = { clue: 'pier', points: 10, suspicions: ['travel'] };
      expect([...(teamWatches[0]?.suspects ?? [])]).toMatchObject([[2, suspect]]);
      expect(teamWatches[0]?.lapsed).toBe(0);
      expect(teamWatches[0]?.takenBack.size).toBe(0);
    },
  },
];
