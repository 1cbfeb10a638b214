import { type EventType, HuntDefinition, type Verdict } from '@trove/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCondition } from '../../rules/checkCondition.js';
import { compileRule } from '../../rules/compileRule.js';
import { assume } from '../../rules/possible/assume.js';
import type { Possible } from '../../rules/possible/possible.js';
import { ANSWER } from '../../rules/ruleAnswer.js';
import type { RuleContext } from '../../rules/ruleContext.js';
import { conditionNames } from './conditionNames.js';
import { answer, code, type Part, place, rule, told } from './lint.fixture.js';

const CLUES = [code('a'), code('b'), { ...place('p', 54), points: 20 }, answer('q', ['pear'])];
const rulesTold = (when: string, more: Part = {}) => told(CLUES, { rules: [rule(when, more)] });

describe('suspectRules', () => {
  it.each([
    ['true'],
    ['1 < 2'],
    ['team.solved >= 0'],
    ["verdict != 'wrong'"],
    ["event.type == 'code.scanned.v1'"],
    ["verdict == 'solved' || verdict != 'solved'"],
    ["!(verdict == 'cooling_down')"],
    ['clue.points < 6'],
  ])('Q8 tells that %s always holds', (when) => {
    expect(rulesTold(when)).toEqual(['Q8 rules[0].when']);
  });

  it.each([
    ['false'],
    ["verdict == 'wrong'"],
    ["verdict == 'solved' && clue.id == 'p'"],
    ["clue.id in ['p', 'q']"],
    ["verdict == 'solved' && clue.id == ''"],
    ['team.solved > 4'],
    ['team.solved > 2 && team.solved < 3'],
    ["verdict == 'solved' && team.solved == 0"],
    ["verdict == 'solved' && verdict == 'locked'"],
    ['clue.points == 20'],
    ['hourOf(event.time, 1) > 24'],
    ["(clue.id == 'a' || clue.id == 'b') && clue.points > 5"],
    ['team.solved + 1 < 1'],
  ])('Q9 tells that %s never holds', (when) => {
    expect(rulesTold(when)).toEqual(['Q9 rules[0].when']);
  });

  it('Q9 knows the contracts, the times and the clues of the hunt', () => {
    const on = (type: EventType, when: string, more: Part = {}) =>
      told(CLUES, { rules: [rule(when, { on: type })], ...more });
    expect(on('location.reported.v1', 'event.data.lat > 91')).toEqual(['Q9 rules[0].when']);
    expect(on('location.reported.v1', "verdict == 'no_clue'")).toEqual(['Q9 rules[0].when']);
    expect(on('option.chosen.v1', "verdict == 'solved'")).toEqual(['Q9 rules[0].when']);
    expect(on('clue.answered.v1', "verdict == 'cooling_down'")).toEqual([]);
    expect(on('hint.requested.v1', "verdict == 'hinted' && clue.id == 'p'")).toEqual([]);
    expect(on('hint.requested.v1', "verdict == 'solved'")).toEqual(['Q9 rules[0].when']);
    const hour = { opens: '2031-03-14T13:00:00Z', closes: '2031-03-14T14:00:00Z' };
    expect(on('code.scanned.v1', 'hunt.elapsedS > 3600', hour)).toEqual(['Q9 rules[0].when']);
    expect(on('code.scanned.v1', 'hunt.elapsedS > 3600')).toEqual([]);
  });

  it.each([
    ["verdict == 'solved'"],
    ["verdict == 'solved' && clue.id == 'a' && team.solved > 2"],
    ["verdict == 'solved' || team.score > 20"],
    ['team.solved % 2 == 1'],
    ['hourOf(event.time, 1) >= 22 || hourOf(event.time, 1) < 4'],
    ["event.data.code.startsWith('C-')"],
    ['size(event.data.code) > 3'],
    ["clue.solves == 1 ? verdict == 'solved' : clue.id == 'b'"],
    ["event.time > timestamp('2031-03-14T13:00:00Z')"],
    ['team.score / 3 > hunt.solves'],
    ['team.score < 0 && -team.score > 5'],
    ["clue.id == 'a' && clue.points == 5"],
  ])('Q8 and Q9 are quiet on %s', (when) => {
    expect(rulesTold(when)).toEqual([]);
  });

  it('Q10 counts how often solves can set a rule off', () => {
    const limited = (when: string, limit: Part) => rulesTold(when, { limit });
    expect(limited("verdict == 'solved'", { perTeam: 2 })).toEqual([]);
    expect(limited("verdict == 'solved'", { perTeam: 3 })).toEqual(['Q10 rules[0].limit.perTeam']);
    expect(limited("verdict == 'solved' && clue.id == 'a'", { perTeam: 2 })).toHaveLength(1);
    expect(limited("verdict == 'solved' || team.score > 3", { perTeam: 9 })).toEqual([]);
    expect(limited("verdict == 'locked'", { perTeam: 9 })).toEqual([]);
    const first = "verdict == 'solved' && clue.id == 'a' && clue.solves <= 3";
    expect(limited(first, { first: 3 })).toEqual([]);
    expect(limited(first, { first: 4 })).toEqual(['Q10 rules[0].limit.first']);
    expect(limited("verdict == 'solved'", { first: 500 })).toEqual([]);
  });

  it('Q11 tells of divisors that can be zero when the rest holds', () => {
    expect(rulesTold('100 / team.solved > 2')).toEqual(['Q11 rules[0].when']);
    expect(rulesTold('100 % team.score > 2')).toEqual(['Q11 rules[0].when']);
    expect(rulesTold("100 / team.solved > 2 && verdict == 'solved'")).toEqual([]);
    expect(rulesTold('team.solved > 0 && 100 / team.solved > 2')).toEqual([]);
    expect(rulesTold('100 / (team.solved + 1) > 2')).toEqual([]);
    const on = { on: 'place.visited.v1' };
    expect(rulesTold('1 / (event.data.lat - event.data.lon) > 2', on)).toEqual([]);
  });
});

