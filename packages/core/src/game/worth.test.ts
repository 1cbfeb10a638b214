import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fold, play, START_MS, scan } from '../pipeline/pipeline.fixture.js';
import { pointsAfter, worthAt } from './worth.js';

const linear = { points: 100, value: { decay: { linear: { perSolve: 30, floor: 25 } } } };
const parabolic = { points: 500, value: { decay: { parabolic: { solves: 10, floor: 100 } } } };

function started(clues: object[]): Fold {
  const fold = new Fold();
  fold.publish({ clues, rules: [] });
  return fold;
}
const teams = (count: number) => Array.from({ length: count }, (_, i) => `team-${i}`);
const clue = (more: object) => ({ id: 'a', title: 'A', points: 100, find: { code: 'A' }, ...more });
const pointsOf = (fold: Fold, count: number) =>
  fold
    .decide(teams(count).map((team, number) => scan('A', { number, team })))
    .results.map(({ points }) => points);

describe('what a clue is worth', () => {
  it('V1 linear: falls by so many points with each solve, down to the floor', () => {
    const values = [0, 1, 2, 3, 99].map((solves) => pointsAfter(linear, solves));
    expect(values).toEqual([100, 70, 40, 25, 25]);
  });

  it('V1 parabolic: ceil((floor − points) / N² × solves² + points), down to the floor', () => {
    const values = [0, 1, 2, 5, 9, 10, 11].map((solves) => pointsAfter(parabolic, solves));
    expect(values).toEqual([500, 496, 484, 400, 176, 100, 100]);
  });

  it('V1 never rises with solves and never leaves floor and points', () => {
    const numbers = fc.tuple(fc.nat(1_000_000), fc.nat(1_000_000), fc.integer({ min: 1, max: 99 }));
    fc.assert(
      fc.property(numbers, fc.nat(200), ([one, other, span], solves) => {
        const [floor, points] = one < other ? [one, other] : [other, one];
        for (const decay of [
          { parabolic: { solves: span, floor } },
          { linear: { perSolve: span, floor } },
        ]) {
          const value = pointsAfter({ points, value: { decay } }, solves);
          expect(Number.isSafeInteger(value)).toBe(true);
          expect(value).toBeGreaterThanOrEqual(floor);
          expect(value).toBeLessThanOrEqual(points);
          expect(pointsAfter({ points, value: { decay } }, solves + 1)).toBeLessThanOrEqual(value);
        }
      }),
    );
  });

  it('V1 parabolic is exact: at N it is the floor, and no rounding adds a point', () => {
    const at = (points: number, floor: number, span: number, solves: number) =>
      pointsAfter({ points, value: { decay: { parabolic: { solves: span, floor } } } }, solves);
    expect([at(100, 10, 97, 97), at(80, 30, 17, 17), at(100, 10, 97, 96)]).toEqual([10, 30, 12]);
    const numbers = fc.tuple(fc.nat(1_000_000), fc.nat(1_000_000));
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 1_000_000 }), fc.nat(), (pair, span, any) => {
        const [floor, points] = [Math.min(...pair), Math.max(...pair)];
        const solves = any % (span + 1);
        // No whole number lies between the value and the parabola: v − 1 < parabola ≤ v.
        const scaled = BigInt(points) * BigInt(span) ** 2n;
        const parabola = scaled - BigInt(points - floor) * BigInt(solves) ** 2n;
        const value = BigInt(at(points, floor, span, solves)) * BigInt(span) ** 2n;
        expect(value >= parabola && value - BigInt(span) ** 2n < parabola).toBe(true);
      }),
    );
  });

  it('V2 is frozen at the solve, in log order', () => {
    const fold = started([clue({ decay: { linear: { perSolve: 30, floor: 25 } } })]);
    expect(pointsOf(fold, 4)).toEqual([100, 70, 40, 25]);
    expect(teams(4).map((team) => fold.scoreOf(team))).toEqual([100, 70, 40, 25]);
  });

  it('V3 pays the first finders more, each by its place', () => {
    const fold = started([clue({ firstFinders: [50, 20] })]);
    expect(pointsOf(fold, 3)).toEqual([150, 120, 100]);
  });

  it('V4 pays for being quick, in a straight line down to nothing', () => {
    const value = { timeBonus: { points: 60, overMs: 10_000, since: 'unlocked' as const } };
    const moment = { solves: 0, unlockedMs: 1_000, openedMs: 0 };
    const at = (nowMs: number) => worthAt({ points: 5, value }, { ...moment, nowMs });
    expect([500, 1_000, 6_000, 10_999, 11_000, 99_000].map(at)).toEqual([65, 65, 35, 5, 5, 5]);
    // Shares that no binary fraction is: 40 × 390/1200, 25 × 1056/2400 and 10 × 2/10.
    const shares = [
      { points: 40, overS: 1_200, atS: 810 },
      { points: 25, overS: 2_400, atS: 1_344 },
      { points: 10, overS: 10, atS: 8 },
    ];
    const exact = shares.map(({ points, overS, atS }) => {
      const timeBonus = { points, overMs: overS * 1_000, since: 'opened' as const };
      return worthAt({ points: 0, value: { timeBonus } }, { ...moment, nowMs: atS * 1_000 });
    });
    expect(exact).toEqual([13, 11, 2]);
    const opened = { ...value.timeBonus, since: 'opened' as const };
    expect(worthAt({ points: 5, value: { timeBonus: opened } }, { ...moment, nowMs: 5_000 })).toBe(
      35,
    );
  });

  it('V4 counts since the team could try the clue, for each team by itself', () => {
    const fold = started([
      clue({ id: 'first', find: { code: 'FIRST' } }),
      clue({ requires: { all: ['first'] }, timeBonus: { points: 50, overS: 100 } }),
    ]);
    const at = (seconds: number) => ({ atMs: START_MS + seconds * 1000 });
    fold.decide([scan('FIRST', { number: 1, team: 'early' })], at(10));
    fold.decide([scan('FIRST', { number: 2, team: 'late' })], at(60));
    const both = ['early', 'late'].map((team, i) => scan('A', { number: 3 + i, team }));
    expect(fold.decide(both, at(80)).results.map(({ points }) => points)).toEqual([115, 140]);
  });

  it('V4 counts from the opening where nothing unlocks the clue later', () => {
    const opens = new Date(START_MS + 40_000).toISOString();
    const fold = started([clue({ opens, timeBonus: { points: 50, overS: 100 } })]);
    const { results } = fold.decide([scan('A', { number: 1 })], { atMs: START_MS + 60_000 });
    expect(results[0]?.points).toBe(140);
  });

  it('V4 counts from the opening that the live version says, whatever an earlier one said', () => {
    const opens = (seconds: number) => new Date(START_MS + seconds * 1000).toISOString();
    const bonus = clue({ timeBonus: { points: 50, overS: 100, since: 'opened' } });
    const elapsed = {
      id: 'r',
      on: 'code.scanned.v1',
      when: 'hunt.elapsedS == 20',
      then: { award: 1 },
    };
    for (const first of [{}, { opens: opens(10) }]) {
      const fold = new Fold();
      fold.publish({ clues: [bonus], rules: [elapsed], ...first });
      fold.publish({ clues: [bonus], rules: [elapsed], opens: opens(600) }, 2);
      const { results } = fold.decide([scan('A', { number: 1 })], { atMs: START_MS + 620_000 });
      expect(results[0]?.points).toBe(100 + 40 + 1);
    }
  });

  it('V5 is what conditions read as clue.points: given or to be had, without bonus', () => {
    const fold = new Fold();
    const rule = (id: string, when: string) => ({
      id,
      on: 'code.scanned.v1',
      when,
      then: { message: id },
    });
    fold.publish({
      clues: [clue({ decay: { linear: { perSolve: 30, floor: 25 } }, firstFinders: [9] })],
      rules: [rule('100', 'clue.points == 100'), rule('70', 'clue.points == 70')],
    });
    const { results } = fold.decide([
      scan('A', { number: 1, team: 'a' }),
      scan('A', { number: 2, team: 'a' }),
      scan('A', { number: 3, team: 'b' }),
    ]);
    expect(results.map(({ rules }) => rules)).toEqual(['100', '70', '70']);
  });
});

