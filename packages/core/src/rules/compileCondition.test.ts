/**
 * The closures against the library they replace: random conditions are written twice, once as a
 * designer writes them and once in the library's own strict dialect, and must agree on random
 * contexts. A failure prints fast-check's seed and path, which replay it.
 */
import { Environment } from '@marcbachmann/cel-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCondition } from './checkCondition.js';
import { compileCondition } from './compileCondition.js';
import { dataTypes } from './contextTypes.js';
import type { Evaluated } from './evaluated.js';
import type { RuleContext } from './ruleContext.js';

/** One expression in both dialects. */
interface Twin {
  readonly ours: string;
  readonly cel: string;
}

const oracle = new Environment({ unlistedVariablesAreDyn: false })
  .registerVariable('event', {
    schema: {
      ...{ id: 'string', type: 'string', time: 'double', player: 'string', team: 'string' },
      data: { lat: 'double', lon: 'double', accuracyM: 'double' },
    },
  })
  .registerVariable('verdict', 'string')
  .registerVariable('clue', { schema: { id: 'string', points: 'double', solves: 'double' } })
  .registerVariable('team', { schema: { score: 'double', solved: 'double' } })
  .registerVariable('hunt', { schema: { solves: 'double', elapsedS: 'double' } })
  .registerFunction('divide(double, double): double', (left: number, right: number) => {
    if (right === 0) throw new Error('division by zero');
    return left / right;
  })
  .registerFunction('remainder(double, double): double', (left: number, right: number) => {
    if (right === 0) throw new Error('division by zero');
    return left % right;
  });

const same = (text: string): Twin => ({ ours: text, cel: text });
const bare = (...texts: string[]) => fc.constantFrom(...texts).map(same);

const wholeNumber = fc.integer({ min: -50, max: 1000 }).map((value) => ({
  ours: `${value}`,
  cel: `${value}.0`,
}));
const fraction = fc
  .integer({ min: -9999, max: 9999 })
  .map((value) => same((value / 100).toFixed(2)));
const moment = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true });
const timestamp = moment.map((date) => ({
  ours: `timestamp('${date.toISOString()}')`,
  cel: `${date.getTime()}.0`,
}));
const text = fc
  .constantFrom('', 'a', 'Ab', 'solved', 'wrong', 'pier', 'é', '🙂b', "it's", 'a\\b', 'two\nlines')
  .map((value) => same(JSON.stringify(value)));

function infix(operators: readonly string[], left: fc.Arbitrary<Twin>, right = left) {
  return fc.tuple(left, fc.constantFrom(...operators), right).map(([one, operator, other]) => ({
    ours: `(${one.ours} ${operator} ${other.ours})`,
    cel: `(${one.cel} ${operator} ${other.cel})`,
  }));
}

function calls(name: string, left: fc.Arbitrary<Twin>) {
  const celName = name === '/' ? 'divide' : 'remainder';
  return fc.tuple(left, left).map(([one, other]) => ({
    ours: `(${one.ours} ${name} ${other.ours})`,
    cel: `${celName}(${one.cel}, ${other.cel})`,
  }));
}

function method(name: string, receiver: fc.Arbitrary<Twin>, given: fc.Arbitrary<Twin>) {
  return fc.tuple(receiver, given).map(([one, other]) => ({
    ours: `${one.ours}.${name}(${other.ours})`,
    cel: `${one.cel}.${name}(${other.cel})`,
  }));
}

function prefixed(before: string, of: fc.Arbitrary<Twin>, after = ')') {
  return of.map(({ ours, cel }) => ({
    ours: `${before}${ours}${after}`,
    cel: `${before}${cel}${after}`,
  }));
}

function ternary(condition: fc.Arbitrary<Twin>, of: fc.Arbitrary<Twin>) {
  return fc.tuple(condition, of, of).map(([test, yes, no]) => ({
    ours: `(${test.ours} ? ${yes.ours} : ${no.ours})`,
    cel: `(${test.cel} ? ${yes.cel} : ${no.cel})`,
  }));
}

function membership(of: fc.Arbitrary<Twin>) {
  return fc.tuple(of, fc.array(of, { minLength: 1, maxLength: 4 })).map(([item, list]) => ({
    ours: `(${item.ours} in [${list.map(({ ours }) => ours).join(', ')}])`,
    cel: `(${item.cel} in [${list.map(({ cel }) => cel).join(', ')}])`,
  }));
}

