/** What becomes of events in the order of their log: once, in time, by the version in force. */
import { describe, expect, it } from 'vitest';
import { started } from '../game/operations.fixture.js';
import { decide } from './decide.js';
import { passedBuckets } from './huntChanges.js';
import { control, play, START_MS, scan } from './pipeline.fixture.js';

const HOUR = 3_600_000;

describe('decide', () => {
  it('P1 an id is its hunt’s own: two hunts of one partition may have the same', () => {
    const fold = started();
    fold.publish({}, 2, 'other');
    const one = scan('CLOCK', { number: 1 });
    const other = scan('CLOCK', { number: 1, hunt: 'other', content: 2 });
    const { results } = fold.decide([one, other, other, one]);
    expect(results.map(({ outcome }) => outcome)).toEqual([
      'accepted',
      'accepted',
      'duplicate',
      'duplicate',
    ]);
    const again = fold.decide([other, one]).results;
    expect(again.map(({ firstPosition }) => firstPosition)).toEqual([3, 2]);
  });

  it('P1 counts an id once; a repeat is a duplicate that names the first position', () => {
    const fold = started();
    const { results } = fold.decide([scan('CLOCK', { number: 1 }), scan('CLOCK', { number: 1 })]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['accepted', 'duplicate']);
    expect(results[1]).toMatchObject({ firstPosition: 1, rung: 'chunk', points: 0 });
    const again = fold.decide([scan('CLOCK', { number: 1 })]);
    expect(again.results[0]).toMatchObject({ outcome: 'duplicate', firstPosition: 1, rung: 'id' });
    expect(fold.scoreOf('herons')).toBe(25);
  });

  it('P2 the same id with other content is a conflict and scores nothing', () => {
    const fold = started();
    fold.decide([scan('WRONG', { number: 1 })]);
    const { results } = fold.decide([
      scan('CLOCK', { number: 1, content: 2 }),
      scan('WRONG', { number: 1 }),
    ]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['conflict', 'duplicate']);
    expect(fold.scoreOf('herons')).toBe(0);
  });

  it('P4 an id below the floor is late and is not remembered', () => {
    const fold = started();
    const nowMs = START_MS + 100 * HOUR;
    fold.decide([scan('NOPE', { number: 1, timeMs: nowMs })], { atMs: nowMs });
    const old = scan('CLOCK', { number: 2, timeMs: START_MS });
    const { results } = fold.decide([old], { atMs: nowMs });
    expect(results[0]?.outcome).toBe('late');
    expect(fold.scoreOf('herons')).toBe(0);
  });

  it('P5 a bucket of ids is dropped one full bucket after the window, never sooner', () => {
    const fold = started();
    const atMs = START_MS + 49 * HOUR - 1;
    const before = fold.decide([scan('NOPE', { number: 1, timeMs: atMs })], { atMs });
    expect(before.hunts[0]?.dropBuckets).not.toContain(START_MS);
    const later = START_MS + 50 * HOUR;
    const after = fold.decide([scan('NOPE', { number: 2, timeMs: later })], { atMs: later });
    expect(after.hunts[0]?.floorMs).toBe(START_MS + HOUR);
    expect(after.hunts[0]?.dropBuckets).toContain(START_MS);
  });

  it('P5 a hunt in which nothing happens any more forgets all with one event, and not that', () => {
    const fold = started();
    const ahead = START_MS + 5 * 60_000;
    const { floorMs = 0 } =
      fold.decide([scan('NOPE', { number: 1, timeMs: ahead })]).hunts[0] ?? {};
    expect(passedBuckets(floorMs, START_MS + 50 * HOUR)).toEqual([]);
    const atMs = START_MS + 54 * HOUR;
    const buckets = passedBuckets(floorMs, atMs);
    expect(buckets).toEqual(expect.arrayContaining([START_MS]));
    const aged = control({ type: 'hunt.aged.v1', data: {} }, { number: 2, timeMs: floorMs - 1 });
    const { results, hunts } = fold.decide([aged], { atMs });
    expect(results[0]).toMatchObject({ outcome: 'late' });
    expect(hunts[0]?.dropBuckets).toEqual(buckets);
    expect(hunts[0]?.ids).toBe(2);
  });

  it('P6 an event that can’t be decided is quarantined and the others go on', () => {
    const fold = started();
    const { results } = fold.decide([scan('CLOCK', { number: 1 }), scan('CLOCK', { number: 2 })], {
      poisoned: [0],
    });
    expect(results.map(({ outcome }) => outcome)).toEqual(['quarantined', 'accepted']);
    expect(results[1]?.verdict).toBe('solved');
  });

  it('P7 the version in force follows from the place in the log', () => {
    const fold = started();
    const before = fold.decide([scan('NEW', { number: 1 })]);
    fold.publish(
      { clues: [{ id: 'new', title: 'New', points: 7, find: { code: 'NEW' } }], rules: [] },
      2,
    );
    const after = fold.decide([scan('NEW', { number: 2 })]);
    expect(before.results[0]).toMatchObject({ verdict: 'no_clue', version: 1 });
    expect(after.results[0]).toMatchObject({ verdict: 'solved', version: 2, points: 7 });
  });

  it('P7 a publication that a later one has overtaken changes nothing, and needs no rules', () => {
    const fold = started();
    fold.publish({ rules: [] }, 3);
    const data = { version: 2, hash: 'e'.repeat(64) };
    const overtaken = control({ type: 'hunt.published.v1', data }, { number: 1 });
    const { results, hunts } = fold.decide([overtaken]);
    expect(results[0]).toMatchObject({ outcome: 'accepted', verdict: 'noted', version: 3 });
    expect(hunts[0]).toMatchObject({ version: 3, hash: '3'.repeat(64) });
  });

  it('P7 the number of the version in force is given to no other content', () => {
    const fold = started();
    const publication = (hash: string, number: number) =>
      control({ type: 'hunt.published.v1', data: { version: 1, hash } }, { number });
    const { results, hunts } = fold.decide([
      publication('1'.repeat(64), 1),
      publication('e'.repeat(64), 2),
    ]);
    expect(results.map(({ verdict }) => verdict)).toEqual(['noted', 'locked']);
    expect(results[1]?.extras).toEqual({ reason: 'version_taken' });
    expect(hunts[0]).toMatchObject({ version: 1, hash: '1'.repeat(64) });
  });

  it('P8 a hunt that is not live closes its clues until it is live again', () => {
    const fold = started();
    const phase = (phase: 'paused' | 'live', number: number) => {
      return control({ type: 'hunt.phase_changed.v1', data: { phase, by: 'op' } }, { number });
    };
    const { results } = fold.decide([
      phase('paused', 1),
      scan('CLOCK', { number: 2 }),
      phase('live', 3),
      scan('CLOCK', { number: 4 }),
    ]);
    expect(results.map(({ verdict }) => verdict)).toEqual(['noted', 'closed', 'noted', 'solved']);
  });

  it('P10 on its events’ clock a hunt’s now is the highest event time so far', () => {
    const fold = started({ clock: 'events' });
    const { results } = fold.decide([
      scan('LATE', { number: 1, timeMs: START_MS }),
      scan('NOPE', { number: 2, timeMs: START_MS + 120_000 }),
      scan('LATE', { number: 3, timeMs: START_MS + 1 }),
    ]);
    expect(results.map(({ verdict }) => verdict)).toEqual(['closed', 'no_clue', 'solved']);
  });

  it('P11 on its events’ clock a hunt refuses ids beyond its bound and still knows repeats', () => {
    const fold = started({ clock: 'events', maxEvents: 2 });
    const sent = [1, 2, 2].map((number) => scan('CLOCK', { number }));
    const outcomes = fold.decide(sent).results.map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['accepted', 'rate_limited', 'rate_limited']);
    const again = fold.decide([scan('CLOCK', { number: 1 })]);
    expect(again.results[0]?.outcome).toBe('duplicate');
  });

  it('P12 decides again from untouched state: nothing it was given changes', () => {
    const fold = started();
    fold.decide([scan('CLOCK', { number: 1 })]);
    const before = structuredClone(fold.cells);
    const entry = fold.entry([
      play('place.visited.v1', { place: 'p1', lat: 1, lon: 1 }, { number: 2 }),
    ]);
    const poisonedNothing = { repeats: new Map(), poisoned: new Set<number>() };
    decide({ entries: [entry], decided: 9, ...poisonedNothing }, fold.view);
    expect(fold.cells).toEqual(before);
  });
});
