import { describe, expect, it } from 'vitest';
import { Fold, play, START_MS, scan } from '../pipeline/pipeline.fixture.js';

const clues = [
  {
    id: 'gate',
    title: 'Gate',
    points: 10,
    find: { code: 'GATE' },
    hints: [
      { id: 'nudge', text: 'Under the lion’s paw.' },
      { id: 'dear', text: 'Third plate.', cost: 4 },
    ],
  },
  {
    id: 'cellar',
    title: 'Cellar',
    points: 10,
    find: { answer: { accept: ['rum'], attempts: 2, coolDownS: 60 } },
    requires: { all: ['gate'] },
    hints: [
      { id: 'soon', text: 'It is brown.', cost: 1, after: { unlockedS: 30 } },
      { id: 'late', text: 'Three letters.', cost: 1, after: { openedS: 100 } },
    ],
  },
];

function started(): Fold {
  const fold = new Fold();
  fold.publish({ clues, rules: [] });
  return fold;
}
const ask = (clue: string, hint: string, number: number, team = 'herons') =>
  play('hint.requested.v1', { clue, hint }, { number, team });
const at = (seconds: number) => ({ atMs: START_MS + seconds * 1000 });

describe('asking for a hint', () => {
  it('A1 gives the text for its cost, once; asked again it costs nothing', () => {
    const fold = started();
    const { results } = fold.decide([
      scan('GATE', { number: 1, team: 'otters' }),
      ask('gate', 'dear', 2),
      ask('gate', 'dear', 3),
      ask('gate', 'nudge', 4),
    ]);
    expect(results.map(({ verdict, points }) => [verdict, points])).toEqual([
      ['solved', 10],
      ['hinted', -4],
      ['already_hinted', 0],
      ['hinted', 0],
    ]);
    const dear = { id: 'dear', text: 'Third plate.' };
    expect(results.slice(1, 3).map(({ extras }) => extras?.hint)).toEqual([dear, dear]);
    expect(fold.scoreOf('herons')).toBe(-4);
  });

  it('A1 keeps a taken hint at hand after the clue is solved, and in another chunk', () => {
    const fold = started();
    fold.decide([ask('gate', 'dear', 1), scan('GATE', { number: 2 })]);
    const { results } = fold.decide([ask('gate', 'dear', 3)]);
    expect(results[0]).toMatchObject({ verdict: 'already_hinted', points: 0 });
  });

  it('A2 says why there is none to be had', () => {
    const fold = started();
    const { results } = fold.decide([
      ask('gate', 'nothing', 1),
      ask('nowhere', 'dear', 2),
      ask('cellar', 'soon', 3),
      scan('GATE', { number: 4 }),
      ask('gate', 'dear', 5),
    ]);
    const verdicts = results.map(({ verdict }) => verdict);
    expect(verdicts).toEqual(['no_clue', 'no_clue', 'locked', 'solved', 'already_solved']);
    expect(results.every(({ extras }) => extras?.hint === undefined)).toBe(true);
  });

  it('A2 gives hints while a team waits after a wrong answer, none after its last', () => {
    const fold = started();
    const answer = (number: number) =>
      play('clue.answered.v1', { clue: 'cellar', answer: 'no' }, { number });
    fold.decide([scan('GATE', { number: 1 })]);
    const cooling = fold.decide([answer(2), ask('cellar', 'soon', 3)], at(40));
    expect(cooling.results[1]?.verdict).toBe('hinted');
    const gone = fold.decide([answer(4), ask('cellar', 'late', 5)], at(120));
    expect(gone.results.map(({ verdict }) => verdict)).toEqual(['wrong', 'closed']);
  });

  it('A3 drips: a hint can be asked for so long after the clue was unlocked for the team', () => {
    const fold = started();
    fold.decide([scan('GATE', { number: 1 })], at(50));
    const early = fold.decide([ask('cellar', 'soon', 2)], at(79));
    expect(early.results[0]).toMatchObject({
      verdict: 'too_early',
      points: 0,
      extras: { availableAt: new Date(START_MS + 80_000).toISOString() },
    });
    expect(fold.decide([ask('cellar', 'soon', 3)], at(80)).results[0]?.verdict).toBe('hinted');
  });

  it('A3 drips: or so long after the hunt opened, whenever the clue was unlocked', () => {
    const fold = started();
    fold.decide([scan('GATE', { number: 1 })], at(99));
    expect(fold.decide([ask('cellar', 'late', 2)], at(99)).results[0]?.verdict).toBe('too_early');
    expect(fold.decide([ask('cellar', 'late', 3)], at(100)).results[0]?.verdict).toBe('hinted');
  });

  it('A3 reckons on the events’ clock where the hunt does, from its first event', () => {
    const fold = new Fold();
    fold.publish({ clues, rules: [], clock: 'events' });
    const longAgo = Date.UTC(2012, 3, 1);
    const send = (number: number, s: number) =>
      play('hint.requested.v1', { clue: 'cellar', hint: 'late' }, { number, timeMs: longAgo + s });
    fold.decide([scan('GATE', { number: 1, timeMs: longAgo })]);
    const { results } = fold.decide([send(2, 99_000), send(3, 100_000)]);
    expect(results.map(({ verdict }) => verdict)).toEqual(['too_early', 'hinted']);
  });
});
