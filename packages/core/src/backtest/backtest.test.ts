import { BACKTEST_LIMITS, BacktestResult } from '@trove/contracts';
import { describe, expect, it } from 'vitest';
import { DEFINITION, play, scan } from '../pipeline/pipeline.fixture.js';
import { Backtest } from './backtest.js';
import { backtest, draft, LATER_MS, RecordedGame } from './record.fixture.js';

const [pier, clock, riddle, vault, late] = DEFINITION.clues;
const visit = (number: number, team = 'herons') =>
  play('place.visited.v1', { place: 'p1', lat: 1, lon: 1 }, { number, team });

/** Herons solve pier, clock and vault, lynxes the clock after them. */
function evening(): RecordedGame {
  const game = new RecordedGame();
  game.publish();
  game.play([visit(1), scan('CLOCK', { number: 2 }), scan('CLOCK', { number: 2 })]);
  game.play([scan('CLOCK', { number: 3, team: 'lynxes' }), scan('VAULT', { number: 4 })]);
  game.play([scan('VAULT', { number: 5, team: 'lynxes' }), scan('NOPE', { number: 6 })]);
  return game;
}

describe('a backtest', () => {
  it('B11 finds nothing where the draft is what has judged', () => {
    const result = backtest(evening(), { draft: draft() });
    expect(result).toMatchObject({ changed: 0, teamsMoved: 0, pointsGained: 0, pointsLost: 0 });
    expect(result).toMatchObject({ reached: [], unreached: [], baseline: 'recorded', version: 1 });
    expect(result).toMatchObject({ events: 8, passedOver: 1, isWhole: true });
  });

  it('B1 B6 names events whose verdict, clue or points differ, with what they were', () => {
    const game = evening();
    const cheaper = draft({ clues: [pier, { ...clock, points: 7 }, riddle, vault, late] });
    const result = backtest(game, { draft: cheaper });
    expect(result.changes).toEqual([{ from: 'solved', to: 'solved', count: 2 }]);
    expect(result).toMatchObject({ changed: 2, changedPoints: 2, pointsLost: 26 });
    expect(result.changedEvents[0]).toMatchObject({
      ...{ team: 'herons', clue: 'clock', from: 'solved', to: 'solved' },
      ...{ pointsBefore: 25, pointsAfter: 12, position: 2, eventId: game.events[2]?.eventId },
    });
    expect(BacktestResult.omit({ tookMs: true }).parse(result)).toEqual(result);
  });

  it('B12 says where events are missing, before the span and in it', () => {
    const { events, rules } = evening();
    for (const fromMs of [undefined, LATER_MS]) {
      const setup = { slug: 'hunt', live: undefined, versions: rules, fromMs, nowUs: () => 0 };
      const run = new Backtest({ ...setup, draft: draft() });
      run.lack();
      run.add(events.slice(0, 3));
      run.lack();
      run.add(events.slice(4));
      expect(run.result()).toMatchObject({ isWhole: false, events: fromMs ? 0 : 7 });
    }
  });

  it('B1 answers the same however the record is cut', () => {
    const dearer = draft({ clues: [pier, clock, riddle, { ...vault, requires: undefined }, late] });
    const whole = backtest(evening(), { draft: dearer });
    expect(whole.changes).toEqual([{ from: 'locked', to: 'solved', count: 1 }]);
    for (const size of [1, 2, 3])
      expect(backtest(evening(), { draft: dearer }, size)).toEqual(whole);
  });

  it('B7 tells teams whose rank moves, ties sharing one', () => {
    const free = draft({
      clues: [pier, clock, riddle, { ...vault, points: 200, requires: { all: ['clock'] } }, late],
      rules: [],
    });
    const game = evening();
    game.play([scan('NOPE', { number: 7, team: 'otters' })]);
    const { ranks, teams, teamsMoved } = backtest(game, { draft: free });
    expect({ teams, teamsMoved }).toEqual({ teams: 2, teamsMoved: 0 });
    expect(ranks).toEqual([
      { team: 'herons', before: { rank: 1, score: 86 }, after: { rank: 1, score: 230 } },
      { team: 'lynxes', before: { rank: 2, score: 25 }, after: { rank: 2, score: 220 } },
    ]);
    const none = backtest(game, { draft: draft({ clues: [pier], rules: [] }) });
    expect(none.ranks.map(({ after }) => after.rank)).toEqual([1, 2]);
    const level = backtest(game, {
      draft: draft({ clues: [{ ...late, opens: undefined }], rules: [] }),
    });
    expect(level.ranks.map(({ after }) => after.rank)).toEqual([1, 1]);
    expect(level.teamsMoved).toBe(1);
  });

  it('B8 tells clues that somebody would solve and nobody did, and the other way round', () => {
    const swapped = draft({
      clues: [
        pier,
        clock,
        riddle,
        { ...vault, find: { code: 'ELSE' } },
        { ...late, find: { code: 'NOPE' }, opens: undefined },
      ],
    });
    const { reached, unreached } = backtest(evening(), { draft: swapped });
    expect(reached).toEqual([{ clue: 'late', before: 0, after: 1 }]);
    expect(unreached).toEqual([{ clue: 'vault', before: 1, after: 0 }]);
  });

  it('B4 begins with a span where the versions of the time have brought the hunt', () => {
    const game = evening();
    game.play([scan('VAULT', { number: 8, team: 'lynxes' }), visit(9, 'lynxes')], {
      atMs: LATER_MS,
    });
    const open = draft({ clues: [pier, clock, riddle, { ...vault, requires: undefined }, late] });
    const result = backtest(game, { draft: open, fromMs: LATER_MS });
    expect(result).toMatchObject({ events: 2, eventsBefore: 8, changed: 1, firstMs: LATER_MS });
    expect(result.changes).toEqual([{ from: 'locked', to: 'solved', count: 1 }]);
    // Herons solved the vault before the span, and nobody takes that from them.
    expect(result.ranks[0]).toMatchObject({ team: 'herons', before: { score: 86 } });
    expect(result.ranks[0]?.after.score).toBe(86);
  });

  it('B5 compares with the live version where another one has judged', () => {
    const game = evening();
    const clues = [pier, { ...clock, points: 100 }, riddle, vault, late];
    game.publish({ clues }, 2);
    game.play([scan('CLOCK', { number: 20, team: 'otters' })]);
    const live = game.rules(2, '');
    const same = backtest(game, { draft: draft({ clues }), live });
    expect(same).toMatchObject({ changed: 0, baseline: 'live', version: 2 });
    // Against the record, the same draft changes what version 1 has answered.
    const recorded = backtest(game, { draft: draft({ clues }) });
    expect(recorded).toMatchObject({ changed: 2, baseline: 'recorded', version: undefined });
  });

  it('B10 keeps the first of very many changed events and counts all', () => {
    const game = new RecordedGame();
    game.publish();
    const count = BACKTEST_LIMITS.changedEvents + 10;
    const scans = Array.from({ length: count }, (_, i) =>
      scan('CLOCK', { number: i, team: `t${i}` }),
    );
    game.play(scans);
    const result = backtest(game, { draft: draft({ clues: [pier], rules: [] }) });
    expect(result.changed).toBe(count);
    expect(result.changedEvents).toHaveLength(BACKTEST_LIMITS.changedEvents);
    expect(result.ranks).toHaveLength(2 * BACKTEST_LIMITS.rankedTeams);
  });

  it('B9 tells what conditions cost by the clock it is given, without the clock itself', () => {
    let us = 0;
    const nowUs = () => {
      us += 1;
      return us;
    };
    const { rules } = backtest(evening(), { draft: draft(), nowUs });
    expect(rules.map(({ rule }) => rule).sort()).toEqual(['first-two', 'three-visits']);
    expect(rules.find(({ rule }) => rule === 'first-two')).toMatchObject({ asked: 2 });
    for (const { meanUs } of rules) expect(meanUs).toBeCloseTo(0, 1);
  });
});