describe('a choice', () => {
  const options = [
    { id: 'yes', text: 'Yes', right: true },
    { id: 'no', text: 'No' },
    { id: 'never', text: 'Never' },
  ];
  const choose = (option: string, number: number) =>
    play('option.chosen.v1', { clue: 'a', option }, { number });

  it('C1 is solved by a right option; a wrong one costs an attempt and a wait', () => {
    const fold = started([clue({ find: { choice: { options, attempts: 2, coolDownS: 10 } } })]);
    const first = fold.decide([choose('no', 1), choose('yes', 2)]);
    const later = fold.decide([choose('yes', 3)], { atMs: START_MS + 10_000 });
    const verdicts = [...first.results, ...later.results].map(({ verdict }) => verdict);
    expect(verdicts).toEqual(['wrong', 'cooling_down', 'solved']);
    expect(first.results[1]?.extras).toEqual({
      availableAt: new Date(START_MS + 10_000).toISOString(),
    });
    const gone = started([clue({ find: { choice: { options, attempts: 1 } } })]);
    const { results } = gone.decide([choose('never', 1), choose('yes', 2)]);
    expect(results.map(({ verdict }) => verdict)).toEqual(['wrong', 'closed']);
  });

  it('C2 takes no attempt for an option that is not there, nor an answer for a choice', () => {
    const fold = started([clue({ find: { choice: { options, attempts: 1 } } })]);
    const answer = play('clue.answered.v1', { clue: 'a', answer: 'yes' }, { number: 2 });
    const { results } = fold.decide([choose('maybe', 1), answer, choose('yes', 3)]);
    expect(results.map(({ verdict }) => verdict)).toEqual(['no_clue', 'no_clue', 'solved']);
  });
});
