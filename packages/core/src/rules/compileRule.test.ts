import type { EventType, Rule } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { checkCondition } from './checkCondition.js';
import { compileRule } from './compileRule.js';
import { ANSWER } from './ruleAnswer.js';
import type { RuleContext } from './ruleContext.js';

const NOON = Date.parse('2026-05-01T12:00:00Z');

function contextOf(data: Record<string, unknown>): RuleContext {
  return {
    event: { id: 'e1', type: 'location.reported.v1', time: NOON, player: 'p', team: 't', data },
    verdict: 'solved',
    clue: { id: 'pier', points: 10, solves: 1 },
    team: { score: 40, solved: 4, counters: new Map([['lamps', 3]]) },
    hunt: { solves: 7, elapsedS: 90.5 },
  };
}

function compiled(when: string, limit?: Rule['limit'], on: EventType = 'location.reported.v1') {
  const check = checkCondition(when, on, { counters: new Set(['lamps', 'ropes']) });
  if (!check.ok) throw new Error(check.fault.message);
  const rule = { id: 'r', on, when, then: { award: 5 }, limit };
  return compileRule({ rule, ast: check.ast, clueById: new Map() });
}

const HERE = { lat: 54.46, lon: 11, accuracyM: 20 };
const holds = (when: string, data: Record<string, unknown> = HERE) =>
  compiled(when).ask(contextOf(data)) === ANSWER.fired;

describe('compileRule', () => {
  it.each([
    ['team.solved < 4', 'team.solved <= 4', 'team.solved < 5'],
    ['team.solved > 4', 'team.solved >= 4', 'team.solved > 3'],
    ['team.solved == 5', 'team.solved == 4', 'team.solved != 5'],
    ['team.solved < clue.solves * 4', 'team.solved <= clue.solves * 4', 'clue.solves < team.score'],
    ["clue.id < 'pier'", "clue.id <= 'pier'", "clue.id > 'pieq'"],
  ])('R2 compares at the boundary: %s, %s, %s', (never, ...always) => {
    expect(holds(never)).toBe(false);
    for (const text of always) expect([text, holds(text)]).toEqual([text, true]);
  });

  it('R4 divides as people do', () => {
    expect(holds('7 / 2 == 3.5 && -7 % 3 == -1 && 7.5 % 2 == 1.5 && 2 * 3 - 1 == 5')).toBe(true);
  });

  it('R5 makes a division by zero false and counts it', () => {
    const rule = compiled('team.score / (team.solved - 4) > 1 || team.score % 0 == 0');
    expect(rule.errors).toEqual({ count: 0, last: '' });
    expect(rule.ask(contextOf(HERE))).not.toBe(ANSWER.fired);
    expect(rule.ask(contextOf(HERE))).not.toBe(ANSWER.fired);
    expect(rule.errors).toEqual({ count: 2, last: 'division by zero' });
  });

  it('R5 makes a missing field false, its negation too, and counts both', () => {
    const bare = contextOf({ lat: 1, lon: 2 });
    const rules = ['event.data.accuracyM > 5', '!(event.data.accuracyM > 5)'].map((when) =>
      compiled(when),
    );
    for (const rule of rules) {
      expect(rule.ask(bare)).not.toBe(ANSWER.fired);
      expect(rule.errors.count).toBe(1);
      expect(rule.errors.last).toContain('no value');
      expect(rule.ask(contextOf(HERE)) === ANSWER.fired).toBe(rule === rules[0]);
    }
  });

  it('R5 lets the other side decide where it can', () => {
    const bare = { lat: 1, lon: 2 };
    expect(holds('event.data.accuracyM > 5 || team.solved == 4', bare)).toBe(true);
    expect(holds('team.solved == 4 || event.data.accuracyM > 5', bare)).toBe(true);
    const rule = compiled('event.data.accuracyM > 5 && team.solved == 5');
    expect(rule.ask(contextOf(bare))).not.toBe(ANSWER.fired);
    expect(rule.errors.count).toBe(0);
  });

  it('R6 finds out whether a field is there', () => {
    const when = 'has(event.data.accuracyM) && event.data.accuracyM <= 30';
    expect(holds(when)).toBe(true);
    expect(holds(when, { lat: 1, lon: 2 })).toBe(false);
  });

  it('R7 has functions for texts, places and times', () => {
    expect(holds("size('🙂é') == 2 && 'Pier'.lowerAscii() == clue.id")).toBe(true);
    expect(holds("clue.id.startsWith('pi') && clue.id.endsWith('er')")).toBe(true);
    expect(holds("!clue.id.contains('x') && clue.id.upperAscii() == 'PIER'")).toBe(true);
    expect(holds('distanceM(event.data.lat, event.data.lon, 54.4601, 11) < 12')).toBe(true);
    expect(holds('distanceM(event.data.lat, event.data.lon, 54.4601, 11) < 11')).toBe(false);
    expect(holds("event.time == timestamp('2026-05-01T14:00:00+02:00')")).toBe(true);
    expect(holds('hourOf(event.time, 0) == 12 && hourOf(event.time, -13) == 23')).toBe(true);
    expect(holds('hourOf(event.time + 30 * 60 * 1000, 2) == 14.5')).toBe(true);
    expect(holds('hourOf(0 - 3600000, 0) == 23')).toBe(true);
  });

  it('R10 derives from a rule whether it needs the whole hunt', () => {
    expect(compiled('team.solved > 3').scope).toBe('team');
    expect(compiled('team.solved > 3', { perTeam: 1 }).scope).toBe('team');
    expect(compiled('hunt.elapsedS > 3').scope).toBe('team');
    expect(compiled('team.solved > 3', { first: 1 }).scope).toBe('hunt');
    expect(compiled('clue . solves == 1').scope).toBe('hunt');
    expect(compiled('hunt.solves == 1').scope).toBe('hunt');
    expect(compiled("event.player == 'clue.solves'").scope).toBe('team');
  });

  it('R5 does not throw when an event is not what its contract says', () => {
    const rule = compiled("event.data.code.contains('A')", undefined, 'code.scanned.v1');
    for (const code of [undefined, null, 3, true, {}, []]) {
      expect(rule.ask(contextOf({ code }))).not.toBe(ANSWER.fired);
    }
    expect(rule.errors.count).toBe(6);
  });
});
