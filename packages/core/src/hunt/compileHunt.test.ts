import { EVENT_TYPES, HuntDefinition } from '@trove/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalHunt } from './canonicalHunt.js';
import { compileHunt } from './compileHunt.js';
import { parseHuntFile } from './parseHuntFile.js';

type Input = Record<string, unknown>;

const clue = (id: string, more: Input = {}): Input => ({
  id,
  title: `Title of ${id}`,
  points: 5,
  find: { code: `C-${id}` },
  ...more,
});

const answers = (...accept: string[]) => ({ find: { answer: { accept } } });
const place = (id: string | undefined, lat: number, radiusM = 50) => ({
  find: { place: { id, lat, lon: 11, radiusM } },
});

function definitionOf(clues: Input[], more: Input = {}): HuntDefinition {
  return HuntDefinition.parse({ trove: 1, slug: 'demo', title: 'Demo', clues, ...more });
}

function compiled(clues: Input[], more: Input = {}) {
  const compilation = compileHunt(definitionOf(clues, more), 2);
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.mistakes));
  return compilation.hunt;
}

function mistakesIn(clues: Input[], more: Input = {}) {
  const compilation = compileHunt(definitionOf(clues, more), 2);
  if (compilation.ok) return [];
  return compilation.mistakes.map(({ path, found }) => `${path}: ${found}`);
}

const rule = (id: string, when = 'true', more: Input = {}): Input => {
  const then = { award: 3 };
  return { id, on: 'code.scanned.v1', when, then, ...more };
};

