import { HuntDefinition } from '@trove/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { obstacleTo } from '../game/judge.js';
import { newTeam } from '../game/state.js';
import { compileHunt } from '../hunt/compileHunt.js';
import { DEFINITION, Fold, play, START_MS, scan } from '../pipeline/pipeline.fixture.js';
import { MINUTE, named, placeClue, Walk } from './recommend.fixture.js';

const row = (...ids: string[]) => ids.map((id, i) => placeClue({ id, lon: i * 0.001 }));

describe('recommend', () => {
  it('N2 a solve tells what to try next, and so does the last wrong answer; nothing else', () => {
    const fold = new Fold();
    fold.publish();
    const answer = (number: number) =>
      play('clue.answered.v1', { clue: 'riddle', answer: 'torch' }, { number });
    const told = [
      fold.decide([scan('CLOCK', { number: 1 }), scan('CLOCK', { number: 2 })]),
      fold.decide([answer(3)]),
      fold.decide([answer(4)], { atMs: START_MS + MINUTE }),
      fold.decide([scan('NOPE', { number: 5 }), scan('CLOCK', { number: 1 })]),
    ].flatMap(({ results }) => results.map(({ next }) => named(next)));
    const gone = undefined;
    const [solved, again, wrong, last, ...rest] = told;
    expect([solved, again, wrong]).toEqual([['pier', 'riddle'], gone, gone]);
    // The riddle is closed for the team now, and the late clue is open since a minute.
    expect(last).toEqual(['pier', 'late']);
    expect(rest).toEqual([gone, gone]);
  });

  it('N3 counts what teams solved right after a clue', () => {
    const walk = new Walk(row('a', 'b', 'c', 'd'));
    walk.decide(...['x', 'y'].flatMap((team) => ['a', 'd'].map((id) => walk.visit(team, id))));
    const { next } = walk.decide(walk.visit('z', 'a'));
    expect(next?.find(({ clue }) => clue === 'd')).toMatchObject({ wentNext: 2 });
    expect(next?.find(({ clue }) => clue === 'b')).toMatchObject({ wentNext: 0 });
  });

  it('N4 popularity halves every half-life', () => {
    const walk = new Walk(row('a', 'b', 'c'));
    walk.decide(walk.visit('x', 'a'), walk.visit('y', 'a'), walk.visit('y', 'b', 30));
    const { next } = walk.decide(walk.visit('z', 'c', 60));
    const popularity = Object.fromEntries(next?.map((one) => [one.clue, one.popularity]) ?? []);
    expect(popularity).toEqual({ a: 0.5, b: 0.5 });
  });

  it('N5 measures from the last place solved, or the last good report', () => {
    const walk = new Walk(row('a', 'b', 'c', 'd'));
    const { next } = walk.decide(walk.visit('x', 'a'));
    expect(next?.[0]).toMatchObject({
      clue: 'b',
      distanceM: 111,
      walkMinutes: 2,
      wentNext: 0,
      popularity: 0,
      reason: 'near',
    });
    walk.decide(walk.report('x', 0.0025, { minute: 1, accuracyM: 201 }));
    walk.decide(walk.report('x', 0.0025, { minute: 1, ageS: 61 }));
    expect(walk.memory?.trails.get('x')?.at).toMatchObject({ lon: 0 });
    walk.decide(walk.report('x', 0.0025, { minute: 2, accuracyM: 20, ageS: 60 }));
    walk.decide(walk.report('x', 0.00251, { minute: 2.2 }));
    expect(walk.memory?.trails.get('x')?.at).toMatchObject({ lon: 0.0025 });
    walk.decide(walk.report('x', 0.00251, { minute: 2.3 }));
    expect(walk.memory?.trails.get('x')?.at).toMatchObject({ lon: 0.00251 });
  });

  it('N12 mixes distance, the way of others and popularity; equal clues keep their order', () => {
    const walk = new Walk(row('a', 'b', 'c', 'd', 'e'));
    expect(named(walk.decide(walk.visit('x', 'c')).next)).toEqual(['b', 'd', 'a']);
    const teams = Array.from({ length: 9 }, (_, i) => `t${i}`);
    walk.decide(...teams.flatMap((team) => ['c', 'e'].map((id) => walk.visit(team, id))));
    const { next } = walk.decide(walk.visit('y', 'c'));
    expect(next?.[0]).toMatchObject({ clue: 'e', wentNext: 9 });
  });

  it('N12 a hunt without places is ranked by the others and else by its order', () => {
    const codes = ['a', 'b', 'c', 'd'].map((id) => {
      return { id, title: id, points: 1, find: { code: id.toUpperCase() } };
    });
    const { fold } = new Walk(codes);
    const solve = (number: number, code: string, team: string) =>
      fold.decide([scan(code, { number, team })]).results[0]?.next;
    expect(named(solve(1, 'A', 'x'))).toEqual(['b', 'c', 'd']);
    solve(2, 'D', 'x');
    const next = solve(3, 'A', 'y');
    expect(named(next)?.[0]).toBe('d');
    expect(next?.[0]).toMatchObject({ clue: 'd', wentNext: 1, popularity: 1 });
    expect(next?.[0]).not.toHaveProperty('distanceM');
  });

  it('N8 counts a suggestion that is taken in time, and none that is not', () => {
    const walk = new Walk(row('a', 'b', 'c', 'd', 'e', 'f'));
    const followed = [
      walk.decide(walk.visit('x', 'a')),
      walk.decide(walk.visit('x', 'b', 30)),
      walk.decide(walk.visit('x', 'c', 60.1)),
      walk.decide(walk.visit('y', 'a', 61)),
      walk.decide(walk.visit('y', 'f', 62)),
    ].map(({ counts }) => counts?.followed);
    expect(followed).toEqual([0, 1, 0, 0, 0]);
  });

  it('N8 what a door told counts too, unless a solve has overtaken the note', () => {
    const walk = new Walk(row('a', 'b', 'c', 'd', 'e', 'f'));
    walk.decide(walk.visit('x', 'a'), walk.tell('x', { clues: ['f'], after: 'a' }));
    expect(walk.decide(walk.visit('x', 'f')).counts?.followed).toBe(1);
    walk.decide(walk.tell('x', { clues: ['b'], after: 'a' }));
    expect(walk.memory?.trails.get('x')?.served?.clues).toEqual(['e', 'd', 'c']);
  });

  it('N8 counts what it serves and which clues it covers', () => {
    const walk = new Walk(row('a', 'b', 'c', 'd', 'e'));
    const { counts } = walk.decide(walk.visit('x', 'a'), walk.visit('y', 'e'));
    expect(counts).toMatchObject({ served: 6, clues: 5 });
    expect(counts?.covered).toEqual(
      new Map([
        [0, 1],
        [1, 1],
        [2, 2],
        [3, 2],
      ]),
    );
  });

  it('N9 keeps no trail of a team the hunt does not know', () => {
    const walk = new Walk(row('a', 'b'));
    walk.decide(walk.report('x', 9), walk.tell('x', { clues: ['a'] }));
    expect(walk.memory?.trails.size).toBe(0);
  });

  it('N10 of a large hunt ranks the likely clues, and all when those are taken', () => {
    const lons = Array.from({ length: 200 }, (_, i) => i * 0.001);
    const clues = lons.map((lon, i) => {
      const isLater = i > 0 && i < 180;
      return placeClue({ id: `c${i}`, lon, ...(isLater ? { requires: { all: ['c199'] } } : {}) });
    });
    const walk = new Walk(clues);
    expect(named(walk.decide(walk.visit('x', 'c190')).next)).toEqual(['c189', 'c191', 'c188']);
    expect(named(walk.decide(walk.visit('y', 'c0')).next)).toEqual(['c190', 'c180', 'c181']);
  });
});

