import { describe, expect, it } from 'vitest';
import { checkCondition } from './checkCondition.js';
import { clausesOf, textOfClause } from './clauses.js';
import { compileRule } from './compileRule.js';
import { ANSWER, falseClause } from './ruleAnswer.js';
import type { RuleContext } from './ruleContext.js';

function astOf(when: string) {
  const check = checkCondition(when, 'location.reported.v1');
  if (!check.ok) throw new Error(check.fault.message);
  return check.ast;
}

function answer(when: string): number {
  const rule = { id: 'r', on: 'location.reported.v1', when, then: { award: 5 } } as const;
  return compileRule({ rule, ast: astOf(when), clueById: new Map() }).ask({
    event: { id: 'e', type: 'location.reported.v1', time: 0, player: 'p', team: 't', data: {} },
    verdict: 'noted',
    clue: { id: '', points: 0, solves: 0 },
    team: { score: 40, solved: 4, counters: new Map() },
    hunt: { solves: 7, elapsedS: 90 },
  } satisfies RuleContext);
}

describe('the clauses of a condition', () => {
  it.each([
    ['team.solved > 3', ['team.solved > 3']],
    [
      'true && team.solved > 3 && verdict == "noted"',
      ['true', 'team.solved > 3', 'verdict == "noted"'],
    ],
    ['true && (team.solved > 3 && false)', ['true', 'team.solved > 3', 'false']],
    ['(true || false) && !(true && false)', ['true || false', '!(true && false)']],
    ['true || true && false', ['true || true && false']],
    [
      '(team.solved + 1) * 2 > 3 && 2 < (3 * (1 + 1)) && event.player == ")("',
      ['(team.solved + 1) * 2 > 3', '2 < (3 * (1 + 1))', 'event.player == ")("'],
    ],
  ])('RC2 are what its outermost && join: %s', (when, clauses) => {
    expect(clausesOf(astOf(when)).map(textOfClause)).toEqual(clauses);
  });

  it('RC2 are asked in order, and the first false one is the answer', () => {
    expect(answer('team.solved == 4 && hunt.solves == 7')).toBe(ANSWER.fired);
    expect(answer('team.solved == 5 && hunt.solves == 8')).toBe(falseClause(0));
    expect(answer('team.solved == 4 && hunt.solves == 7 && team.score < 40')).toBe(falseClause(2));
  });

  it('RC2 that give no value are a fault only where none is false (R5)', () => {
    expect(answer('event.data.accuracyM > 1 && team.solved == 4')).toBe(ANSWER.fault);
    expect(answer('event.data.accuracyM > 1 && team.solved == 5')).toBe(falseClause(1));
    expect(answer('1 / (team.solved - 4) > 0')).toBe(ANSWER.fault);
  });
});