const ORDER = ['<', '<=', '>', '>=', '==', '!='];

const { bool } = fc.letrec<{ bool: Twin; number: Twin; text: Twin }>((tie) => ({
  bool: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    bare('true', 'false', 'has(event.data.accuracyM)', "(verdict == 'solved')"),
    infix(['&&', '||'], tie('bool')),
    infix(['==', '!='], tie('bool')),
    prefixed('!(', tie('bool')),
    infix(ORDER, tie('number')),
    infix(ORDER, tie('text')),
    membership(tie('number')),
    membership(tie('text')),
    method('contains', tie('text'), tie('text')),
    method('startsWith', tie('text'), tie('text')),
    method('endsWith', tie('text'), tie('text')),
    ternary(tie('bool'), tie('bool')),
  ),
  number: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    bare('event.data.accuracyM', 'event.data.lat', 'team.score', 'team.solved', 'hunt.solves'),
    bare('event.time', 'clue.points', 'clue.solves', 'hunt.elapsedS', 'event.data.lon'),
    wholeNumber,
    fraction,
    timestamp,
    infix(['+', '-', '*'], tie('number')),
    calls('/', tie('number')),
    calls('%', tie('number')),
    prefixed('-(', tie('number')),
    tie('text').map(({ ours, cel }) => ({ ours: `size(${ours})`, cel: `double(size(${cel}))` })),
    ternary(tie('bool'), tie('number')),
  ),
  text: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    bare('event.id', 'event.type', 'event.player', 'event.team', 'verdict', 'clue.id'),
    text,
    infix(['+'], tie('text')),
    prefixed('(', tie('text'), ').lowerAscii()'),
    prefixed('(', tie('text'), ').upperAscii()'),
    ternary(tie('bool'), tie('text')),
  ),
}));

const amount = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant(0));
const degrees = fc.double({ min: -90, max: 90, noNaN: true });
const context: fc.Arbitrary<RuleContext> = fc.record({
  event: fc.record({
    id: fc.uuid(),
    type: fc.constant('location.reported.v1' as const),
    time: moment.map((date) => date.getTime()),
    player: fc.constantFrom('ada', 'bo'),
    team: fc.constantFrom('a', 'pier', ''),
    data: fc.record(
      { lat: degrees, lon: degrees, accuracyM: fc.integer({ min: 0, max: 99 }) },
      { requiredKeys: ['lat', 'lon'] },
    ),
  }),
  verdict: fc.constantFrom('solved' as const, 'noted' as const, 'wrong' as const),
  clue: fc.record({ id: fc.constantFrom('', 'pier'), points: amount, solves: amount }),
  team: fc.record({
    score: fc.integer({ min: -99, max: 99 }),
    solved: amount,
    counters: fc.constant(new Map<string, number>()),
  }),
  hunt: fc.record({ solves: amount, elapsedS: fc.double({ min: 0, max: 1e6, noNaN: true }) }),
});

function byLibrary(evaluate: (context: object) => unknown, given: RuleContext): unknown {
  try {
    return evaluate(given);
  } catch {
    return 'fault';
  }
}

const byClosure = (value: Evaluated) => (typeof value === 'symbol' ? 'fault' : value);

describe('closures of conditions', () => {
  it('R2 agree with the library on random conditions and contexts', () => {
    const contexts = fc.array(context, { minLength: 3, maxLength: 6 });
    const seen = { true: 0, false: 0, fault: 0 };
    fc.assert(
      fc.property(bool, contexts, ({ ours, cel }, given) => {
        const check = checkCondition(ours, 'location.reported.v1');
        if (!check.ok) {
          // The one thing the generator can't keep to is the bound on size.
          expect(check.fault.message).toMatch(/Too complex/);
          return;
        }
        const closure = compileCondition(check.ast, dataTypes('location.reported.v1'));
        const evaluate = oracle.parse(cel);
        for (const one of given) {
          const result = byClosure(closure(one));
          expect(result).toBe(byLibrary(evaluate, one));
          seen[String(result) as keyof typeof seen] += 1;
        }
      }),
      { numRuns: 2_000 },
    );
    // A generator that only ever made one kind of result would prove little.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(300);
  });
});