const NUMBERS = ['clue.points', 'clue.solves', 'team.score', 'team.solved', 'hunt.solves'];
const VERDICTS: Verdict[] = ['solved', 'already_solved', 'locked', 'closed', 'no_clue'];

const number = fc.oneof(
  fc.constantFrom(...NUMBERS),
  fc.integer({ min: -3, max: 25 }).map(String),
  fc
    .tuple(fc.constantFrom(...NUMBERS), fc.constantFrom('+', '-', '*', '/', '%'), fc.nat(4))
    .map(([name, operator, count]) => `(${name} ${operator} ${count})`),
);
const comparison = fc.oneof(
  fc
    .tuple(number, fc.constantFrom('==', '!=', '<', '<=', '>', '>='), number)
    .map((parts) => parts.join(' ')),
  fc
    .tuple(fc.constantFrom('==', '!='), fc.constantFrom(...VERDICTS))
    .map(([operator, verdict]) => `verdict ${operator} '${verdict}'`),
  fc
    .tuple(fc.constantFrom('==', '!='), fc.constantFrom('a', 'b', ''))
    .map(([operator, id]) => `clue.id ${operator} '${id}'`),
  fc.constantFrom("clue.id in ['a', 'b']", "verdict in ['solved', 'locked']", 'true', 'false'),
);
const { condition } = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small' },
    comparison,
    fc.tuple(tie('condition'), tie('condition')).map(([one, other]) => `(${one}) && (${other})`),
    fc.tuple(tie('condition'), tie('condition')).map(([one, other]) => `(${one}) || (${other})`),
    tie('condition').map((one) => `!(${one})`),
    fc
      .tuple(tie('condition'), tie('condition'), tie('condition'))
      .map(([one, yes, no]) => `((${one}) ? (${yes}) : (${no}))`),
  ),
}));

/** Events that this hunt can have: what hangs together does. */
const context = fc
  .record({
    id: fc.constantFrom('a', 'b', ''),
    verdict: fc.constantFrom(...VERDICTS),
    score: fc.integer({ min: -30, max: 30 }),
    solved: fc.nat(4),
    solves: fc.nat(3),
    others: fc.nat(5),
  })
  .map(({ id, verdict, score, solved, solves, others }): RuleContext => {
    const isAbout = id !== '';
    const isSolved = isAbout && verdict === 'solved';
    const least = isSolved ? 1 : 0;
    const shown = isAbout && verdict !== 'no_clue' ? verdict : 'no_clue';
    const clue = { id, points: isAbout ? 5 : 0, solves: isAbout ? Math.max(solves, least) : 0 };
    const event = { id: 'e', time: 1, player: 'p', team: 't', data: { code: 'C' } };
    return {
      event: { ...event, type: 'code.scanned.v1' },
      verdict: shown,
      clue,
      team: { score, solved: Math.max(solved, least), counters: new Map() },
      hunt: { solves: clue.solves + others, elapsedS: 3 },
    };
  });

const hunt = HuntDefinition.parse({ trove: 1, slug: 'demo', title: 'Demo', clues: CLUES });
const possible = conditionNames('code.scanned.v1', hunt);

function holds(value: Possible | undefined, actual: string | number): boolean {
  if (value === undefined || value.kind === 'any') return true;
  if (value.kind === 'texts') return value.texts.has(String(actual));
  return value.low <= Number(actual) && Number(actual) <= value.high;
}

describe('assume', () => {
  it('Q9 calls nothing impossible that an event can be', () => {
    fc.assert(
      fc.property(condition, context, (when, seen) => {
        const check = checkCondition(when, 'code.scanned.v1');
        if (!check.ok) return;
        const parts = { id: 'r', on: 'code.scanned.v1', when, then: { award: 1 } } as const;
        const compiled = compileRule({ rule: parts, ast: check.ast, clueById: new Map() });
        const truth = compiled.ask(seen) === ANSWER.fired;
        if (compiled.errors.count > 0) return;
        const names = assume(check.ast, possible.names, { truth, laws: possible.laws });
        expect([when, names === undefined]).toEqual([when, false]);
        const actual = {
          ...{ verdict: seen.verdict, 'clue.id': seen.clue.id, 'clue.points': seen.clue.points },
          ...{ 'clue.solves': seen.clue.solves, 'team.score': seen.team.score },
          ...{ 'team.solved': seen.team.solved, 'hunt.solves': seen.hunt.solves },
        };
        for (const [name, value] of Object.entries(actual)) {
          expect([when, name, holds(names?.get(name), value)]).toEqual([when, name, true]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
