import { EVENT_TYPES, type EventType } from '@trove/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCondition } from './checkCondition.js';
import { drawCaret } from './conditionFault.js';
import { RULE_LIMITS } from './limits.js';

const ON: EventType = 'location.reported.v1';

function faultOf(text: string, on: EventType = ON) {
  const check = checkCondition(text, on, {
    vocabulary: new Map([['verdict', new Set(['solved', 'wrong'])]]),
    counters: new Set(['lamps']),
  });
  if (check.ok) throw new Error(`nothing wrong with ${text}`);
  return { ...check.fault, at: text.slice(check.fault.start, check.fault.end) };
}

const isRight = (text: string, on: EventType = ON) =>
  checkCondition(text, on, { counters: new Set(['lamps']) }).ok;

describe('checkCondition', () => {
  it('R1 knows every name of the context, and data by the type the rule listens to', () => {
    const shared = [
      "event.id != '' && event.type != '' && event.player != '' && event.team != ''",
      "event.time > 0 && verdict == 'solved' && clue.id != '' && clue.points > 0",
      'clue.solves > 0 && team.score > 0 && team.solved > 0 && hunt.solves > 0',
      'hunt.elapsedS > 0 && team.counters.lamps == 3',
    ];
    for (const on of EVENT_TYPES) for (const text of shared) expect(isRight(text, on)).toBe(true);
    expect(isRight('event.data.lat > 40.7 && event.data.lon < 3')).toBe(true);
    expect(isRight("event.data.place == 'pier'", 'place.visited.v1')).toBe(true);
    expect(isRight("event.data.code == 'A1'", 'code.scanned.v1')).toBe(true);
    expect(isRight('event.data.answer == event.data.clue', 'clue.answered.v1')).toBe(true);
    expect(isRight("event.data.place == 'pier'", 'code.scanned.v1')).toBe(false);
  });

  it('R4 takes whole numbers wherever numbers are meant', () => {
    const right = ['team.solved == 3', 'event.data.lat + 1 > 2', 'team.score / 3 >= 2.5'];
    right.push('-team.score < -3', 'team.score % 2 == 0', 'size(event.player) + 1 == 2');
    right.push('team.solved in [1, 2.5, 3]', '(true ? 1 : 2.5) < team.score');
    for (const text of right) expect([text, isRight(text)]).toEqual([text, true]);
    expect(faultOf('team.score > 9007199254740993').found).toBe('9007199254740993');
    expect(faultOf('team.score > 3u').found).toBe('3u');
  });

  it.each([
    ['event.data.lng > 1', 'lng', 'lat, lon, accuracyM, ageS'],
    ['evnt.time > 1', 'evnt', 'event, clue, team, hunt, verdict'],
    ['team.size > 1', 'size', 'score, solved, counters'],
    ['event.data.lat.x > 1', 'x', 'nothing: event.data.lat has no fields'],
    ['event.constructor == 1', 'constructor', 'id, type, time, player, team, data'],
    ['event.data.__proto__ == 1', '__proto__', 'lat, lon, accuracyM, ageS'],
  ])('R8 finds the unknown name in %s', (text, found, allowed) => {
    expect(faultOf(text)).toMatchObject({ at: found, found, allowed });
  });

  it.each([
    ["event.data.lat > '3'", 'number > string'],
    ["team.score + 'a' == 'b'", 'number + string'],
    ['!team.score', '!number'],
    ['-verdict == 1', '-string'],
    ['team.score && true', 'a number'],
    ['team.score ? true : false', 'a number'],
    ["team.score in [1, 'a']", 'a string'],
    ['verdict in [1, 2]', 'string in list<number>'],
    ['team.score', 'a number'],
    ["verdict + 'x'", 'a string'],
    ['distanceM(1, 2, 3) < 4', "found no matching overload for 'distanceM"],
    ['verdict.contains(1)', "found no matching overload for 'string.contains(number)'"],
    ["verdict == 'sloved'", 'sloved'],
    ["verdict in ['solved', 'won']", 'won'],
    ["'nope' != verdict", 'nope'],
  ])('R8 finds what does not fit in %s', (text, found) => {
    expect(faultOf(text).found).toContain(found);
  });

  it.each([
    "verdict.matches('a+')",
    '[1, 2].exists(x, x > 1)',
    '[1, 2].all(x, x > 1)',
    '[1].map(x, x).size() > 0',
    '[true].filter(x, x) == [true]',
    '[1].exists_one(x, x == 1)',
    'cel.bind(x, 1, x > 0)',
    "event['data'].lat > 1",
    '[1, 2][0] == 1',
    '[1] == [1]',
    'size([1]) == 1',
    "{'a': 1}.a == 1",
    'event.data.accuracyM == null',
    "b'abc' == b'abc'",
    'team.solved in []',
    'team.solved in team.score',
    "dyn(1) == 'a'",
    'int(team.score) == 1',
    "duration('1h') > duration('1m')",
    'timestamp(verdict) > 1.0',
    "timestamp('yesterday') > 1.0",
    'type(1) == int',
    'event == event',
    'has(team.score)',
    'has(event.data)',
    'sizeOf(verdict) == 1',
    'google.protobuf == 1',
    'toString() == 1',
  ])('R3 refuses %s', (text) => {
    expect(faultOf(text).message).not.toBe('');
  });

  it.each([
    ['team.solved = 3', '=', '=='],
    ['team.solved >', '', 'the end of the condition'],
    ['team.solved > 3 $', '$', '$'],
    ["verdict == 'solved", "'solved", "'solved"],
    ['(team.solved > 3', '', 'the end of the condition'],
    ['', '', 'the end of the condition'],
    ['team.solved > 3 and true', 'and', 'and'],
  ])('R8 says where %s can not be read', (text, at, found) => {
    const fault = faultOf(text);
    expect(fault.at).toBe(at);
    expect([fault.found, fault.allowed]).toContain(found);
  });

  it('R8 draws the caret under the mistake, also on later lines', () => {
    const text = 'team.solved > 3 &&\n\tevent.data.lng < 1';
    expect(drawCaret(text, faultOf(text))).toBe('\tevent.data.lng < 1\n\t           ^^^');
  });

  it('R9 refuses more nodes and more nesting than its bounds', () => {
    const sum = Array.from({ length: 100 }, () => '1').join('+');
    expect(isRight(`${sum} > 1`)).toBe(true);
    expect(faultOf(`${sum}+${sum} > 1`).message).toContain('Too complex');
    const nested = (levels: number) => `${'('.repeat(levels)}true${')'.repeat(levels)}`;
    expect(isRight(nested(RULE_LIMITS.depth - 1))).toBe(true);
    expect(faultOf(nested(RULE_LIMITS.depth + 1)).message).toContain('Too complex');
    expect(faultOf(`${'!'.repeat(1_999)}a`).message).not.toBe('');
    expect(faultOf('('.repeat(2_000)).message).not.toBe('');
    expect(faultOf(`${'-'.repeat(100_000)}1 > 0`).message).toContain('Too complex');
  });

  it('R8 never throws, whatever the text, and points inside it', () => {
    const piece = fc.constantFrom(
      ...['event', '.', 'data', 'lat', '(', ')', '[', ']', '>', '==', "'a'", '3', '&&', '?', ':'],
      ...['in', '!', '-', 'has', 'size', ' ', '\n', '"', '\\', 'verdict', 'é', '\u0000', '{', ','],
    );
    const text = fc.oneof(
      fc.array(piece).map((pieces) => pieces.join('')),
      fc.string(),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(...EVENT_TYPES), (written, on) => {
        const check = checkCondition(written, on);
        if (check.ok) return;
        const { start, end } = check.fault;
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(written.length);
      }),
      { numRuns: 3_000 },
    );
  });
});
