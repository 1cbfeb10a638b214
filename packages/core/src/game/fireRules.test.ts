import { HUNT_LIMITS } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { Fold, play, START_MS, scan } from '../pipeline/pipeline.fixture.js';

const code = (id: string, more: object = {}) => ({
  id,
  title: id,
  points: 10,
  find: { code: id.toUpperCase() },
  ...more,
});
const rule = (id: string, when: string, more: object) => ({
  id,
  on: 'code.scanned.v1',
  when,
  ...more,
});
const badges = [{ id: 'keen', title: 'Keen', text: 'Three of them.' }];

function started(clues: object[], rules: object[]): Fold {
  const fold = new Fold();
  fold.publish({ clues, rules, badges });
  return fold;
}
const marksOf = (fold: Fold, team = 'herons') => fold.cells.teams.get('hunt')?.get(team)?.marks;

describe('what rules do', () => {
  it('E1 all effects of a rule happen; awards and penalties make one sum', () => {
    const then = { award: 7, penalise: 10, badge: 'keen', message: 'Well …', unlock: ['b'] };
    const fold = started(
      [code('a'), code('b', { locked: true })],
      [rule('r', 'verdict == "solved"', { then })],
    );
    const { results } = fold.decide([scan('A', { number: 1 })]);
    expect(results[0]).toMatchObject({
      points: 7,
      score: 7,
      rules: 'r',
      extras: { badges: ['keen'], messages: ['Well …'], unlocked: ['b'] },
    });
  });

  it('E2 an unlocked clue can be tried from the next event on, whatever it requires', () => {
    const fold = started(
      [code('a'), code('b', { requires: { all: ['c'] } }), code('c')],
      [rule('r', 'verdict == "solved" && clue.id == "a"', { then: { unlock: ['b'] } })],
    );
    const order = ['B', 'A', 'B', 'C'].map((text, number) => scan(text, { number }));
    const { results } = fold.decide(order);
    expect(results.map(({ verdict }) => verdict)).toEqual(['locked', 'solved', 'solved', 'solved']);
    expect(results.map(({ extras }) => extras?.unlocked)).toEqual([
      undefined,
      ['b'],
      undefined,
      undefined,
    ]);
  });

  it('E2 a solve that unlocks very many clues tells the first of them, and times them all', () => {
    const drip = [{ id: 'h', text: 'T', after: { unlockedS: 60 } }];
    const ids = Array.from({ length: 99 }, (_, at) => `b${at}`);
    const open = { requires: { all: ['a'] }, hints: drip };
    const fold = started([code('a'), ...ids.map((id) => code(id, open))], []);
    const { results } = fold.decide([scan('A', { number: 1 })]);
    const told = results[0]?.extras?.unlocked;
    expect(told).toEqual(ids.slice(0, HUNT_LIMITS.unlockedPerResult));
    expect([...(marksOf(fold)?.unlockedAtMs.keys() ?? [])]).toEqual(ids);
  });

  it('E2 clues that a solve unlocks by their prerequisites are told as well, once', () => {
    const clues = [code('a'), code('b'), code('c', { requires: { any: ['a', 'b'] } })];
    const fold = started(clues, []);
    const { results } = fold.decide(['A', 'B'].map((text, number) => scan(text, { number })));
    expect(results.map(({ extras }) => extras)).toEqual([{ unlocked: ['c'] }, undefined]);
  });

  it('E3 counters add up and are set, and rules below see what those above have counted', () => {
    const add = (name: string, amount: number) => ({ counters: [{ name, add: amount }] });
    const fold = started(
      [code('a')],
      [
        rule('count', 'true', { then: add('scans', 1) }),
        rule('third', 'team.counters.scans == 3', {
          then: { badge: 'keen', counters: [{ name: 'scans', set: 10 }] },
        }),
        rule('above', 'team.counters.scans >= 10', { then: { award: 1 } }),
      ],
    );
    const { results } = fold.decide([1, 2, 3].map((number) => scan('NOPE', { number })));
    expect(results.map(({ rules }) => rules)).toEqual(['count', 'count', 'count,third,above']);
    expect([...(marksOf(fold)?.counters ?? [])]).toEqual([['scans', 10]]);
  });

  it('E3 counters stop a thousand million from zero', () => {
    const most = 1_000_000_000;
    const fold = started(
      [code('a')],
      [
        rule('up', 'true', { then: { counters: [{ name: 'n', add: most }] } }),
        rule('down', 'team.counters.n > 5', { then: { counters: [{ name: 'm', add: -most }] } }),
      ],
    );
    fold.decide([1, 2, 3].map((number) => scan('NOPE', { number })));
    expect([...(marksOf(fold)?.counters ?? [])]).toEqual([
      ['n', most],
      ['m', -most],
    ]);
  });

  it('E4 a rule that counts what it asks for is asked once an event and cannot go round', () => {
    const again = { then: { counters: [{ name: 'n', add: 1 }], award: 1 } };
    const fold = started([code('a')], [rule('again', 'team.counters.n >= 0', again)]);
    const { results } = fold.decide([1, 2].map((number) => scan('NOPE', { number })));
    expect(results.map(({ points }) => points)).toEqual([1, 1]);
    expect(marksOf(fold)?.counters.get('n')).toBe(2);
  });

  it('E5 a team has a badge once, and is told of it once', () => {
    const then = { badge: 'keen' };
    const fold = started(
      [code('a')],
      [rule('one', 'true', { then }), rule('two', 'true', { then })],
    );
    const { results } = fold.decide([1, 2].map((number) => scan('NOPE', { number })));
    expect(results.map(({ extras }) => extras)).toEqual([{ badges: ['keen'] }, undefined]);
    expect([...(marksOf(fold)?.badges ?? [])]).toEqual(['keen']);
  });

  it('E6 messages come in the order of the rules, every time', () => {
    const fold = started(
      [code('a')],
      [
        rule('one', 'true', { then: { message: 'Höher!' } }),
        rule('two', 'true', { then: { message: 'No.' } }),
      ],
    );
    const { results } = fold.decide([1, 2].map((number) => scan('NOPE', { number })));
    const both = { messages: ['Höher!', 'No.'] };
    expect(results.map(({ extras }) => extras)).toEqual([both, both]);
  });

  it('E7 a rule with a cool-down waits after it fired, for each team by itself', () => {
    const limited = { then: { award: 1 }, limit: { coolDownS: 60, perTeam: 2 } };
    const fold = started([code('a')], [rule('r', 'true', limited)]);
    const points = (seconds: number, number: number, team = 'herons') =>
      fold.decide([scan('NOPE', { number, team })], { atMs: START_MS + seconds * 1000 }).results[0]
        ?.points;
    expect([points(0, 1), points(59, 2), points(59, 3, 'otters')]).toEqual([1, 0, 1]);
    expect([points(60, 4), points(200, 5)]).toEqual([1, 0]);
  });

  it('E8 a result without effects beside points has no extras at all', () => {
    const fold = started([code('a')], [rule('r', 'true', { then: { award: 1 } })]);
    const location = play('location.reported.v1', { lat: 1, lon: 1 }, { number: 2 });
    const { results } = fold.decide([scan('A', { number: 1 }), location]);
    expect(results.map(({ extras }) => extras)).toEqual([undefined, undefined]);
    expect(marksOf(fold)?.counters.size).toBe(0);
  });
});

