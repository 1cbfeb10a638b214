import { describe, expect, it } from 'vitest';
import { Fold, play, START_MS, scan } from '../pipeline/pipeline.fixture.js';
import { badgeViews, clueViews } from './clueViews.js';
import { newTeam } from './state.js';

const options = [
  { id: 'yes', text: 'Yes', right: true },
  { id: 'no', text: 'No' },
];
const clues = [
  {
    id: 'quiz',
    title: 'Quiz',
    text: 'Well?',
    points: 100,
    find: { choice: { options } },
    decay: { linear: { perSolve: 30, floor: 10 } },
    firstFinders: [5],
    hints: [
      { id: 'one', text: 'Not no.', cost: 3 },
      { id: 'two', text: 'Yes.', after: { openedS: 60 } },
    ],
  },
  {
    id: 'vault',
    title: 'Vault',
    text: 'Secret.',
    points: 20,
    find: { choice: { options } },
    requires: { all: ['quiz'] },
    timeBonus: { points: 10, overS: 100 },
    hints: [{ id: 'one', text: 'T' }],
  },
  { id: 'bell', title: 'Bell', points: 1, find: { code: 'BELL' }, locked: true },
];
const rules = [
  {
    id: 'keen',
    on: 'code.scanned.v1',
    when: 'true',
    then: { badge: 'keen', unlock: ['bell'] },
  },
];

function viewOf(fold: Fold, atMs = START_MS) {
  const hunt = fold.cells.hunts.get('hunt');
  const team = fold.cells.teams.get('hunt')?.get('herons') ?? newTeam('hunt', 'herons');
  const compiled = fold.view.rules(hunt?.hash ?? '', 1);
  if (hunt === undefined || compiled === undefined) throw new Error('not published');
  return {
    clues: clueViews(compiled, { hunt, team, nowMs: atMs }),
    badges: badgeViews(compiled, team),
  };
}

describe('a team’s view of the clues', () => {
  it('W2 calls closed what the judge would: before the opening, after the last attempt', () => {
    const early = new Fold();
    const opens = new Date(START_MS + 60_000).toISOString();
    early.publish({ clues, rules, badges: [{ id: 'keen', title: 'Keen' }], opens });
    expect(viewOf(early).clues[0]).toMatchObject({ status: 'closed' });
    expect(viewOf(early).clues[0]).not.toHaveProperty('text');
    expect(viewOf(early, START_MS + 60_000).clues[0]).toMatchObject({ status: 'open' });
    const spent = new Fold();
    const find = { choice: { options, attempts: 1 } };
    spent.publish({ clues: [{ ...clues[0], find }], rules: [] });
    spent.decide([play('option.chosen.v1', { clue: 'quiz', option: 'no' }, { number: 1 })]);
    expect(viewOf(spent).clues[0]).toMatchObject({ status: 'closed' });
    expect(viewOf(spent).clues[0]).not.toHaveProperty('hints');
    expect(viewOf(spent).clues[0]).toMatchObject({ triesLeft: 0 });
    const later = new Fold();
    later.publish({ clues: [{ ...clues[0], opens }], rules: [] });
    expect(viewOf(later).clues[0]).toMatchObject({ status: 'closed', opensAt: opens });
    expect(viewOf(later, START_MS + 60_000).clues[0]).not.toHaveProperty('opensAt');
  });

  it('W2 leaves a clue open while its team has to wait after a wrong answer', () => {
    const fold = new Fold();
    const find = { choice: { options, coolDownS: 30 } };
    fold.publish({ clues: [{ ...clues[0], find }], rules: [] });
    fold.decide([play('option.chosen.v1', { clue: 'quiz', option: 'no' }, { number: 1 })]);
    expect(viewOf(fold).clues[0]).toMatchObject({ status: 'open' });
  });

  it('W1 shows what can be tried: text, options, hints and what it is worth now', () => {
    const fold = new Fold();
    fold.publish({ clues, rules, badges: [{ id: 'keen', title: 'Keen' }] });
    const choose = (team: string, number: number) =>
      play('option.chosen.v1', { clue: 'quiz', option: 'yes' }, { number, team });
    const fresh = viewOf(fold).clues;
    expect(fresh[0]).toEqual({
      id: 'quiz',
      title: 'Quiz',
      points: 100,
      worth: 105,
      kind: 'choice',
      status: 'open',
      text: 'Well?',
      options: options.map(({ id, text }) => ({ id, text })),
      hints: [
        { id: 'one', cost: 3, status: 'available' },
        {
          id: 'two',
          cost: 0,
          status: 'too_early',
          availableAt: new Date(START_MS + 60_000).toISOString(),
        },
      ],
    });
    fold.decide([choose('otters', 1)]);
    expect(viewOf(fold).clues[0]?.worth).toBe(70);
  });

  it('W2 hides text, options and hints of what is locked, but not its worth', () => {
    const fold = new Fold();
    fold.publish({ clues, rules, badges: [{ id: 'keen', title: 'Keen' }] });
    const vault = { id: 'vault', title: 'Vault', points: 20, worth: 30, kind: 'choice' };
    expect(viewOf(fold, START_MS + 50_000).clues[1]).toEqual({ ...vault, status: 'locked' });
  });

  it('W4 tells where a place is once it can be read, unless players have to work it out', () => {
    const place = { lat: 54.5, lon: 11, radiusM: 40 };
    const at = (id: string, more: object, found: object = {}) => {
      return { id, title: id, points: 1, find: { place: { ...place, ...found } }, ...more };
    };
    const fold = new Fold();
    const later = { requires: { all: ['pier'] } };
    const places = [at('pier', {}), at('cave', {}, { onMap: false }), at('mill', later)];
    fold.publish({ clues: places, rules: [] });
    expect(viewOf(fold).clues.map((clue) => clue.place)).toEqual([place, undefined, undefined]);
  });

  it('W3 keeps hints that were taken, shows badges, and clues that rules unlocked as open', () => {
    const fold = new Fold();
    fold.publish({ clues, rules, badges: [{ id: 'keen', title: 'Keen' }] });
    const ask = play('hint.requested.v1', { clue: 'quiz', hint: 'one' }, { number: 1 });
    const right = play('option.chosen.v1', { clue: 'quiz', option: 'yes' }, { number: 2 });
    fold.decide([ask, right, scan('NOPE', { number: 3 })]);
    const view = viewOf(fold, START_MS + 50_000);
    expect(view.clues[0]).toMatchObject({
      status: 'solved',
      hints: [{ id: 'one', cost: 3, status: 'taken', text: 'Not no.' }, { id: 'two' }],
    });
    expect(view.clues[0]).not.toHaveProperty('worth');
    expect(view.clues[1]).toMatchObject({ status: 'open', worth: 25 });
    expect(view.clues[2]?.status).toBe('open');
    expect(view.badges).toEqual([{ id: 'keen', title: 'Keen', text: '' }]);
  });
});
