import { describe, expect, it } from 'vitest';
import { reportRules } from './reportRules.js';

const CLUES = [{ id: 'a', title: 'A', points: 5, find: { code: 'A' } }];
const rule = (when: unknown, more: object = {}) => ({
  id: 'r',
  on: 'code.scanned.v1',
  when,
  then: { award: 1 },
  ...more,
});

function reported(...rules: readonly unknown[]) {
  return reportRules({ trove: 1, slug: 'demo', title: 'Demo', clues: CLUES, rules });
}

describe('what is told of rules', () => {
  it('R10 the scope of each and of the hunt, with its reason', () => {
    const { rules, hunt } = reported(
      rule("verdict == 'solved'"),
      rule('clue.solves < 3', { id: 's' }),
      rule("verdict == 'solved'", { id: 't', limit: { first: 3 } }),
    );
    expect(rules).toMatchObject([
      { scope: 'team' },
      { scope: 'hunt', scopeReason: 'rule "s" reads clue.solves' },
      { scope: 'hunt', scopeReason: 'rule "t" is for the first 3 teams of the whole hunt' },
    ]);
    expect(hunt?.scope).toBe('hunt');
    expect(hunt?.reasons).toHaveLength(2);
  });

  it('R8 where in the condition a mistake stands, and the mend', () => {
    const { rules, hunt } = reported(rule("verdict == 'sovled'"), rule('team.scor > 1'));
    expect(rules[0]?.fault).toMatchObject({ start: 11, end: 19, suggestion: 'solved' });
    expect(rules[1]?.fault).toMatchObject({ start: 5, end: 9, suggestion: 'score' });
    expect(hunt).toBeUndefined();
  });

  it('Q8 that a rule has no condition', () => {
    const { rules } = reported(rule('(true)'), rule("verdict == 'solved'"));
    expect(rules.map(({ isUnconditional }) => isUnconditional)).toEqual([true, false]);
  });

  it('R9 of conditions that are bombs, what is allowed', () => {
    const bombs = [
      `${'('.repeat(900)}true${')'.repeat(900)}`,
      `${'!'.repeat(1_900)}true`,
      Array.from({ length: 200 }, () => 'true').join('||'),
      "event.data.code.matches('(x+x+)+y')",
    ];
    for (const { fault } of reported(...bombs.map((when) => rule(when))).rules) {
      expect(fault?.message).toMatch(/complex|Regular expressions/i);
    }
  });

  it.each([
    [undefined],
    [{ rules: 7 }],
    [{ rules: [null, 'x', {}, { on: 'no.such', when: 'true' }, { on: 7, when: {} }] }],
  ])('R8 never throws, whatever stands there, as %j', (value) => {
    const { rules, words } = reportRules(value);
    expect(words.length).toBeGreaterThan(0);
    expect(rules.every(({ when }) => typeof when === 'string')).toBe(true);
  });
});