describe('what rules answered', () => {
  const solved = 'verdict == "solved"';
  const rules = [
    rule('first', solved, { then: { award: 1 }, limit: { first: 1 } }),
    rule('rested', 'true', { then: { award: 1 }, limit: { coolDownS: 60 } }),
    rule('often', `${solved} && team.solved > 5`, { then: { award: 1 } }),
    rule('broken', '1 / (team.score - team.score) > 0', { then: { award: 1 } }),
  ];
  const clues = [code('a'), code('b')];
  const askedOf = (fold: Fold, event: Parameters<Fold['decide']>[0][number], atMs = START_MS) =>
    fold.decide([event], { atMs }).results[0]?.asked;

  it('RC1 is kept with each judged event: fired, false at a clause, a limit, a fault', () => {
    const fold = started(clues, rules);
    expect(askedOf(fold, scan('A', { number: 1 }))).toBe('0064');
    expect(askedOf(fold, scan('B', { number: 2 }))).toBe('1364');
    const later = { number: 3, team: 'otters' };
    expect(askedOf(fold, scan('A', later), START_MS + 70_000)).toBe('2064');
    expect(askedOf(fold, scan('NOPE', { number: 4 }), START_MS + 70_000)).toBe('1054');
  });

  it('RC1 is not there where no rule was asked', () => {
    const fold = started(clues, rules);
    expect(askedOf(fold, play('clue.answered.v1', { clue: 'x', answer: 'y' }, { number: 1 }))).toBe(
      undefined,
    );
    expect(askedOf(fold, scan('A', { number: 2 }))).toBe('0064');
    expect(askedOf(fold, scan('A', { number: 2 }))).toBeUndefined();
  });
});
