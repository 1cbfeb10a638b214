import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import {
  after,
  answer,
  code,
  edited,
  findingsIn,
  huntOf,
  place,
  rule,
  told,
} from './lint.fixture.js';
import { lintHuntFile } from './lintHuntFile.js';

const folder = new URL('../../../../../examples/hunts/', import.meta.url);
const examples = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const at = (time: string) => `2031-03-14T${time}:00Z`;

const HINT = { id: 'h', text: 'Look up.' };
const unlockingItself = rule("verdict == 'solved' && clue.id == 'a'", { then: { unlock: ['a'] } });
const OPTIONS = ['one', 'two'].map((id) => ({ id, text: id }));

describe('lintHuntFile', () => {
  it.each(examples)('Q1 is quiet on %s', (name) => {
    expect(findingsIn(readFileSync(new URL(name, folder), 'utf8'))).toEqual([]);
  });

  it('Q1 tells mistakes first, and suspicions in the order of lines', () => {
    const clues = [code('a', { points: 0 }), answer('b', ['Pear', 'pear!'])];
    const [points, twice] = findingsIn(huntOf(clues));
    expect(points).toMatchObject({ severity: 'warning', rule: 'Q12', path: 'clues[0].points' });
    expect(twice).toMatchObject({ rule: 'Q7', path: 'clues[1].find.answer.accept[1]' });
    expect((twice?.line ?? 0) > (points?.line ?? 0)).toBe(true);
    const half = findingsIn(huntOf([...clues, code('c', after('nowhere'))]));
    expect(half).toMatchObject([{ severity: 'error', rule: 'H4', found: 'nowhere' }]);
    expect(lintHuntFile(huntOf(clues)).hunt?.definition.slug).toBe('demo');
  });

  it.each([
    ['H1', 'a: [\n'],
    ['H2', huntOf([code('a', { points: -1 })])],
    ['H3', huntOf([code('a'), code('a', { find: { code: 'X' } })])],
    ['H4', huntOf([code('a'), code('b', { requires: { all: ['x'] } })])],
    ['H5', huntOf([code('a', after('b')), code('b', after('a'))])],
    ['H6', huntOf([code('a', { opens: at('12:00'), closes: at('11:00') })])],
    ['H7', huntOf([answer('a', ['?!'])])],
    ['R8', huntOf([code('a')], { rules: [rule('team.size > 1')] })],
    ['Q11', huntOf([code('a')], { rules: [rule('team.score / (3 - 3) > 1')] })],
    ['Q11', huntOf([code('a')], { rules: [rule('team.score % 0 == 1')] })],
    ['A4', huntOf([code('a', { hints: [HINT, HINT] })])],
    ['C3', huntOf([code('a', { find: { choice: { options: OPTIONS } } })])],
    ['E9', huntOf([code('a', { locked: true })])],
    ['H5', huntOf([code('a', { locked: true })], { rules: [unlockingItself] })],
    ['E10', huntOf([code('a')], { rules: [rule('true', { then: { unlock: ['x'] } })] })],
    ['E10', huntOf([code('a')], { rules: [rule('true', { then: { badge: 'x' } })] })],
    ['V6', huntOf([code('a', { decay: { linear: { perSolve: 1, floor: 9 } } })])],
    ['H2', huntOf([code('a')], { rules: [rule('true', { when: undefined })] })],
  ])('Q2 gives each mistake of %s its rule and a mend', (number, text) => {
    for (const finding of findingsIn(text)) {
      expect(finding).toMatchObject({ severity: 'error', rule: number });
      expect(finding.mend).toMatch(/^[A-Z].{10,}\.$/);
    }
    expect(findingsIn(text).length).toBeGreaterThan(0);
  });

  it.each([
    ['a name', huntOf([code('pier'), code('b', after('peir'))])],
    ['a key', huntOf([code('pier', { tittle: undefined, reqires: { all: ['b'] } }), code('b')])],
    ['a type', huntOf([code('a')], { rules: [rule('true', { on: 'code.scaned.v1' })] })],
    ['a bare number', huntOf([code('a', { find: { code: 12 } })])],
    ['a verdict', huntOf([code('a')], { rules: [rule("verdict == 'sloved'")] })],
    ['a field', huntOf([code('a')], { rules: [rule('team.scor > 3')] })],
    ['points', huntOf([code('a', { points: 0 })])],
    ['a radius', huntOf([place('a', 54), place('b', 54.0008)])],
    [
      'a limit',
      huntOf([code('a')], { rules: [rule("verdict == 'solved'", { limit: { perTeam: 9 } })] }),
    ],
  ])('Q2 mends %s by an edit of the text', (_name, text) => {
    const [finding] = findingsIn(text);
    if (finding === undefined) throw new Error('nothing was found');
    const mended = findingsIn(edited(text, finding));
    expect(mended.filter(({ rule: number }) => number === finding.rule)).toEqual([]);
  });

  it('Q3 finds clues that close before they can be unlocked', () => {
    const late = code('a', { opens: at('14:00') });
    const early = code('b', { closes: at('13:30'), ...after('a') });
    const hunt = { opens: at('13:00'), closes: at('15:00') };
    expect(told([late, early, code('c', after('b'))], hunt)).toEqual([
      'Q3 clues[1].closes',
      'Q3 clues[2].requires',
    ]);
    const chained = [code('x', { opens: at('13:20') }), code('y', { ...early, ...after('x') })];
    expect(told([late, ...chained], hunt)).toEqual([]);
  });

  it('Q3 waits for the earliest of any, and lets rules unlock', () => {
    const late = code('a', { opens: at('14:00') });
    const early = code('b', { closes: at('13:30'), requires: { any: ['a', 'c'] } });
    expect(told([late, early, code('c')])).toEqual([]);
    const needsBoth = { ...early, requires: { atLeast: 2, of: ['a', 'c'] } };
    expect(told([late, needsBoth, code('c')])).toEqual(['Q3 clues[1].closes']);
    const rules = [rule("clue.id == 'c'", { then: { unlock: ['b'] } })];
    expect(told([late, needsBoth, code('c')], { rules })).toEqual([]);
  });

  it('Q3 what a rule unlocks waits for the solves that set the rule off', () => {
    const late = code('a', { opens: at('14:00') });
    const gate = code('gate', { locked: true, closes: at('13:30') });
    const rules = (when: string) => [rule(when, { then: { unlock: ['gate'] } })];
    const clues = [late, gate, code('c')];
    const solved = (...ids: string[]) =>
      `verdict == 'solved' && clue.id in ['${ids.join("', '")}']`;
    expect(told(clues, { rules: rules(solved('a')) })).toEqual(['Q3 clues[1].closes']);
    expect(told(clues, { rules: rules(solved('a', 'c')) })).toEqual([]);
    expect(told(clues, { rules: rules("clue.id == 'a'") })).toEqual([]);
    const behind = [late, gate, code('c', { locked: true })];
    const further = { ...rule(solved('gate'), { then: { unlock: ['c'] } }), id: 's' };
    const [, missing] = findingsIn(huntOf(behind, { rules: [...rules(solved('a')), further] }));
    expect(missing).toMatchObject({ rule: 'Q3', path: 'clues[2].locked' });
    expect(missing?.mend).toContain('let another rule unlock "c"');
  });

  it('Q5 finds circles that overlap while both are open', () => {
    const near = place('b', 54.0008);
    expect(told([place('a', 54), near])).toEqual(['Q5 clues[1].find.place.radiusM']);
    expect(told([place('a', 54), place('b', 54.001)])).toEqual([]);
    expect(told([place('a', 54), { ...near, ...after('a') }])).toEqual([]);
    expect(
      told([place('a', 54, { closes: at('12:00') }), { ...near, opens: at('12:00') }]),
    ).toEqual([]);
    const poles = [place('a', 90), place('b', 90)];
    expect(told(poles)).toEqual(['Q5 clues[1].find.place.radiusM']);
  });

  it('Q6 finds answers of two open clues that are the same, when they say something', () => {
    expect(told([answer('a', ['Marzipan']), answer('b', ['cake', 'MARZIPAN!'])])).toEqual([
      'Q6 clues[1].find.answer.accept[1]',
    ]);
    expect(told([answer('a', ['yes', '1640']), answer('b', ['Yes', '1640'])])).toEqual([]);
    expect(told([answer('a', ['Marzipan']), answer('b', ['Marzipan'], after('a'))])).toEqual([]);
  });

  it('Q7 finds an answer a clue accepts already', () => {
    expect(told([answer('a', ['Pear', 'a pear', 'PEAR '])])).toEqual([
      'Q7 clues[0].find.answer.accept[2]',
    ]);
  });

  it('Q12 finds what changes nothing', () => {
    const none = { points: 0 };
    expect(told([code('a', none)])).toEqual(['Q12 clues[0].points']);
    expect(told([code('a', none), code('b', after('a'))])).toEqual([]);
    expect(told([code('a', { ...none, firstFinders: [5] })])).toEqual([]);
    const rules = [rule("verdict == 'solved'")];
    expect(told([code('a', none)], { rules })).toEqual([]);
    const hints = [rule("verdict == 'hinted'", { on: 'hint.requested.v1' })];
    expect(told([code('a', none)], { rules: hints })).toEqual(['Q12 clues[0].points']);
    const idle = rule("verdict == 'wrong'", { on: 'clue.answered.v1', then: { award: 0 } });
    expect(told([answer('a', ['pear'])], { rules: [idle] })).toEqual(['Q12 rules[0].then']);
    const badges = [{ id: 'star', title: 'Star' }];
    const awarded = { ...idle, then: { award: 0, badge: 'star' } };
    expect(told([answer('a', ['pear'])], { badges, rules: [awarded] })).toEqual([]);
  });

  it('Q13 misses a join code on the wall clock only', () => {
    expect(told([code('a')], { joinCode: undefined })).toEqual(['Q13 slug']);
    expect(told([code('a')], { joinCode: undefined, clock: 'events' })).toEqual([]);
  });

  it('Q14 never throws, whatever the parts', () => {
    const when = fc.constantFrom(
      ...["verdict == 'solved'", 'true', 'false', '!(1 < 2)', 'team.score / clue.points > 2'],
      ...["clue.id in ['a', 'b']", "'a' < 'b'", 'has(event.data.lat)', '1 / 0 > 1', 'x', ''],
    );
    const clue = fc.record(
      {
        id: fc.constantFrom('a', 'b', 'c'),
        title: fc.constant('T'),
        points: fc.integer({ min: -1, max: 3 }),
        find: fc.constantFrom(
          { code: 'A' },
          { place: { lat: 1, lon: 1 } },
          { answer: { accept: ['x'] } },
        ),
        requires: fc.constantFrom(
          { all: ['a'] },
          { any: ['b', 'c'] },
          { atLeast: 2, of: ['a', 'b'] },
        ),
        opens: fc.constantFrom(at('10:00'), at('12:00')),
        closes: fc.constantFrom(at('11:00'), at('13:00'), 'soon'),
      },
      { requiredKeys: ['id', 'title', 'points', 'find'] },
    );
    const hunt = fc.record({
      clues: fc.array(clue, { minLength: 1, maxLength: 4 }),
      rules: fc.array(
        when.map((text) => rule(text)),
        { maxLength: 3 },
      ),
    });
    fc.assert(
      fc.property(hunt, ({ clues, rules }) => {
        const text = stringify({ trove: 1, slug: 'demo', title: 'Demo', clues, rules });
        for (const { line, mend } of findingsIn(text)) {
          expect(line).toBeGreaterThan(0);
          expect(mend).not.toBe('');
        }
      }),
      { numRuns: 60 },
    );
  });
});
