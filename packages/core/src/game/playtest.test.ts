import { HuntDefinition, type ResultExtras } from '@trove/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileHunt } from '../hunt/compileHunt.js';
import type { ResultRow } from '../pipeline/decision.js';
import { DEFINITION, Fold, play, START_MS, scan } from '../pipeline/pipeline.fixture.js';
import type { LoggedEvent } from '../ports/loggedEvent.js';
import { newMemory } from '../recommend/huntMemory.js';
import { joins, made } from './membership.fixture.js';
import { freeze } from './operations.fixture.js';

const HUNT = {
  clues: [
    { id: 'pier', title: 'P', points: 10, find: { place: { id: 'p1', lat: 1, lon: 1 } } },
    {
      ...{ id: 'clock', title: 'C', points: 20, find: { code: 'CLOCK' }, firstFinders: [9, 4] },
      decay: { linear: { perSolve: 3, floor: 5 } },
    },
    { id: 'vault', title: 'V', points: 50, find: { code: 'VAULT' }, requires: { all: ['clock'] } },
    { id: 'riddle', title: 'R', points: 30, find: { answer: { accept: ['lantern'] } } },
  ],
  rules: [
    {
      ...{ id: 'first', on: 'code.scanned.v1', when: 'verdict == "solved"', then: { award: 5 } },
      limit: { first: 2 },
    },
    {
      ...{ id: 'alone', on: 'code.scanned.v1', then: { award: 2 } },
      when: 'verdict == "solved" && clue.solves == 1 && hunt.solves >= 1',
    },
  ],
  quality: {
    late: { afterS: 60, otherwise: 'no_points' },
    fairPlay: { sharing: { withinS: 600 } },
  },
};

function started(): Fold {
  const fold = new Fold();
  fold.publish(HUNT);
  fold.decide([made('t1', 'testers', { playtest: true })]);
  return fold;
}

const rowOf = (fold: Fold, event: LoggedEvent) => fold.decide([event]).results[0];
const state = (fold: Fold, team = 'testers') => fold.cells.teams.get('hunt')?.get(team);

const NOTHING = newMemory();

