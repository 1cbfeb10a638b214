import { describe, expect, it } from 'vitest';
import { HuntDraft } from '../game/huntDraft.js';
import { play } from '../pipeline/pipeline.fixture.js';
import { WATCH_LIMITS } from './limits.js';
import { remember, settle } from './settle.js';
import { guessed, settled, started, told, walked } from './suspicions.fixture.js';
import type { Suspect } from './teamWatch.js';

const NOTHING = {
  base: undefined,
  rules: undefined,
  teams: undefined,
  memory: undefined,
  watches: undefined,
  recommends: true,
};

const SUSPECT = {
  ...{ eventId: 'e', clue: 'riddle', points: 0, standing: undefined },
  suspicions: ['guessing'],
} as const satisfies Suspect;

describe('settling', () => {
  it('FP5 an operator takes points back and gives them again, once each way', () => {
    const { fold, position } = guessed();
    const rows = (['overturned', 'overturned', 'confirmed', 'confirmed'] as const).map((as, i) => {
      return fold.decide([settled(as, position, 50 + i)]).results[0];
    });
    expect(rows.map((row) => row?.points)).toEqual([-30, 0, 30, 0]);
    expect(rows.map((row) => row?.score)).toEqual([0, 0, 30, 30]);
    expect(rows.map((row) => row?.outcome)).toEqual([
      'overturned',
      'overturned',
      'accepted',
      'accepted',
    ]);
    expect(rows[0]?.extras?.settled).toEqual({
      position,
      as: 'overturned',
      reason: 'seen on the camera',
    });
    expect(fold.cells.teams.get('hunt')?.get('herons')?.solved.has('riddle')).toBe(true);
  });

  it('FP6 keeps a bounded number of suspects, and settles none that it does not know', () => {
    const { fold, position } = guessed();
    const unknown = fold.decide([settled('overturned', position + 900, 60)]).results[0];
    expect(unknown).toMatchObject({ verdict: 'no_clue', points: 0 });
    const hunt = new HuntDraft('hunt', NOTHING);
    const suspect = { ...SUSPECT, points: 1 };
    for (let at = 0; at < WATCH_LIMITS.suspects; at += 1) remember(hunt, 'herons', [at, suspect]);
    settle(hunt, { team: 'herons', position: 7, as: 'confirmed', by: 'op', reason: 'seen' });
    remember(hunt, 'herons', [900, suspect]);
    remember(hunt, 'herons', [901, suspect]);
    const { suspects } = hunt.watch.of('herons');
    expect(suspects.size).toBe(WATCH_LIMITS.suspects);
    expect([7, 0, 1, 900, 901].map((at) => suspects.has(at))).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
  });

  it('FP6 counts those that made room before anybody had settled them', () => {
    const hunt = new HuntDraft('hunt', NOTHING);
    for (let at = 0; at < WATCH_LIMITS.suspects + 3; at += 1) {
      remember(hunt, 'herons', [at, { ...SUSPECT, points: 1 }]);
    }
    expect(hunt.watch.of('herons').lapsed).toBe(3);
    settle(hunt, { team: 'herons', position: 50, as: 'overturned', by: 'op', reason: 'seen' });
    remember(hunt, 'herons', [900, { ...SUSPECT, points: 1 }]);
    expect(hunt.watch.of('herons').lapsed).toBe(3);
  });

  it('FP6 settles one that has made room by what its result said, once each way', () => {
    const { fold } = guessed();
    const judged = { eventId: 'long-ago', clue: 'riddle', points: 7 };
    const settle = (as: 'confirmed' | 'overturned', number: number) => {
      return fold.decide([settled(as, { position: 900, judged }, number)]).results[0];
    };
    const rows = (['confirmed', 'overturned', 'overturned', 'confirmed', 'confirmed'] as const).map(
      (as, i) => settle(as, 50 + i),
    );
    expect(rows.map((row) => row?.points)).toEqual([0, -7, 0, 7, 0]);
    expect(rows.map((row) => row?.score)).toEqual([30, 23, 23, 30, 30]);
    expect(rows.map((row) => row?.clue)).toEqual(rows.map(() => 'riddle'));
    expect(fold.cells.watches.get('hunt')?.get('herons')?.suspects.has(900)).toBe(false);
  });

  it('FP6 what was taken before it made room is given again, and not taken twice', () => {
    const hunt = new HuntDraft('hunt', NOTHING);
    const case7 = { team: 'herons', position: 7, by: 'op', reason: 'seen' } as const;
    const judged = { eventId: 'e', clue: 'riddle', points: 1 };
    for (let at = 0; at < WATCH_LIMITS.suspects; at += 1) {
      remember(hunt, 'herons', [at, { ...SUSPECT, points: 1 }]);
    }
    expect(settle(hunt, { ...case7, as: 'overturned' })).toEqual({ clue: 'riddle', points: -1 });
    remember(hunt, 'herons', [900, { ...SUSPECT, points: 1 }]);
    expect(hunt.watch.of('herons').suspects.has(7)).toBe(false);
    expect(settle(hunt, { ...case7, as: 'overturned' })).toBe('unknown');
    expect(settle(hunt, { ...case7, as: 'overturned', judged })).toMatchObject({ points: 0 });
    expect(settle(hunt, { ...case7, as: 'confirmed', judged })).toMatchObject({ points: 1 });
    expect(hunt.watch.of('herons').takenBack.size).toBe(0);
    const another = { ...judged, eventId: 'another' };
    expect(settle(hunt, { ...case7, position: 900, as: 'overturned', judged: another })).toBe(
      'unknown',
    );
  });

  it('FP6 takes back no more than it can remember, and says so', () => {
    const { fold } = guessed();
    const judged = { eventId: 'long-ago', points: 1 };
    const settle = (as: 'confirmed' | 'overturned', position: number, number: number) => {
      return fold.decide([settled(as, { position, judged }, number)]).results[0];
    };
    for (let at = 0; at < WATCH_LIMITS.takenBack; at += 1) settle('overturned', 1000 + at, at + 9);
    const score = 30 - WATCH_LIMITS.takenBack;
    expect(settle('overturned', 5000, 800)).toMatchObject({
      ...{ verdict: 'locked', points: 0, score, extras: { reason: 'too_many' } },
    });
    expect(settle('overturned', 1000, 801)).toMatchObject({ verdict: 'noted', points: 0 });
    expect(settle('confirmed', 1000, 802)).toMatchObject({ points: 1, score: score + 1 });
    expect(settle('overturned', 5000, 803)).toMatchObject({ points: -1, score });
  });

  it('FP9 what moved no points is settled without moving any, and the team is told', () => {
    const fold = started({ travel: { maxKmh: 60 } });
    told(fold, walked(0, 0, 1));
    const [row] = fold.decide([walked(90_000, 1, 2)]).results;
    expect(row).toMatchObject({ outcome: 'suspected', points: 0 });
    const rows = (['overturned', 'confirmed'] as const).map((as, i) => {
      return fold.decide([settled(as, row?.position ?? -1, 50 + i)]).results[0];
    });
    const extras = (as: string) => ({ settled: { position: row?.position, as } });
    expect(rows).toMatchObject([
      { outcome: 'overturned', verdict: 'noted', points: 0, extras: extras('overturned') },
      { outcome: 'accepted', verdict: 'noted', points: 0, extras: extras('confirmed') },
    ]);
  });

  it('FP9 a flood without points is one case, and takes no room from what moved points', () => {
    const fold = started({ travel: { maxKmh: 60 } });
    const visit = play('place.visited.v1', { place: 'p1', lat: 1, lon: 1 }, { number: 1 });
    told(fold, walked(0, 0, 2));
    expect(told(fold, visit)).toEqual(['travel']);
    const there = (number: number) => {
      told(fold, walked(0, number, number * 2));
      expect(told(fold, walked(900_000, number, number * 2 + 1))).toEqual(['travel']);
    };
    for (let number = 10; number < 310; number += 1) there(number);
    const suspects = () => [...(fold.cells.watches.get('hunt')?.get('herons')?.suspects ?? [])];
    expect(suspects().map(([, { points, again }]) => [points, again?.times])).toEqual([
      [11, undefined],
      [0, 299],
    ]);
    fold.decide([settled('confirmed', suspects()[1]?.[0] ?? -1, 900)]);
    there(400);
    const standings = suspects().map(([, { standing }]) => standing);
    expect(standings).toEqual([undefined, 'confirmed', undefined]);
  });

  it('FP9 keeps a bounded number of cases without points, settled ones making room first', () => {
    const hunt = new HuntDraft('hunt', NOTHING);
    remember(hunt, 'herons', [0, { ...SUSPECT, points: 1 }]);
    const most = WATCH_LIMITS.suspectsWithoutPoints;
    for (let at = 1; at <= most; at += 1) {
      remember(hunt, 'herons', [at, { ...SUSPECT, clue: `clue-${at}` }]);
    }
    settle(hunt, { team: 'herons', position: 5, as: 'confirmed', by: 'op', reason: 'seen' });
    remember(hunt, 'herons', [800, { ...SUSPECT, clue: 'more' }]);
    remember(hunt, 'herons', [801, { ...SUSPECT, clue: 'another' }]);
    const { suspects, lapsed } = hunt.watch.of('herons');
    expect([0, 1, 2, 5, 801].map((at) => suspects.has(at))).toEqual([
      ...[true, false, true, false, true],
    ]);
    expect([suspects.size, lapsed]).toEqual([most + 1, 0]);
  });
});
