import { OPERATION_LIMITS } from '@trove/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { play, START_MS, scan } from '../pipeline/pipeline.fixture.js';
import type { LoggedEvent } from '../ports/loggedEvent.js';
import { made } from './membership.fixture.js';
import {
  act,
  adjust,
  at,
  freeze,
  HINTED,
  phase,
  setStatus,
  started,
  unlock,
} from './operations.fixture.js';

describe('operating a hunt', () => {
  it('O1 what can’t be done is locked with its reason and changes nothing', () => {
    const fold = started();
    const before = structuredClone(fold.cells.hunts);
    const { results } = fold.decide([adjust(5, 'nobody'), setStatus('banned', 'nobody')]);
    for (const row of results) {
      expect(row).toMatchObject({
        verdict: 'locked',
        extras: { reason: 'team_unknown' },
        points: 0,
      });
    }
    expect(fold.cells.hunts.get('hunt')?.statuses).toEqual(before.get('hunt')?.statuses);
    expect(fold.cells.teams.get('hunt')).toBeUndefined();
    const hint = { team: 'herons', clue: 'clock', hint: 'none' };
    fold.decide([made('herons', 'herons')]);
    expect(fold.decide([act({ type: 'hint.given.v1', data: hint })]).results[0]?.verdict).toBe(
      'no_clue',
    );
  });

  it('O6 freezes the board as it stands at the event, and forgets it when unfrozen', () => {
    const fold = started();
    fold.decide([made('herons', 'herons'), made('otters', 'otters'), adjust(3, 'otters')]);
    const { hunts } = fold.decide([
      adjust(5),
      freeze(true),
      adjust(5),
      adjust(4, 'otters'),
      made('lynxes', 'lynxes'),
    ]);
    expect(hunts[0]?.frozenScores).toEqual(new Map([['herons', 5]]));
    expect(fold.cells.frozen.get('hunt')).toEqual(
      new Map([
        ['herons', 5],
        ['otters', 3],
      ]),
    );
    expect([fold.scoreOf('herons'), fold.scoreOf('otters')]).toEqual([10, 7]);
    expect(fold.cells.hunts.get('hunt')?.frozenAtMs).toBe(START_MS);
    expect(fold.decide([freeze(true)]).hunts[0]?.frozenScores).toBeUndefined();
    const both = fold.decide([freeze(false), freeze(true), freeze(false)]);
    expect(both.hunts[0]?.frozenScores).toBeUndefined();
    expect(fold.cells.hunts.get('hunt')?.frozenAtMs).toBe(0);
  });

  it('O7 keeps the newest broadcasts, and shows a team those that are for it', () => {
    const fold = started();
    fold.decide([scan('CLOCK', { number: 1 })]);
    const say = (text: string, to?: string) => {
      const data = to === undefined ? { text } : { text, to };
      return act({ type: 'hunt.broadcast.v1', data });
    };
    const many = Array.from({ length: OPERATION_LIMITS.broadcasts }, (_, i) => say(`number ${i}`));
    const nobody = say('hello', 'nobody');
    const { results } = fold.decide([say('first'), ...many, say('psst', 'herons'), nobody]);
    const [psst, hello] = results.slice(-2);
    expect(psst).toMatchObject({ extras: { broadcast: { text: 'psst', to: 'herons' } } });
    expect(hello).toMatchObject({ verdict: 'locked', extras: { reason: 'team_unknown' } });
    const kept = fold.cells.hunts.get('hunt')?.broadcasts ?? [];
    expect(kept).toHaveLength(OPERATION_LIMITS.broadcasts);
    expect([kept[0]?.text, kept.at(-1)?.to]).toEqual(['number 1', 'herons']);
    expect(new Set(kept.map(({ position }) => position)).size).toBe(kept.length);
  });

  it('O8 moves a team’s points with a reason, within bounds', () => {
    const fold = started();
    fold.decide([scan('CLOCK', { number: 1 })]);
    const [granted, taken] = fold.decide([adjust(10), adjust(-40)]).results;
    expect(granted).toMatchObject({
      points: 10,
      score: 35,
      extras: { adjusted: { reason: 'jury' } },
    });
    expect(taken).toMatchObject({ verdict: 'noted', points: -40, score: -5 });
    const most = Array.from({ length: 2_001 }, () => adjust(OPERATION_LIMITS.points));
    const last = fold.decide(most).results.at(-1);
    expect(last).toMatchObject({ verdict: 'locked', points: 0, extras: { reason: 'too_many' } });
  });

  it('O9 a banned team moves nothing until it plays again, a hidden one plays on', () => {
    const fold = started();
    fold.decide([scan('CLOCK', { number: 1 }), setStatus('banned')]);
    const banned = fold.decide([
      play('place.visited.v1', { place: 'p1', lat: 1, lon: 1 }, { number: 2 }),
    ]);
    expect(banned.results[0]).toMatchObject({
      outcome: 'accepted',
      verdict: 'closed',
      points: 0,
      extras: { reason: 'team_banned' },
    });
    const back = fold.decide([
      setStatus('hidden'),
      scan('VAULT', { number: 3 }),
      setStatus('playing'),
    ]);
    expect(back.results.map(({ verdict }) => verdict)).toEqual(['noted', 'locked', 'noted']);
    expect(fold.scoreOf('herons')).toBe(25);
    expect(fold.cells.hunts.get('hunt')?.statuses.size).toBe(0);
  });

  it('O10 gives a hint for nothing, before its time, once', () => {
    const fold = started(HINTED);
    fold.decide([made('herons', 'herons')]);
    const data = { team: 'herons', clue: 'clock', hint: 'face' };
    const give = () => act({ type: 'hint.given.v1', data });
    const { results } = fold.decide([give(), give()]);
    expect(results.map(({ verdict }) => verdict)).toEqual(['hinted', 'already_hinted']);
    expect(results[0]).toMatchObject({
      points: 0,
      clue: 'clock',
      extras: { hint: { text: 'Look up.' } },
    });
    const asked = play('hint.requested.v1', { clue: 'clock', hint: 'face' }, { number: 5 });
    expect(fold.decide([asked]).results[0]).toMatchObject({ verdict: 'already_hinted', points: 0 });
  });

  it('O14 opens a clue for one team, whatever it requires', () => {
    const fold = started(HINTED);
    fold.decide([made('herons', 'herons'), made('otters', 'otters')]);
    const { results } = fold.decide([unlock('attic', 'herons'), unlock('attic', 'herons')]);
    expect(results[0]).toMatchObject({ verdict: 'noted', extras: { unlocked: ['attic'] } });
    expect(results[1]).toMatchObject({ verdict: 'noted', clue: 'attic', extras: undefined });
    const tried = fold.decide([
      scan('ATTIC', { number: 1 }),
      scan('ATTIC', { number: 2, team: 'otters' }),
    ]);
    expect(tried.results.map(({ verdict }) => verdict)).toEqual(['solved', 'locked']);
    const wrong = fold.decide([unlock('none', 'herons'), unlock('attic', 'nobody')]);
    expect(wrong.results.map(({ verdict }) => verdict)).toEqual(['no_clue', 'locked']);
  });

  it('O14 opens a clue for all, those that come later too', () => {
    const fold = started(HINTED);
    fold.decide([made('herons', 'herons')]);
    const opened = fold.decide([unlock('attic'), unlock('attic')], at(60));
    expect(opened.results[0]).toMatchObject({
      verdict: 'noted',
      extras: { openedForAll: 'attic' },
    });
    expect(opened.results[1]?.extras).toBeUndefined();
    expect(fold.cells.hunts.get('hunt')?.opened).toEqual(new Map([['attic', START_MS + 60_000]]));
    const tried = fold.decide(
      [scan('ATTIC', { number: 1 }), scan('ATTIC', { number: 2, team: 'late' })],
      at(70),
    );
    expect(tried.results.map(({ verdict }) => verdict)).toEqual(['solved', 'solved']);
  });

  it('O14 counts the time since a clue was opened from the moment it was', () => {
    const timed = HINTED.clues.map((clue) => {
      const since = { points: 10, overS: 100, since: 'unlocked' };
      return clue.id === 'attic' ? { ...clue, timeBonus: since } : clue;
    });
    const fold = started({ ...HINTED, clues: timed });
    fold.decide([made('herons', 'herons')]);
    fold.decide([unlock('attic')], at(100));
    const { results } = fold.decide([scan('ATTIC', { number: 1 })], at(150));
    expect(results[0]).toMatchObject({ verdict: 'solved', points: 5 + 5 });
  });

  it('O11 the same acts give the same state however the log is cut into chunks', () => {
    const acts = fc.array(
      fc.oneof(
        fc.constantFrom('scheduled', 'live', 'paused', 'closed', 'live').map((to) => ({ to })),
        fc.boolean().map((isFrozen) => ({ isFrozen })),
        fc.record({ team: fc.constantFrom('herons', 'otters'), points: fc.constantFrom(5, -3) }),
        fc.record({
          team: fc.constantFrom('herons', 'otters'),
          as: fc.constantFrom('playing', 'hidden', 'banned'),
        }),
        fc.record({
          opens: fc.constantFrom('vault', 'clock'),
          for: fc.constantFrom('herons', 'otters', undefined),
        }),
        fc.record({
          team: fc.constantFrom('herons', 'otters'),
          code: fc.constantFrom('CLOCK', 'VAULT'),
        }),
      ),
      { maxLength: 40 },
    );
    const cuts = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(acts, cuts, (list, sizes) => {
        const events = list.map((one, i): LoggedEvent => {
          if ('to' in one) return phase(one.to);
          if ('isFrozen' in one) return freeze(one.isFrozen);
          if ('points' in one) return adjust(one.points, one.team);
          if ('opens' in one) return unlock(one.opens, one.for);
          if ('as' in one) return setStatus(one.as, one.team);
          return scan(one.code, { number: i, team: one.team });
        });
        const [whole, cut] = [started(), started()];
        for (const fold of [whole, cut])
          fold.decide([made('herons', 'herons'), made('otters', 'otters')]);
        const rows = whole.decide(events).results.map(({ verdict, points }) => [verdict, points]);
        const pieces: unknown[] = [];
        for (let from = 0, turn = 0; from < events.length; turn += 1) {
          const piece = events.slice(from, from + (sizes[turn % sizes.length] ?? 1));
          pieces.push(...cut.decide(piece).results.map(({ verdict, points }) => [verdict, points]));
          from += piece.length;
        }
        expect(pieces).toEqual(rows);
        expect(cut.cells).toEqual(whole.cells);
      }),
    );
  });
});