const DEED = fc.record({
  number: fc.integer({ min: 0, max: 60 }),
  team: fc.constantFrom('herons', 'otters', 'lynxes'),
  what: fc.constantFrom('CLOCK', 'VAULT', 'LATE', 'visit', 'right', 'wrong', 'here', 'there'),
  seconds: fc.integer({ min: 0, max: 40 }),
});
type Deed = typeof DEED extends fc.Arbitrary<infer T> ? T : never;

function eventOf({ number, team, what }: Deed) {
  const sent = { number, team };
  switch (what) {
    case 'visit':
      return play('place.visited.v1', { place: 'p1', lat: 1, lon: 1 }, sent);
    case 'here':
    case 'there':
      return play('location.reported.v1', { lat: what === 'here' ? 2 : 3, lon: 1 }, sent);
    case 'right':
    case 'wrong':
      return play('clue.answered.v1', { clue: 'riddle', answer: answerOf(what) }, sent);
    default:
      return scan(what, sent);
  }
}

const answerOf = (what: 'right' | 'wrong') => (what === 'right' ? 'lantern' : 'torch');

/** The deeds as entries of a fold's log, one each. */
function entriesOf(fold: Fold, deeds: readonly Deed[]) {
  let atMs = START_MS;
  return deeds.map((deed) => {
    atMs += deed.seconds * 1000;
    return { atMs, entry: fold.entry([eventOf(deed)], atMs) };
  });
}

describe('recommend, whatever teams do', () => {
  const compiled = compileHunt(HuntDefinition.parse(DEFINITION), 1);
  const deeds = fc.array(DEED, { maxLength: 50 });

  it('N1 suggests no clue that is solved, locked, closed or cooling down', () => {
    if (!compiled.ok) throw new Error('the fixture compiles');
    let seen = 0;
    fc.assert(
      fc.property(deeds, (list) => {
        const fold = new Fold();
        fold.publish();
        for (const { atMs, entry } of entriesOf(fold, list)) {
          const [result] = fold.decideEntries([entry]).results;
          const name = result?.event.team ?? '';
          const team = fold.cells.teams.get('hunt')?.get(name) ?? newTeam('hunt', name);
          const clues = named(result?.next) ?? [];
          seen += clues.length;
          expect(new Set(clues).size).toBe(clues.length);
          expect(clues.length).toBeLessThanOrEqual(3);
          for (const id of clues) {
            const clue = compiled.hunt.clueById.get(id);
            if (clue === undefined) throw new Error(`${id} is no clue`);
            expect(obstacleTo(clue, { team, nowMs: atMs })).toBeUndefined();
            expect(team.solved.has(id)).toBe(false);
          }
        }
      }),
    );
    expect(seen).toBeGreaterThan(100);
  });

  it('N7 what is learnt and suggested follows from the log, however it is cut', () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(deeds, cuts, (list, sizes) => {
        const [whole, cut] = [new Fold(), new Fold()];
        whole.publish();
        cut.publish();
        const entries = entriesOf(whole, list).map(({ entry }) => entry);
        const expected = whole.decideEntries(entries).results.map(({ next }) => next);
        const pieces: unknown[] = [];
        for (let at = 0, turn = 0; at < entries.length; turn += 1) {
          const size = sizes[turn % sizes.length] ?? 1;
          const { results } = cut.decideEntries(entries.slice(at, at + size));
          pieces.push(...results.map(({ next }) => next));
          at += size;
        }
        expect(pieces).toEqual(expected);
        expect(cut.cells.memories).toEqual(whole.cells.memories);
      }),
    );
  });
});
