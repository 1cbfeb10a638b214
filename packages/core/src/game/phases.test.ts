import { describe, expect, it } from 'vitest';
import { play, START_MS, scan } from '../pipeline/pipeline.fixture.js';
import { made } from './membership.fixture.js';
import { adjust, at, HINTED, iso, phase, started } from './operations.fixture.js';
import { teamSnapshot } from './teamSnapshot.js';

describe('the phases of a hunt', () => {
  it('O2 the phases follow each other as the table has it', () => {
    const follow = (...steps: Parameters<typeof phase>[0][]) => {
      const { results } = started().decide(steps.map((step) => phase(step)));
      const last = results.at(-1);
      return last?.extras?.reason ?? last?.verdict;
    };
    expect(follow('paused', 'live', 'closed', 'live', 'closed', 'ended')).toBe('noted');
    expect(follow('scheduled', 'scheduled', 'live')).toBe('noted');
    expect(follow('scheduled', 'paused')).toBe('phase_not_next');
    expect(follow('closed', 'paused')).toBe('phase_not_next');
    expect(follow('closed', 'closed')).toBe('noted');
    expect(follow('ended', 'live')).toBe('hunt_over');
    expect(follow('closed', 'scheduled')).toBe('phase_not_next');
  });

  it('O2 a hunt that has begun can’t be scheduled, nor one opened that its file has closed', () => {
    const fold = started({ closes: iso(61) });
    const begun = fold.decide([scan('CLOCK', { number: 1 }), phase('scheduled')]);
    expect(begun.results[1]?.extras?.reason).toBe('hunt_begun');
    const late = fold.decide([phase('live'), scan('NOPE', { number: 2 }), phase('ended')], at(61));
    expect(late.results.map(({ verdict }) => verdict)).toEqual(['locked', 'closed', 'noted']);
    expect(late.results[0]?.extras?.reason).toBe('closed_by_file');
  });

  it('O3 starts at the time that was named, to the millisecond, and by a word before it', () => {
    const fold = started();
    fold.decide([phase('scheduled', iso(60))]);
    const early = fold.decide([made('herons', 'herons'), scan('CLOCK', { number: 1 })], {
      atMs: START_MS + 59_999,
    });
    expect(early.results.map(({ verdict }) => verdict)).toEqual(['noted', 'closed']);
    expect(fold.decide([scan('CLOCK', { number: 2 })], at(60)).results[0]?.verdict).toBe('solved');
    expect(fold.cells.hunts.get('hunt')?.phase).toBe('live');
  });

  it('O3 an operator’s start goes before what the file says, and hints count from it', () => {
    const fold = started({ ...HINTED, opens: iso(3_600) });
    expect(fold.decide([scan('CLOCK', { number: 1 })]).results[0]?.verdict).toBe('closed');
    fold.decide([phase('live')], at(60));
    const ask = (number: number) => {
      return play('hint.requested.v1', { clue: 'clock', hint: 'face' }, { number });
    };
    const soon = fold.decide([ask(2)], at(659)).results[0];
    expect(soon).toMatchObject({
      verdict: 'too_early',
      extras: { availableAt: iso(660).toString() },
    });
    expect(fold.decide([ask(3)], at(660)).results[0]?.verdict).toBe('hinted');
  });

  it('O4 closed play moves nothing, and what operators do still holds', () => {
    const fold = started(HINTED);
    fold.decide([made('herons', 'herons'), phase('closed')]);
    const { results } = fold.decide([scan('CLOCK', { number: 1 }), adjust(7)]);
    expect(results.map(({ verdict, points }) => [verdict, points])).toEqual([
      ['closed', 0],
      ['noted', 7],
    ]);
    expect(fold.scoreOf('herons')).toBe(7);
  });

  it('O5 a closed hunt may be looked at, an ended one may not', () => {
    const fold = started(HINTED);
    const texts = (to: 'closed' | 'ended') => {
      fold.decide([made('herons', 'herons'), phase(to)]);
      const rules = fold.view.rules('1'.repeat(64), 1);
      if (rules === undefined) throw new Error('no rules');
      const standing = {
        hunt: fold.cells.hunts.get('hunt'),
        team: fold.cells.teams.get('hunt')?.get('herons'),
        epoch: 1,
        offset: 1,
      };
      const live = {
        slug: 'hunt',
        title: 'Hunt',
        clock: 'wall',
        partition: 0,
        version: 1,
      } as never;
      const seen = teamSnapshot({ live, rules, team: 'herons', standing, wallMs: START_MS });
      expect(seen.phase).toBe(to);
      return seen.clues.map(({ status, text }) => [status, text]);
    };
    expect(texts('closed')).toEqual([
      ['closed', 'Where time stands still.'],
      ['locked', undefined],
    ]);
    expect(texts('ended')).toEqual([
      ['closed', undefined],
      ['locked', undefined],
    ]);
  });
});
