import { expect, it } from 'vitest';
import { play, START_MS, scan } from '../pipeline/pipeline.fixture.js';
import { clueProgress } from './clueProgress.js';
import { HINTED, setStatus, started } from './operations.fixture.js';
import { newTeam } from './state.js';

it('W1 tells how far a team is with each clue, and of a banned one that all is closed', () => {
  const fold = started(HINTED);
  const ask = play('hint.requested.v1', { clue: 'clock', hint: 'face' }, { number: 1 });
  fold.decide([ask], { atMs: START_MS + 700_000 });
  const look = () => {
    const [hunt, rules] = [fold.cells.hunts.get('hunt'), fold.view.rules('1'.repeat(64), 1)];
    if (hunt === undefined || rules === undefined) throw new Error('no hunt');
    const team = fold.cells.teams.get('hunt')?.get('herons') ?? newTeam('hunt', 'herons');
    return clueProgress(rules, { hunt, team, nowMs: START_MS + 700_000 });
  };
  expect(look()).toEqual([
    { clue: 'clock', status: 'open', wrong: 0, hints: ['face'] },
    { clue: 'attic', status: 'locked', wrong: 0, hints: [] },
  ]);
  fold.decide([scan('CLOCK', { number: 2 })]);
  expect(look().map(({ status }) => status)).toEqual(['solved', 'open']);
  fold.decide([setStatus('banned')]);
  expect(look().map(({ status }) => status)).toEqual(['solved', 'closed']);
});
