/** The rules every StateStore keeps; each adapter's test calls this with a way to make one. */
import { type Held, type LoggedEvent, WHOLE_HUNT_TEAMS } from '@trove/core';
import { describe, expect, it } from 'vitest';
import { made, playEvent, published } from '../fixtures.js';
import {
  type Case,
  Driver,
  EMPTY,
  HASH,
  lease,
  rich,
  type StateStoreSubject,
  scan,
} from './stateStoreDriver.js';
import { MEMBERSHIP_CASES } from './stateStoreMembership.js';
import { OPERATIONS_CASES } from './stateStoreOperations.js';
import { PHOTO_CASES } from './stateStorePhotos.js';
import { QUALITY_CASES } from './stateStoreQuality.js';
import { RECOMMENDATION_CASES } from './stateStoreRecommendations.js';

const CASES: readonly Case[] = [
  {
    title: 'S1 gives a partition to one token at a time',
    run: async ({ store }) => {
      expect(await store.acquire(lease('w1'))).toMatchObject({ kind: 'held', cursor: '0-0' });
      expect(await store.acquire(lease('w2'))).toEqual({ kind: 'taken' });
      expect(await store.acquire(lease('w1'))).toMatchObject({ kind: 'held' });
    },
  },
  {
    title: 'S2 commits effects and cursor together',
    run: async (driver) => {
      const entries = await driver.append([published(HASH, 1), scan(1)]);
      const held = await driver.held();
      const reply = await driver.commit(held, entries);
      expect(reply).toMatchObject({ kind: 'held', cursor: entries.at(-1)?.id, decided: 2 });
      const { hunts, teams } = await driver.load();
      expect(hunts[0]).toMatchObject({ version: 1, hash: HASH, solved: 1 });
      expect(teams[0]).toMatchObject({ score: 25 });
      expect(await driver.held()).toMatchObject({ cursor: entries.at(-1)?.id, decided: 2 });
    },
  },
  {
    title: 'S3 refuses a commit from another cursor, and writes nothing',
    run: async (driver) => {
      const entries = await driver.append([published(HASH, 1), scan(1)]);
      const held = await driver.held();
      await driver.commit(held, entries);
      expect(await driver.commit(held, entries)).toEqual({ kind: 'moved' });
      expect((await driver.load()).teams[0]).toMatchObject({ score: 25 });
    },
  },
  {
    title: 'S4 refuses a commit by a token that does not hold the lease',
    run: async (driver) => {
      const entries = await driver.append([published(HASH, 1), scan(1)]);
      const held = await driver.held();
      expect(await driver.commit(held, entries, { token: 'w2' })).toEqual({ kind: 'moved' });
      expect((await driver.load()).hunts[0]).toBeUndefined();
    },
  },
  {
    title: 'S5 names repeats with the first position and digest, and writes nothing',
    run: async (driver) => {
      const first = await driver.append([published(HASH, 1), scan(1)]);
      const held = await driver.commit(await driver.held(), first);
      const again = await driver.append([scan(2), scan(1, 99)]);
      const reply = await driver.commit(held as Held, again);
      expect(reply).toMatchObject({
        kind: 'repeats',
        repeats: [{ index: 1, firstPosition: 1, firstDigest: '00000001' }],
      });
      expect(await driver.held()).toMatchObject({ decided: 2 });
    },
  },
  {
    title: 'S6 gives the lease up only when the log is at its end, or when told to',
    run: async (driver) => {
      await driver.held();
      expect(await driver.store.release(lease('w2'), 'when-idle')).toBe('lost');
      await driver.append([published(HASH, 1)]);
      expect(await driver.store.release(lease(), 'when-idle')).toBe('behind');
      expect(await driver.store.release(lease(), 'with-backlog')).toBe('released');
      expect(await driver.store.acquire(lease('w2'))).toMatchObject({ kind: 'held' });
    },
  },
  {
    title: 'S7 remembers the team a player is in',
    run: async (driver) => {
      const entries = await driver.append([published(HASH, 1), made('ada', 'herons', 2)]);
      await driver.commit(await driver.held(), entries);
      const loaded = await driver.load();
      expect(loaded.players).toEqual(['herons', undefined]);
      expect(loaded.teams[0]).toMatchObject({ name: 'HERONS', score: 0 });
    },
  },
  {
    title: 'PT6 gives back which teams are of playtesters',
    run: async (driver) => {
      const join = made('ada', 'herons', 2);
      const tester = { ...join, data: { ...join.data, playtest: true } } as LoggedEvent;
      const entries = await driver.append([published(HASH, 1), tester, scan(1)]);
      await driver.commit(await driver.held(), entries);
      const { hunts, teams, wholes } = await driver.load();
      expect(teams[0]).toMatchObject({ isPlaytest: true, name: 'HERONS', score: 25 });
      expect(wholes[0]).toContainEqual(teams[0]);
      expect(hunts[0]).toMatchObject({ solved: 0 });
    },
  },
  {
    title: 'E14 gives back what rules, hints and time have left on a team',
    run: async (driver) => {
      const hint = playEvent('hint.requested.v1', { clue: 'clock', hint: 'face' }, { number: 1 });
      const entries = await driver.append([published(HASH, 1), hint, scan(2)]);
      await driver.commit(await driver.held(), entries, { view: { ...EMPTY, rules: () => rich } });
      const { teams, wholes } = await driver.load();
      const atMs = Math.floor((entries[0]?.appendedAtUs ?? 0) / 1000);
      expect(teams[0]).toMatchObject({ score: 17, solved: new Set(['clock']) });
      expect(teams[0]?.marks).toEqual({
        unlocked: new Set(['attic']),
        unlockedAtMs: new Map([['vault', atMs]]),
        hints: new Set(['clock/face']),
        counters: new Map([['scans', 1]]),
        badges: new Set(['keen']),
        firedAtMs: new Map([['scans', atMs]]),
        paid: new Map([['clock/face', 3]]),
        photos: new Map(),
      });
      expect(wholes[0]).toContainEqual(teams[0]);
    },
  },
  {
    title: 'S8 loads a hunt with all its teams, unless they are too many',
    run: async (driver) => {
      expect((await driver.load()).wholes).toEqual([[]]);
      const few = await driver.append([published(HASH, 1), made('ada', 'herons', 2)]);
      await driver.commit(await driver.held(), few);
      const { teams, wholes } = await driver.load();
      expect(wholes).toEqual([[teams[0]]]);
      for (let from = 1; from <= WHOLE_HUNT_TEAMS; from += 500) {
        const more = Array.from({ length: 500 }, (_, i) => {
          return made(`p${from + i}`, `team-${from + i}`, 10 + from + i);
        });
        await driver.commit(await driver.held(), await driver.append(more));
      }
      expect((await driver.load()).wholes).toEqual([undefined]);
    },
  },
  {
    title: 'S9 parks what can’t be decided and takes it out by its replay, once',
    run: async (driver) => {
      const [poison, other] = [scan(1), scan(2)];
      const first = await driver.append([published(HASH, 1), poison, other]);
      const held = await driver.commit(await driver.held(), first, { poisoned: [1] });
      expect(await driver.areParked([poison, other])).toEqual([true, false]);
      const replays = await driver.append([poison], true);
      expect(replays[0]).toMatchObject({ isReplay: true });
      const reply = await driver.commit(held as Held, replays, { isParked: true });
      expect(reply).toMatchObject({ kind: 'held', decided: 4 });
      expect(await driver.areParked([poison])).toEqual([false]);
      const again = await driver.append([poison], true);
      const late = await driver.commit(reply as Held, again, { isParked: true });
      expect(late).toEqual({ kind: 'moved' });
      expect(await driver.commit(reply as Held, again)).toMatchObject({
        kind: 'repeats',
        repeats: [{ index: 0, firstPosition: 3 }],
      });
    },
  },
  {
    title: 'S9 takes an accepted identity out of what is parked',
    run: async (driver) => {
      const old = scan(1);
      const first = await driver.append([published(HASH, 1), old]);
      const held = await driver.commit(await driver.held(), first, { poisoned: [1] });
      const replays = await driver.append([old], true);
      const reply = await driver.commit(held as Held, replays, { isParked: true });
      const poison = await driver.append([scan(2)]);
      const next = await driver.commit(reply as Held, poison, { poisoned: [0] });
      const both = await driver.append([scan(3)]);
      expect(await driver.commit(next as Held, both)).toMatchObject({ kind: 'held' });
      expect(await driver.areParked([old, scan(2), scan(3)])).toEqual([false, true, false]);
    },
  },
];

export function stateStoreSuite(name: string, open: () => Promise<StateStoreSubject>): void {
  describe(`StateStore: ${name}`, () => {
    const cases = [
      ...CASES,
      ...RECOMMENDATION_CASES,
      ...QUALITY_CASES,
      ...OPERATIONS_CASES,
      ...PHOTO_CASES,
      ...MEMBERSHIP_CASES,
    ];
    it.each(cases)('$title', async ({ run }) => {
      expect.hasAssertions();
      const subject = await open();
      try {
        await run(new Driver(subject));
      } finally {
        await subject.close();
      }
    });
  });
}
