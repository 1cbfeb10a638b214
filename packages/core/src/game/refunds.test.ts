import { describe, expect, it } from 'vitest';
import { play, START_MS } from '../pipeline/pipeline.fixture.js';
import { clueViews } from './clueViews.js';
import { made } from './membership.fixture.js';
import { act, at, HINTED, started } from './operations.fixture.js';

const NAMED = { team: 'herons', clue: 'clock', hint: 'face' };
const refund = () =>
  act({ type: 'hint.refunded.v1', data: { ...NAMED, reason: 'The plate fell.' } });
const ask = (number: number) =>
  play('hint.requested.v1', { clue: 'clock', hint: 'face' }, { number });

describe('a refund', () => {
  it('A5 is told beforehand: what a hint costs, and what was paid for it', () => {
    const fold = started(HINTED);
    fold.decide([made('herons', 'herons')], at(601));
    const rules = fold.view.rules('1'.repeat(64), 1);
    const hintOf = () => {
      const hunt = fold.cells.hunts.get('hunt');
      const team = fold.cells.teams.get('hunt')?.get('herons');
      if (!rules || !hunt || !team) throw new Error('nothing was played');
      return clueViews(rules, { hunt, team, nowMs: START_MS + 602_000 })[0]?.hints?.[0];
    };
    expect(hintOf()).toEqual({ id: 'face', cost: 3, status: 'available' });
    fold.decide([ask(1)], at(602));
    expect(hintOf()).toMatchObject({ cost: 3, status: 'taken', paid: 3 });
    fold.decide([refund()], at(603));
    expect(hintOf()).not.toHaveProperty('paid');
  });

  it('A6 gives back what was paid, once, with its reason; the hint stays taken', () => {
    const fold = started(HINTED);
    const [, paid] = fold.decide([made('herons', 'herons'), ask(1)], at(601)).results;
    expect(paid).toMatchObject({ verdict: 'hinted', points: -3, score: -3 });
    expect(fold.decide([refund()], at(602)).results[0]).toMatchObject({
      verdict: 'noted',
      clue: 'clock',
      points: 3,
      score: 0,
      extras: { refunded: { hint: 'face', reason: 'The plate fell.' } },
    });
    expect(fold.decide([refund(), ask(2)], at(603)).results).toMatchObject([
      { verdict: 'locked', points: 0, extras: { reason: 'nothing_paid' } },
      { verdict: 'already_hinted', points: 0 },
    ]);
    expect(fold.scoreOf('herons')).toBe(0);
  });

  it('A6 gives nothing back of a hint that was given for nothing', () => {
    const fold = started(HINTED);
    const given = act({ type: 'hint.given.v1', data: NAMED });
    const { results } = fold.decide([made('herons', 'herons'), given, refund()]);
    expect(results.at(-1)).toMatchObject({ verdict: 'locked', extras: { reason: 'nothing_paid' } });
  });
});
