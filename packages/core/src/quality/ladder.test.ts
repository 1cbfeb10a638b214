import { TEAM_LIMITS } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { isParked, isUnseen, type ResultRow } from '../pipeline/decision.js';
import { Fold, play, type Sent, START_MS, scan } from '../pipeline/pipeline.fixture.js';
import type { LoggedEvent } from '../ports/loggedEvent.js';
import { WATCH_LIMITS } from './limits.js';

function started(quality?: Record<string, unknown>): Fold {
  const fold = new Fold();
  fold.publish(quality === undefined ? {} : { quality });
  return fold;
}

function counted(code: string, sent: Sent, [device, epoch, seq]: [string, number, number]) {
  return { ...scan(code, sent), sequence: { device, epoch, seq } } as LoggedEvent;
}

const WINDOW = { on: 'code.scanned.v1', windowS: 5 };

describe('the rungs above the id', () => {
  it('D1 ask the id first, then the device, then the fingerprint', () => {
    const fold = started({ dedup: { fingerprint: { windows: [WINDOW] } } });
    fold.decide([counted('CLOCK', { number: 1 }, ['phone', 0, 0])]);
    const rungs = [
      counted('CLOCK', { number: 1 }, ['phone', 0, 0]),
      counted('CLOCK', { number: 2 }, ['phone', 0, 0]),
      counted('CLOCK', { number: 3 }, ['phone', 0, 1]),
    ].map((event) => fold.decide([event]).results[0]);
    expect(rungs.map((row) => row?.outcome)).toEqual(['duplicate', 'duplicate', 'duplicate']);
    expect(rungs.map((row) => row?.rung)).toEqual(['id', 'device', 'fingerprint']);
    expect(fold.scoreOf('herons')).toBe(25);
  });

  it('D7 let an id pass that the hunt observes, to the rungs behind it', () => {
    const fold = started({ dedup: { id: 'observe', state: 'observe' } });
    const first = counted('CLOCK', { number: 1 }, ['phone', 0, 0]);
    const bare = scan('CLOCK', { number: 2 });
    fold.decide([first, bare]);
    const { results } = fold.decide([first, bare, { ...bare, digest: 'other' }]);
    expect(results.map(({ outcome, rung, observed }) => [outcome, rung, observed])).toEqual([
      ['duplicate', 'device', 'id'],
      ['accepted', undefined, 'id'],
      ['conflict', 'id', undefined],
    ]);
    const twice = fold.decide([bare, bare]).results;
    expect(twice.map(({ observed }) => observed)).toEqual(['id', 'id']);
  });

  it('D7 let an id pass the same however the log is cut', () => {
    const quality = { dedup: { id: 'observe' } };
    const [whole, cut] = [started(quality), started(quality)];
    const events = [scan('CLOCK', { number: 1 }), scan('NOPE', { number: 2 })];
    const log = [...events, ...events, ...events];
    const wordsOf = ({ results }: { results: readonly ResultRow[] }) => {
      return results.map(({ outcome, observed }) => `${outcome} ${observed}`);
    };
    const inOne = wordsOf(whole.decide(log));
    expect(log.flatMap((event) => wordsOf(cut.decide([event])))).toEqual(inOne);
    expect(inOne.filter((words) => words === 'accepted id')).toHaveLength(4);
    expect(cut.scoreOf('herons')).toBe(whole.scoreOf('herons'));
  });

  it('D7 do not park what passed by its id: something under it was accepted', () => {
    const known = { id: 'known', on: 'code.scanned.v1', otherwise: 'quarantine' };
    const expectations = [{ ...known, expect: { field: 'code', oneOf: ['NOPE'] } }];
    const fold = started({ dedup: { id: 'observe' } });
    const event = scan('CLOCK', { number: 1 });
    fold.decide([event]);
    fold.publish({ quality: { dedup: { id: 'observe' }, expectations } }, 2);
    const [row] = fold.decide([event]).results;
    expect(row).toMatchObject({ outcome: 'quarantined', observed: 'id' });
    expect(row && isParked(row)).toBe(false);
    expect(row && isUnseen(row)).toBe(false);
  });

  it('D7 let a clue be solved again that the hunt observes, which changes no solve', () => {
    const fold = started({ dedup: { state: 'observe' } });
    fold.decide([scan('CLOCK', { number: 1 })]);
    const before = fold.cells.hunts.get('hunt');
    const [row] = fold.decide([scan('CLOCK', { number: 2 })]).results;
    expect(row).toMatchObject({ outcome: 'accepted', verdict: 'solved_again', observed: 'state' });
    expect(fold.scoreOf('herons')).toBe(20 + 5 + 20);
    const after = fold.cells.hunts.get('hunt');
    expect([after?.solved, after?.solves]).toEqual([before?.solved, before?.solves]);
  });

  it('D7 solve what can be solved before what was solved already, at one place', () => {
    const place = { lat: 52, lon: 13, radiusM: 100 };
    const clue = { title: 'x', points: 10 };
    const clues = [
      { ...clue, id: 'outer', find: { place: { ...place, id: 'outer' } } },
      {
        ...clue,
        id: 'inner',
        find: { place: { ...place, id: 'inner' } },
        requires: { all: ['outer'] },
      },
    ];
    const fold = new Fold();
    fold.publish({ clues, rules: [], quality: { dedup: { state: 'observe' } } });
    const told = [1, 2, 3].map((number) => {
      const here = { lat: 52, lon: 13, accuracyM: 5 };
      const [row] = fold.decide([play('location.reported.v1', here, { number })]).results;
      return `${row?.verdict} ${row?.clue}`;
    });
    expect(told).toEqual(['solved outer', 'solved inner', 'solved_again outer']);
  });

  it('D7 let no replay of an operator pass by its id', () => {
    const fold = started({ dedup: { id: 'observe' } });
    const event = scan('CLOCK', { number: 1 });
    fold.decide([event]);
    const [row] = fold.replay([event]).results;
    expect(row).toMatchObject({ outcome: 'duplicate', rung: 'id' });
  });

  it('D3 an event that its device’s count has passed is late, with the reason', () => {
    const fold = started();
    fold.decide([counted('CLOCK', { number: 1 }, ['phone', 1, 99])]);
    const { results } = fold.decide([
      counted('NOPE', { number: 2 }, ['phone', 1, 3]),
      counted('NOPE', { number: 3 }, ['phone', 0, 500]),
    ]);
    const told = results.map(({ outcome, extras }) => [outcome, extras?.reason]);
    expect(told).toEqual([
      ['late', 'sequence_passed'],
      ['late', 'epoch_passed'],
    ]);
  });

  it('D3 an id that was decided before stays a duplicate once its number has passed', () => {
    const fold = started();
    const first = counted('CLOCK', { number: 1 }, ['phone', 0, 0]);
    fold.decide([first]);
    fold.decide([counted('NOPE', { number: 2 }, ['phone', 0, 80])]);
    expect(fold.decide([first]).results[0]).toMatchObject({ outcome: 'duplicate', rung: 'id' });
  });

  it('D4 remembers the devices of a team that were used last, all of the largest team', () => {
    const most = WATCH_LIMITS.devices;
    expect(most).toBeGreaterThanOrEqual(2 * TEAM_LIMITS.largestSize);
    const fold = started();
    for (let device = 0; device <= most; device += 1) {
      fold.decide([counted('NOPE', { number: device }, [`d${device}`, 0, 5])]);
    }
    const { devices } = fold.cells.watches.get('hunt')?.get('herons') ?? { devices: new Map() };
    expect([...devices.keys()]).toEqual(Array.from({ length: most }, (_, i) => `d${i + 1}`));
    const again = (device: string, number: number) => {
      return fold.decide([counted('NOPE', { number }, [device, 0, 5])]).results[0]?.outcome;
    };
    const told = [again(`d${most}`, 1_000), again('d0', 1_001)];
    expect(told).toEqual(['duplicate', 'accepted']);
  });

  it('D5 the window of a content begins with its first event and no repeat extends it', () => {
    const fold = started({ dedup: { fingerprint: { windows: [WINDOW] } } });
    const at = (ms: number, number: number) => {
      const sent = scan('CLOCK', { number, timeMs: START_MS + ms });
      return fold.decide([sent], { atMs: START_MS + ms }).results[0];
    };
    const rows = [0, 4_999, 5_000, 9_999].map((ms, i) => at(ms, i + 1));
    expect(rows.map((row) => row?.outcome)).toEqual([
      'accepted',
      'duplicate',
      'accepted',
      'duplicate',
    ]);
    expect(rows[1]).toMatchObject({ rung: 'fingerprint', firstPosition: 1 });
    expect(rows[3]).toMatchObject({ rung: 'fingerprint', firstPosition: 3 });
  });

  it('D5 another player, type or data is another content', () => {
    const fold = started({ dedup: { fingerprint: { windows: [WINDOW] } } });
    const scans = [
      scan('CLOCK', { number: 1 }),
      { ...scan('CLOCK', { number: 2 }), player: 'another' },
      scan('VAULT', { number: 3 }),
      play('location.reported.v1', { lat: 1, lon: 1 }, { number: 4 }),
      play('location.reported.v1', { lat: 1, lon: 1 }, { number: 5 }),
    ];
    const { results } = fold.decide(scans);
    expect(results.map(({ outcome }) => outcome)).toEqual(Array(5).fill('accepted'));
  });

  it('D6 a type has one window', () => {
    const windows = [WINDOW, { ...WINDOW, windowS: 9 }];
    expect(() => started({ dedup: { fingerprint: { windows } } })).toThrow('already used');
  });

  it('D7 a rung that observes lets events pass and says what it would have done', () => {
    const fold = started({
      dedup: { device: 'observe', fingerprint: { mode: 'observe', windows: [WINDOW] } },
    });
    fold.decide([counted('NOPE', { number: 1 }, ['phone', 0, 0])]);
    const { results } = fold.decide([
      counted('OTHER', { number: 2 }, ['phone', 0, 0]),
      counted('NOPE', { number: 3 }, ['phone', 0, 1]),
    ]);
    const told = results.map(({ outcome, observed }) => [outcome, observed]);
    expect(told).toEqual([
      ['accepted', 'device'],
      ['accepted', 'fingerprint'],
    ]);
  });

  it('D5 what an expectation refuses has not been said, and may be said again', () => {
    const fresh = {
      id: 'fresh',
      on: 'code.scanned.v1',
      expect: { freshS: 30 },
      otherwise: 'refuse',
    };
    const dedup = { fingerprint: { windows: [{ ...WINDOW, windowS: 60 }] } };
    const fold = started({ dedup, expectations: [fresh] });
    const sentAtMs = START_MS + 40_000;
    const stale = { ...scan('CLOCK', { number: 1 }), sentAtMs, receivedAtUs: sentAtMs * 1000 };
    const [refused] = fold.decide([stale], { atMs: sentAtMs }).results;
    expect(refused).toMatchObject({ outcome: 'invalid', extras: { unmet: ['fresh'] } });
    const atMs = START_MS + 50_000;
    const [again] = fold.decide([scan('CLOCK', { number: 2, timeMs: atMs })], { atMs }).results;
    expect(again).toMatchObject({ outcome: 'accepted', verdict: 'solved' });
    const [twice] = fold.decide([scan('CLOCK', { number: 3, timeMs: atMs })], { atMs }).results;
    expect(twice).toMatchObject({ outcome: 'duplicate', rung: 'fingerprint' });
  });

  it('D8 what these rungs stop is remembered by its id', () => {
    const fold = started({ dedup: { fingerprint: { windows: [WINDOW] } } });
    fold.decide([scan('NOPE', { number: 1 }), scan('NOPE', { number: 2 })]);
    const atMs = START_MS + 60_000;
    const { results } = fold.decide([scan('NOPE', { number: 2 })], { atMs });
    expect(results[0]).toMatchObject({ outcome: 'duplicate', rung: 'id', firstPosition: 2 });
  });

  it('D9 a replay from quarantine passes by the rungs', () => {
    const fold = started({ dedup: { fingerprint: { windows: [WINDOW] } } });
    fold.decide([counted('CLOCK', { number: 1 }, ['phone', 0, 0])]);
    const parked = counted('CLOCK', { number: 2 }, ['phone', 0, 0]);
    fold.parked.add(parked.identity);
    const { results } = fold.replay([parked]);
    expect(results[0]).toMatchObject({ outcome: 'replayed', verdict: 'already_solved' });
  });
});