describe('a playtest team', () => {
  it('PT1 has a code of its own, whatever the case of its letters', () => {
    const mistakes = (joinCode: string, playtestCode: string) => {
      const result = compileHunt(
        HuntDefinition.parse({ ...DEFINITION, joinCode, playtestCode }),
        1,
      );
      return result.ok ? [] : result.mistakes.map(({ rule, path }) => [rule, path]);
    };
    expect(mistakes('OPEN', 'Test-1')).toEqual([]);
    expect(mistakes('OPEN', 'open')).toEqual([['PT1', 'playtestCode']]);
  });

  it('PT2 is made by its first player, and keeps to itself', () => {
    const fold = started();
    expect(state(fold)).toMatchObject({ isPlaytest: true, name: 'TESTERS' });
    const tester = (event: LoggedEvent) => {
      return { ...event, data: { ...event.data, playtest: true } } as LoggedEvent;
    };
    expect(rowOf(fold, joins('t2', 'testers'))).toMatchObject({ verdict: 'closed' });
    expect(rowOf(fold, tester(joins('t3', 'testers')))).toMatchObject({ verdict: 'noted' });
    expect(rowOf(fold, made('h4', 'herons'))).toMatchObject({ verdict: 'noted' });
    expect(rowOf(fold, tester(joins('h5', 'herons')))).toMatchObject({ verdict: 'closed' });
    expect(rowOf(fold, joins('t1', 'testers'))).toMatchObject({ verdict: 'noted' });
    expect(state(fold)?.roster.members.size).toBe(2);
    expect(state(fold, 'herons')).toMatchObject({ isPlaytest: false });
  });

  it('PT2 is not made of a team that has played before', () => {
    const fold = started();
    fold.decide([scan('CLOCK', { number: 1, team: 'otters' })]);
    const late = made('o6', 'otters', { playtest: true });
    expect(rowOf(fold, late)).toMatchObject({ verdict: 'locked' });
    expect(state(fold, 'otters')).toMatchObject({ isPlaytest: false });
  });

  it('PT3 takes no place, lets nothing decay and counts in no solves', () => {
    const fold = started();
    rowOf(fold, scan('CLOCK', { number: 1, team: 'testers' }));
    expect(fold.cells.hunts.get('hunt')).toMatchObject({ solved: 0 });
    expect(fold.cells.hunts.get('hunt')?.solves.size).toBe(0);
    expect(fold.cells.hunts.get('hunt')?.firsts.size).toBe(0);
    const memory = fold.cells.memories.get('hunt');
    expect([memory?.figures.size, memory?.crowds.size, memory?.together.size]).toEqual([0, 0, 0]);
    const first = rowOf(fold, scan('CLOCK', { number: 2, team: 'herons' }));
    expect(first).toMatchObject({ points: 20 + 9 + 5 + 2, rules: 'first,alone' });
  });

  it('PT3 stands on no frozen board, also when it scored in the chunk that froze it', () => {
    const fold = started();
    const mine = scan('CLOCK', { number: 1, team: 'testers' });
    const theirs = scan('CLOCK', { number: 2, team: 'herons' });
    const { hunts } = fold.decide([mine, theirs, freeze(true)]);
    expect([...(hunts[0]?.frozenScores?.keys() ?? [])]).toEqual(['herons']);
  });

  it('PT4 gets what the next team would get and sees its own solves, and PT5 is told of it', () => {
    const fold = started();
    fold.decide([scan('CLOCK', { number: 1 })]);
    expect(rowOf(fold, scan('CLOCK', { number: 2, team: 'testers' }))).toMatchObject({
      ...{ verdict: 'solved', points: 17 + 4 + 5, score: 26, rules: 'first' },
      extras: { playtest: true, unlocked: ['vault'] },
    });
    const vault = rowOf(fold, scan('VAULT', { number: 3, team: 'testers' }));
    expect(vault).toMatchObject({ points: 52, rules: 'alone' });
    expect(vault?.next?.map(({ clue }) => clue)).toEqual(['pier', 'riddle']);
    fold.decide([scan('VAULT', { number: 4, team: 'otters' })]);
    fold.decide([scan('CLOCK', { number: 5, team: 'otters' })]);
    const late = { number: 6, team: 'more' };
    fold.decide([made('m9', 'more', { playtest: true })]);
    expect(rowOf(fold, scan('CLOCK', late))).toMatchObject({ points: 14 });
  });

  it('PT3 leaves every other team as if it had never played', () => {
    const teams = ['herons', 'otters', 'testers'] as const;
    const event = fc.record({
      team: fc.constantFrom(...teams),
      what: fc.constantFrom('CLOCK', 'VAULT', 'pier', 'lantern', 'anchor', 'nowhere'),
      agoS: fc.constantFrom(0, 0, 0, 90),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (list) => {
        const events = list.map(({ team, what, agoS }, i) => ({
          atMs: START_MS + i * 1_000,
          event: said(what, { number: i + 1, team, timeMs: START_MS + i * 1_000 - agoS * 1_000 }),
        }));
        const others = events.filter(({ event: one }) => one.team !== 'testers');
        const [all, alone] = [started(), started()];
        const rows = events.map(({ event: one, atMs }) => all.decide([one], { atMs }).results[0]);
        const plain = others.map(
          ({ event: one, atMs }) => alone.decide([one], { atMs }).results[0],
        );
        const ofOthers = rows.filter((row) => row?.event.team !== 'testers');
        expect(ofOthers.map(toldOf)).toEqual(plain.map(toldOf));
        const [one, other] = [all, alone].map(({ cells }) => cells);
        expect(one?.hunts.get('hunt')?.solves).toEqual(other?.hunts.get('hunt')?.solves);
        const [learnt, plainly] = [one, other].map((cells) => cells?.memories.get('hunt'));
        for (const part of ['together', 'figures', 'crowds', 'hottest', 'weights'] as const) {
          expect(learnt?.[part] ?? NOTHING[part]).toEqual(plainly?.[part] ?? NOTHING[part]);
        }
      }),
    );
  });
});

function said(what: string, sent: { number: number; team: string; timeMs: number }): LoggedEvent {
  if (what === 'pier') return play('place.visited.v1', { place: 'p1', lat: 1, lon: 1 }, sent);
  const isAnswer = what === 'lantern' || what === 'anchor';
  if (isAnswer) return play('clue.answered.v1', { clue: 'riddle', answer: what }, sent);
  return scan(what, sent);
}

/** What a row says, but for its place in the log, which others before it move. */
function toldOf(row: ResultRow | undefined) {
  const { outcome, verdict, clue, points, score, rules, asked, next } = row as ResultRow;
  const extras: ResultExtras | undefined = row?.extras;
  return { outcome, verdict, clue, points, score, rules, asked, next, extras };
}
