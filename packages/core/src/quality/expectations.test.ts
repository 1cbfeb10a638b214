import { TEAM_LIMITS } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { Fold, play, START_MS, scan } from '../pipeline/pipeline.fixture.js';
import type { LoggedEvent } from '../ports/loggedEvent.js';
import { WATCH_LIMITS } from './limits.js';

type Expected = Record<string, unknown>;

function started(...expectations: Expected[]): Fold {
  const fold = new Fold();
  const whole = expectations.map((one, i) => ({
    id: `x${i}`,
    on: 'location.reported.v1',
    otherwise: 'warn',
    ...one,
  }));
  fold.publish({ quality: { expectations: whole } });
  return fold;
}

const at = (data: { accuracyM?: number; ageS?: number }, number: number) => {
  return play('location.reported.v1', { lat: 9, lon: 9, ...data }, { number });
};

function unmet(fold: Fold, event: LoggedEvent, atMs = START_MS) {
  return fold.decide([event], { atMs }).results[0]?.extras?.unmet ?? [];
}

describe('expectations', () => {
  it('X1 have ids that are used once', () => {
    const expected = { expect: { field: 'ageS', max: 9 }, id: 'same' };
    expect(() => started(expected, expected)).toThrow('"same" is already used');
  });

  it.each([
    [{ expect: { field: 'acuracyM', max: 9 } }, 'Did you mean "accuracyM"?'],
    [{ expect: { field: 'accuracyM', oneOf: ['a'] } }, 'not of that kind'],
    [{ expect: { growing: 'code' }, on: 'code.scanned.v1' }, 'not of that kind'],
    [{ expect: { together: ['lat', 'lng'] } }, 'no field "lng"'],
    [{ expect: { field: 'ageS', min: 9, max: 8 } }, 'No number lies in this range'],
  ])('X2 name what the data has: %j', (expected, says) => {
    expect(() => started(expected)).toThrow(says);
  });

  it('X3 a range holds its ends, and says nothing of a missing field', () => {
    const fold = started({ expect: { field: 'accuracyM', min: 1, max: 50 } });
    const said = [0.9, 1, 50, 50.1, undefined].map((accuracyM, i) => {
      return unmet(fold, at(accuracyM === undefined ? {} : { accuracyM }, i));
    });
    expect(said).toEqual([['x0'], [], [], ['x0'], []]);
  });

  it('X3 a list holds its texts', () => {
    const fold = started({
      on: 'code.scanned.v1',
      expect: { field: 'code', oneOf: ['CLOCK', 'VAULT'] },
    });
    expect(unmet(fold, scan('CLOCK', { number: 1 }))).toEqual([]);
    expect(unmet(fold, scan('NOPE', { number: 2 }))).toEqual(['x0']);
  });

  it('X3 freshness goes by corrected time: a wrong clock is no staleness', () => {
    const fold = started({ expect: { freshS: 60 } });
    const received = { receivedAtUs: START_MS * 1000 };
    const skewed = START_MS - 5 * 3_600_000;
    const quick = { ...at({}, 1), timeMs: skewed, sentAtMs: skewed + 60_000, ...received };
    const slow = { ...at({}, 2), timeMs: skewed, sentAtMs: skewed + 60_001, ...received };
    expect(unmet(fold, quick)).toEqual([]);
    expect(unmet(fold, slow)).toEqual(['x0']);
  });

  it('X3 time grows by device, else by player, and one fall is told once', () => {
    const fold = started({ expect: { growing: 'time' } });
    const said = (ms: number, number: number, device?: string) => {
      const event = { ...at({}, number), timeMs: START_MS + ms };
      const sequence = device === undefined ? undefined : { device, epoch: 0, seq: number };
      return unmet(fold, { ...event, sequence });
    };
    expect([said(5, 1), said(5, 2), said(4, 3), said(6, 4)]).toEqual([[], [], ['x0'], []]);
    expect([said(2, 5, 'phone'), said(1, 6, 'watch'), said(1, 7, 'phone')]).toEqual([
      [],
      [],
      ['x0'],
    ]);
  });

  it('X3 a rate is a token bucket of one player', () => {
    const fold = started({ expect: { atMost: 2, perS: 10 } });
    const said = [0, 0, 0, 4_999, 5_000, 5_001].map((ms, i) => {
      return unmet(fold, at({}, i), START_MS + ms);
    });
    expect(said).toEqual([[], [], ['x0'], ['x0'], [], ['x0']]);
    const other = { ...at({}, 9), player: 'another' };
    expect(unmet(fold, other, START_MS + 5_001)).toEqual([]);
  });

  it('X3 fields stand together', () => {
    const fold = started({ expect: { together: ['accuracyM', 'ageS'] } });
    expect(unmet(fold, at({}, 1))).toEqual([]);
    expect(unmet(fold, at({ accuracyM: 5, ageS: 1 }, 2))).toEqual([]);
    expect(unmet(fold, at({ ageS: 1 }, 3))).toEqual(['x0']);
  });

  it('X4 the hardest answer holds, and all that is unmet is named', () => {
    const expected = { expect: { field: 'ageS', max: 1 } };
    const answers = ['warn', 'quarantine', 'refuse'].map((hardest, i) => {
      const all = [
        { ...expected, otherwise: 'warn' },
        { ...expected, otherwise: hardest },
      ];
      return started(...all).decide([at({ ageS: 2 }, i)]).results[0];
    });
    const outcomes = answers.map((row) => row?.outcome);
    expect(outcomes).toEqual(['accepted', 'quarantined', 'invalid']);
    for (const row of answers) expect(row?.extras?.unmet).toEqual(['x0', 'x1']);
  });

  it('X5 what was refused is known when it comes again, and counts when it is replayed', () => {
    const expected = { on: 'code.scanned.v1', expect: { field: 'code', oneOf: ['VAULT'] } };
    for (const otherwise of ['quarantine', 'refuse']) {
      const fold = started({ ...expected, otherwise });
      const event = scan('CLOCK', { number: 1 });
      fold.decide([event]);
      expect(fold.scoreOf('herons')).toBe(0);
      expect(fold.decide([event]).results[0]?.outcome).toBe('duplicate');
      const { results } = fold.replay([event]);
      expect(results[0]).toMatchObject({ outcome: 'replayed', verdict: 'solved', points: 25 });
      expect(fold.replay([event]).results[0]?.outcome).toBe('duplicate');
    }
  });

  it('X3 holds every player of the largest team to several rates', () => {
    const once = { expect: { atMost: 1, perS: 600 } };
    const fold = started(once, { ...once, id: 'again' });
    const said = [0, 1].map((round) => {
      return Array.from({ length: TEAM_LIMITS.largestSize }, (_, player) => {
        const number = round * TEAM_LIMITS.largestSize + player;
        return unmet(fold, { ...at({}, number), player: `p${player}` });
      });
    });
    expect(said[0]).toEqual(said[0]?.map(() => []));
    expect(said[1]).toEqual(said[1]?.map(() => ['x0', 'again']));
  });

  it('X6 keeps a bounded number of values of a team', () => {
    const fold = started({ expect: { atMost: 9, perS: 9 } });
    for (let player = 0; player < WATCH_LIMITS.gauges + 9; player += 1) {
      fold.decide([{ ...at({}, player), player: `p${player}` }]);
    }
    const { gauges } = fold.cells.watches.get('hunt')?.get('herons') ?? { gauges: new Map() };
    expect(gauges.size).toBe(WATCH_LIMITS.gauges);
  });
});
