import { describe, expect, it } from 'vitest';
import {
  after,
  answer,
  code,
  edited,
  findingsIn,
  huntOf,
  type Part,
  place,
  rule,
  told,
} from './lint.fixture.js';

const at = (time: string, offset = 'Z') => `2031-03-14T${time}:00${offset}`;
const HUNT = { opens: at('13:00'), closes: at('15:00') };
/** 0.1 degrees are 11.1 km, which is 111 minutes on foot. */
const [NEAR, FAR] = [54, 54.1];
/** Keeps a hunt from being single file. */
const BESIDE = answer('beside', ['anything']);
const dripping = (hintAfter: Part, more: Part = {}) =>
  code('a', { hints: [{ id: 'h', text: 'T', after: hintAfter }], ...more });

describe('the linter and time', () => {
  it('Q15 finds what nobody reaches on foot', () => {
    const late = place('b', FAR, { ...after('a'), closes: at('14:30') });
    const clues = [place('a', NEAR), late, code('c', after('b')), BESIDE];
    expect(told(clues, HUNT)).toEqual(['Q15 clues[1].closes']);
    const [finding] = findingsIn(huntOf(clues, HUNT));
    expect(finding?.found).toContain('111 min on foot from "a"');
    expect(finding?.mend).toContain('after 2031-03-14T14:50:');
    expect(told([place('a', NEAR), { ...late, closes: at('14:55') }, BESIDE], HUNT)).toEqual([]);
  });

  it('Q15 reckons from when the other can be solved, and through clues without a place', () => {
    const start = place('a', NEAR, { opens: at('13:20') });
    const thought = answer('thought', ['yes'], after('a'));
    const end = place('b', FAR, after('thought'));
    expect(told([start, thought, end, BESIDE], HUNT)).toEqual(['Q15 clues[2].requires']);
    expect(told([{ ...start, opens: at('13:00') }, thought, end, BESIDE], HUNT)).toEqual([]);
  });

  it('Q15 takes the nearest of any, all of all, and leaves what rules unlock', () => {
    const [near, far] = [place('near', FAR + 0.002), place('far', NEAR)];
    const of = (requires: Part, more: Part = {}) =>
      told([near, far, place('b', FAR, { requires, closes: at('14:00') }), BESIDE], {
        ...HUNT,
        ...more,
      });
    expect(of({ any: ['near', 'far'] })).toEqual([]);
    expect(of({ all: ['near', 'far'] })).toEqual(['Q15 clues[2].closes']);
    expect(of({ atLeast: 1, of: ['near', 'far'] })).toEqual([]);
    expect(of({ atLeast: 2, of: ['near', 'far'] })).toEqual(['Q15 clues[2].closes']);
    const unlocking = rule("verdict == 'noted'", {
      ...{ on: 'location.reported.v1', then: { unlock: ['b'] } },
    });
    expect(of({ all: ['near', 'far'] }, { rules: [unlocking] })).toEqual([]);
  });

  it('Q15 needs a beginning, and leaves to Q3 what opens too late', () => {
    const late = place('b', FAR, { ...after('a'), closes: at('14:00') });
    expect(told([place('a', NEAR), late])).toEqual([]);
    expect(told([place('a', NEAR, { opens: at('14:00') }), late])).toEqual(['Q3 clues[1].closes']);
  });

  it('Q16 finds hints that come when it is too late', () => {
    const end = { closes: at('14:00') };
    expect(told([dripping({ openedS: 3_600 }, end), BESIDE], HUNT)).toEqual([
      'Q16 clues[0].hints[0].after.openedS',
    ]);
    expect(told([dripping({ openedS: 3_599 }, end), BESIDE], HUNT)).toEqual([]);
    const opened = { opens: at('13:30'), ...end };
    expect(told([dripping({ unlockedS: 1_800 }, opened), BESIDE], HUNT)).toEqual([
      'Q16 clues[0].hints[0].after.unlockedS',
    ]);
    expect(told([dripping({ unlockedS: 1_700 }, opened), BESIDE], HUNT)).toEqual([]);
    expect(told([dripping({ openedS: 99_999 }), BESIDE])).toEqual([]);
  });

  it('Q17 finds the time of a day that was written by another clock', () => {
    const summer = (time: string) => at(time, '+02:00');
    const clues = [
      code('a', { opens: summer('14:00') }),
      code('b', { opens: at('14:00', '+01:00') }),
    ];
    const hunt = { opens: summer('13:00'), closes: summer('18:00') };
    const text = huntOf(clues, hunt);
    const [finding] = findingsIn(text);
    expect(findingsIn(text)).toMatchObject([{ rule: 'Q17', path: 'clues[1].opens' }]);
    if (finding !== undefined) expect(findingsIn(edited(text, finding))).toEqual([]);
    const next = { ...hunt, closes: '2031-03-15T18:00:00+01:00' };
    expect(told([code('a'), code('b')], next)).toEqual([]);
    const mixed = { opens: at('11:00'), closes: summer('18:00') };
    expect(told([code('a'), code('b')], mixed)).toEqual([]);
    const two = [code('a', { opens: at('14:00', '+01:00') }), code('b')];
    expect(told(two, { opens: summer('13:00') })).toEqual(['Q17 clues[0].opens']);
  });
});

