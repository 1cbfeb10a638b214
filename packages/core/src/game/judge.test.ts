import { describe, expect, it } from 'vitest';
import { Fold, play, START_MS, scan } from '../pipeline/pipeline.fixture.js';

function started(): Fold {
  const fold = new Fold();
  fold.publish();
  return fold;
}
const visit = (place: string, number: number, team = 'herons') =>
  play('place.visited.v1', { place, lat: 1, lon: 1 }, { number, team });
const answer = (text: string, number: number) =>
  play('clue.answered.v1', { clue: 'riddle', answer: text }, { number });
const at = (lat: number, number: number) =>
  play('location.reported.v1', { lat, lon: 1 }, { number });

describe('judge', () => {
  it('J1 a solve gives the clue’s points once a team', () => {
    const fold = started();
    const { results } = fold.decide([visit('p1', 1), visit('p1', 2), visit('p1', 3, 'otters')]);
    expect(results.map(({ verdict }) => verdict)).toEqual(['solved', 'already_solved', 'solved']);
    expect(results.map(({ points }) => points)).toEqual([11, 1, 11]);
  });

  it('J2 a locked clue opens when its prerequisites are solved', () => {
    const fold = started();
    const codes = ['VAULT', 'CLOCK'].map((code, i) => scan(code, { number: i }));
    const { results } = fold.decide([...codes, visit('p1', 3), scan('VAULT', { number: 4 })]);
    expect(results.map(({ verdict }) => verdict)).toEqual(['locked', 'solved', 'solved', 'solved']);
  });

  it('J3 a clue outside its window is closed', () => {
    const fold = started();
    const early = fold.decide([scan('LATE', { number: 1 })]);
    const open = fold.decide([scan('LATE', { number: 2 })], { atMs: START_MS + 60_000 });
    expect([early.results[0]?.verdict, open.results[0]?.verdict]).toEqual(['closed', 'solved']);
  });

  it('J4 a wrong answer costs a wait, and the last one closes the clue', () => {
    const fold = started();
    const verdicts = [
      fold.decide([answer('torch', 1), answer('lantern', 2)]),
      fold.decide([answer('torch', 3)], { atMs: START_MS + 10_000 }),
      fold.decide([answer('lantern', 4)], { atMs: START_MS + 60_000 }),
    ].flatMap(({ results }) => results.map(({ verdict }) => verdict));
    expect(verdicts).toEqual(['wrong', 'cooling_down', 'wrong', 'closed']);
  });

  it('J5 a place is solved by its name or by being inside its circle; else it is noted', () => {
    const fold = started();
    const { results } = fold.decide([visit('nowhere', 1), at(2, 2), at(1.0001, 3)]);
    expect(results.map(({ verdict }) => verdict)).toEqual(['no_clue', 'noted', 'solved']);
  });

  it('J6 a rule for the first N fires for N teams, each once, in log order', () => {
    const fold = started();
    const { results } = fold.decide(
      ['a', 'b', 'c'].map((team, number) => scan('CLOCK', { number, team })),
    );
    expect(results.map(({ points }) => points)).toEqual([25, 25, 20]);
    expect(results.map(({ rules }) => rules)).toEqual(['first-two', 'first-two', undefined]);
  });

  it('J7 a rule limited per team fires so often for each team', () => {
    const fold = started();
    const { results } = fold.decide([1, 2, 3, 4].map((number) => visit('nowhere', number)));
    expect(results.map(({ points }) => points)).toEqual([1, 1, 1, 0]);
  });
});