describe('compileHunt', () => {
  it('H9 keeps clues and rules in the order of the file, and finds them', () => {
    const clues = [clue('z'), clue('a', place('pier', 54)), clue('m', answers('Fog'))];
    const rules = [rule('r2'), rule('r1'), rule('r3', 'true', { on: 'place.visited.v1' })];
    const hunt = compiled(clues, { rules, opens: '2026-05-01T12:00:00+02:00' });
    expect(hunt.clues.map(({ id }) => id)).toEqual(['z', 'a', 'm']);
    expect(hunt.clues.map(({ kind }) => kind)).toEqual(['code', 'place', 'answer']);
    expect(hunt).toMatchObject({ slug: 'demo', version: 2, clock: 'wall', maxEvents: 10_000_000 });
    expect(hunt.opensMs).toBe(Date.parse('2026-05-01T10:00:00Z'));
    expect(hunt.closesMs).toBeUndefined();
    expect(hunt.clueById.get('m')?.title).toBe('Title of m');
    expect(hunt.clueByPlace.get('pier')?.map(({ id }) => id)).toEqual(['a']);
    expect(hunt.clueByCode.get('C-z')?.map(({ id }) => id)).toEqual(['z']);
    expect([...hunt.rules.keys()]).toEqual(EVENT_TYPES);
    expect(hunt.rules.get('code.scanned.v1')?.map(({ id }) => id)).toEqual(['r2', 'r1']);
    expect(hunt.rules.get('clue.answered.v1')).toEqual([]);
  });

  it('R10 takes the scope of a hunt from its rules', () => {
    const first = rule('r', 'true', { limit: { first: 3 } });
    expect(compiled([clue('a')], { rules: [rule('q')] }).scope).toBe('team');
    expect(compiled([clue('a')], { rules: [rule('q'), first] }).scope).toBe('hunt');
  });

  it('H9 finds place clues near a point, with and without ids', () => {
    const clues = [
      clue('far', place('far', 54.01)),
      clue('wide', place(undefined, 54.0004, 100)),
      clue('here', place('here', 54.0001)),
    ];
    const near = compiled(clues).cluesNear(54, 11);
    expect(near.map(({ id }) => id)).toEqual(['here', 'wide']);
  });

  it('H4 unlocks by all, any and at least so many', () => {
    const { clueById } = compiled([
      ...['a', 'b', 'c'].map((id) => clue(id)),
      clue('all', { requires: { all: ['a', 'b'] } }),
      clue('any', { requires: { any: ['a', 'b'] } }),
      clue('two', { requires: { atLeast: 2, of: ['a', 'b', 'c'] } }),
    ]);
    const unlockedBy = (...solved: string[]) =>
      ['a', 'all', 'any', 'two'].filter((id) => clueById.get(id)?.isUnlocked(new Set(solved)));
    expect(unlockedBy()).toEqual(['a']);
    expect(unlockedBy('a')).toEqual(['a', 'any']);
    expect(unlockedBy('b', 'c')).toEqual(['a', 'any', 'two']);
    expect(unlockedBy('a', 'b')).toEqual(['a', 'all', 'any', 'two']);
  });

  it('H3 refuses ids, codes and places used twice', () => {
    const clues = [
      clue('a'),
      clue('a', { find: { code: 'X' } }),
      clue('b', { find: { code: 'X' } }),
      clue('c', place('p', 1)),
      clue('d', place('p', 2)),
    ];
    expect(mistakesIn(clues, { rules: [rule('r'), rule('r')] })).toEqual([
      'clues[1].id: a',
      'clues[2].find.code: X',
      'clues[4].find.place.id: p',
      'rules[1].id: r',
    ]);
  });

  it('H4 refuses unknown and repeated prerequisites, and more than are named', () => {
    const clues = [
      clue('a', { requires: { any: ['b', 'nowhere'] } }),
      clue('b', { requires: { all: ['c', 'c'] } }),
      clue('c'),
      clue('d', { requires: { atLeast: 3, of: ['a', 'b'] } }),
    ];
    expect(mistakesIn(clues)).toEqual([
      'clues[0].requires.any[1]: nowhere',
      'clues[1].requires.all[1]: c',
      'clues[3].requires.atLeast: 3',
    ]);
  });

  it('H5 refuses clues that wait for each other, and says in which circle', () => {
    const clues = [
      clue('a', { requires: { all: ['b'] } }),
      clue('b', { requires: { any: ['c'] } }),
      clue('c', { requires: { atLeast: 1, of: ['a'] } }),
      clue('self', { requires: { all: ['self'] } }),
      clue('behind', { requires: { all: ['a'] } }),
    ];
    expect(mistakesIn(clues)).toEqual([
      'clues[0].requires: a → b → c → a',
      'clues[1].requires: b → c → a → b',
      'clues[2].requires: c → a → b → c',
      'clues[3].requires: self → self',
    ]);
  });

  it('H5 allows a circle that can be entered from outside', () => {
    const clues = [
      clue('start'),
      clue('a', { requires: { any: ['start', 'b'] } }),
      clue('b', { requires: { all: ['a'] } }),
    ];
    expect(mistakesIn(clues)).toEqual([]);
  });

  it('H5 lets every clue of an accepted hunt be solved in some order', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const some = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 });
    const requires = fc.option(
      fc.oneof(
        some.map((all) => ({ all })),
        some.map((any) => ({ any })),
        some.map((of) => ({ atLeast: 1 + (of.length >> 1), of })),
      ),
      { nil: undefined },
    );
    const five = fc.tuple(requires, requires, requires, requires, requires);
    fc.assert(
      fc.property(five, (all) => {
        const definition = definitionOf(ids.map((id, at) => clue(id, { requires: all[at] })));
        const compilation = compileHunt(definition, 1);
        const solved = new Set<string>();
        if (!compilation.ok) return;
        for (const _ of ids) {
          for (const one of compilation.hunt.clues) if (one.isUnlocked(solved)) solved.add(one.id);
        }
        expect([...solved].sort()).toEqual(ids);
      }),
      { numRuns: 500 },
    );
  });

  it('H6 refuses times the wrong way round and clues never open', () => {
    const [noon, later] = ['2026-05-01T12:00:00Z', '2026-05-01T14:00:00+02:00'];
    const hour = { opens: '2026-05-01T13:00:00Z', closes: '2026-05-01T14:00:00Z' };
    expect(mistakesIn([clue('a')], { opens: noon, closes: later })).toEqual([`closes: ${later}`]);
    expect(mistakesIn([clue('a', { opens: later, closes: noon })])).toEqual([
      `clues[0].closes: ${noon}`,
    ]);
    const outside = [clue('early', { closes: noon }), clue('late', { opens: hour.closes })];
    expect(mistakesIn(outside, hour)).toEqual([
      `clues[0].closes: ${noon}`,
      `clues[1].opens: ${hour.closes}`,
    ]);
    expect(mistakesIn([clue('a', hour)], hour)).toEqual([]);
  });

  it('H7 accepts answers that are the same once normalised', () => {
    const hunt = compiled([clue('q', answers("Fisherman's  Friend", '27'))]);
    const isAnswer = (text: string) => hunt.clueById.get('q')?.isAnswer?.(text);
    expect(isAnswer(' fishermans friend! ')).toBe(true);
    expect(isAnswer('FISHERMAN’S-FRIEND')).toBe(true);
    expect(isAnswer('２７')).toBe(true);
    expect(isAnswer('fisher friend')).toBe(false);
    expect(isAnswer('')).toBe(false);
    expect(compiled([clue('c')]).clueById.get('c')?.isAnswer).toBeUndefined();
  });

  it('H7 refuses an accepted answer of which nothing is left', () => {
    expect(mistakesIn([clue('q', answers('yes', '?!'))])).toEqual([
      'clues[0].find.answer.accept[1]: "?!"',
    ]);
  });

  it('H7 carries attempt limits and cool-downs in milliseconds', () => {
    const find = { answer: { accept: ['x'], attempts: 3, coolDownS: 1.5 } };
    const hunt = compiled([clue('q', { find }), clue('p', answers('x'))]);
    expect(hunt.clueById.get('q')).toMatchObject({ attempts: 3, coolDownMs: 1_500 });
    expect(hunt.clueById.get('p')?.coolDownMs).toBeUndefined();
  });

  it('H8 gives one canonical text to files that mean the same', () => {
    const clueLine = '  - {id: a, title: T, points: 5, find: {code: X}}';
    const one = `trove: 1\nslug: demo\ntitle: "Demo"\nclues:\n${clueLine}`;
    const other =
      '# hello\nclues:\n- find: {code: "X"}\n  points: 5\n  text: ""\n  title: T\n  id: a\n';
    const texts = [one, `${other}title: Demo\nslug: demo\nclock: wall\ntrove: 1\n`].map((text) => {
      const reading = parseHuntFile(text);
      return reading.ok ? canonicalHunt(reading.definition) : 'not read';
    });
    expect(texts[0]).toBe(texts[1]);
    expect(texts[0]).toMatch(/^\{"badges":\[\],"clock":"wall","clues":\[\{"find"/);
    const again = HuntDefinition.parse(JSON.parse(texts[0] ?? ''));
    expect(canonicalHunt(again)).toBe(texts[0]);
  });
});