describe('the linter and crowds', () => {
  const line = [code('a'), place('b', NEAR, after('a')), code('c', after('b'))];

  it('Q18 finds a start in single file', () => {
    expect(told(line, HUNT)).toEqual(['Q18 clues[0].id']);
    expect(told(line)).toEqual([]);
    expect(told(line, { ...HUNT, clock: 'events' })).toEqual([]);
    expect(told([...line, BESIDE], HUNT)).toEqual([]);
    expect(told([...line.slice(0, 2), answer('c', ['x'], after('b'))], HUNT)).toEqual([]);
    expect(told([code('a'), code('b', after('a')), code('c', after('a'))], HUNT)).toEqual([]);
  });

  it('Q18 finds a gate before which everybody waits, and no finale', () => {
    const first = [code('a'), code('b')];
    const gate = place('gate', NEAR, { ...after('a', 'b'), opens: at('14:00') });
    const rest = code('rest', after('gate'));
    expect(told([...first, gate, rest], HUNT)).toEqual(['Q18 clues[2].opens']);
    expect(told([...first, gate], HUNT)).toEqual([]);
    expect(told([...first, gate, rest, code('d', { opens: at('14:00') })], HUNT)).toEqual([]);
    expect(told([...first, gate, rest, code('d', { opens: at('13:40') })], HUNT)).toEqual([]);
    expect(told([...first, { ...gate, opens: at('13:10') }, rest], HUNT)).toEqual([]);
  });

  it('Q19 finds event types that nothing listens to', () => {
    const eventTypes = [{ type: 'custom.flag.v1' }, { type: 'custom.bell.v1' }];
    const heard = { ...rule('team.score > 1'), on: 'custom.bell.v1' };
    expect(told([code('a')], { eventTypes, rules: [heard] })).toEqual(['Q19 eventTypes[0].type']);
    const windows = [{ on: 'custom.flag.v1', windowS: 3 }];
    const quality = { dedup: { fingerprint: { windows } } };
    expect(told([code('a')], { eventTypes, rules: [heard], quality })).toEqual([]);
  });

  it('Q20 finds rungs that observe and without which repeats count again', () => {
    const quality = { dedup: { id: 'observe', device: 'observe', state: 'observe' } };
    expect(told([code('a')], { quality })).toEqual([
      'Q20 quality.dedup.id',
      'Q20 quality.dedup.state',
    ]);
    expect(told([code('a')], { quality: { dedup: { id: 'enforce' } } })).toEqual([]);
  });

  it('Q9 knows that a clue is solved again only where state observes', () => {
    const again = rule("verdict == 'solved_again'");
    const observing = { dedup: { state: 'observe' } };
    const place = `rules[0].when`;
    expect(told([code('a')], { rules: [again] })).toContain(`Q9 ${place}`);
    expect(told([code('a')], { rules: [again], quality: observing })).toEqual([
      'Q20 quality.dedup.state',
    ]);
  });

  it('Q9 knows that no position is uncertain where doubtful ones score', () => {
    const outside = rule("verdict == 'uncertain'", { on: 'location.reported.v1' });
    const clues = [place('a', NEAR)];
    const marking = { fairPlay: { position: { maxKmh: 6 } } };
    expect(told(clues, { rules: [outside] })).not.toContain('Q9 rules[0].when');
    expect(told(clues, { rules: [outside], quality: marking })).toContain('Q9 rules[0].when');
  });
});
