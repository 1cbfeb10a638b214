import { readdirSync, readFileSync } from 'node:fs';
import { HuntDefinition } from '@trove/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalHunt } from '../canonicalHunt.js';
import { parseHuntFile } from '../parseHuntFile.js';
import { applyChanges } from './applyChanges.js';
import { diffHunts } from './diffHunts.js';
import { diffJson } from './diffJson.js';

const folder = new URL('../../../../../examples/hunts/', import.meta.url);
const examples = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const definitions = examples.map((name) => {
  const reading = parseHuntFile(readFileSync(new URL(name, folder), 'utf8'));
  if (!reading.ok) throw new Error(`${name} is not right`);
  return reading.definition;
});

const clue = (id: string, more: object = {}) => ({
  ...{ id, title: `The ${id}`, points: 30, find: { code: id.toUpperCase() } },
  ...more,
});
const place = (id: string, more: object = {}) => {
  return clue(id, { find: { place: { lat: 54, lon: 11, radiusM: 50, ...more } } });
};
const rule = (more: object = {}) => ({
  ...{ id: 'night-owl', on: 'code.scanned.v1', when: 'true', then: { award: 3 } },
  ...more,
});
const hunt = (more: object = {}) =>
  HuntDefinition.parse({
    ...{ trove: 1, slug: 'demo', title: 'Demo', joinCode: 'DEMO', clues: [clue('lighthouse')] },
    ...more,
  });
const withClue = (one: object) => hunt({ clues: [one] });
const withRule = (more: object = {}) => hunt({ rules: [rule(more)] });

const clues = (...ids: string[]) => hunt({ clues: ids.map((id) => clue(id)) });
const kinds = (one: HuntDefinition, other: HuntDefinition) =>
  diffHunts(one, other).changes.map(({ kind, path }) => `${kind} ${path}`);

describe('the differences of two hunts', () => {
  it('DF1 are none of a hunt and itself, however it is written', () => {
    for (const one of definitions) {
      const again = HuntDefinition.parse(JSON.parse(canonicalHunt(one)));
      expect(diffHunts(one, again)).toEqual({ changes: [], says: [] });
    }
  });

  it('DF1 make the one into the other, whatever the two are', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...definitions),
        fc.constantFrom(...definitions),
        fc.nat(),
        (a, b, n) => {
          const mixed = mixedOf(a, b, n);
          const { changes, says } = diffHunts(a, mixed);
          const made = applyChanges(JSON.parse(canonicalHunt(a)), changes);
          expect(made).toEqual(JSON.parse(canonicalHunt(mixed)));
          expect(order(made)).toEqual(order(mixed));
          expect(says.length > 0).toBe(changes.length > 0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('DF1 make any JSON into any other', () => {
    const item = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), value: fc.jsonValue() });
    const list = fc.uniqueArray(item, { selector: ({ id }) => id });
    const value = fc.oneof(fc.jsonValue(), list, fc.dictionary(fc.string(), fc.oneof(list, item)));
    fc.assert(
      fc.property(value, value, (before, after) => {
        // What JSON can't tell apart is no difference: -0 is 0.
        const [one, other] = [before, after].map((v) => JSON.parse(JSON.stringify(v)) as unknown);
        expect(applyChanges(one, diffJson(one, other))).toEqual(other);
      }),
      { numRuns: 500 },
    );
  });

  it('DF2 of lists go by name: what is put in or moved changes nothing else', () => {
    expect(kinds(clues('a', 'b', 'c'), clues('a', 'x', 'b', 'c'))).toEqual(['added clues[x]']);
    expect(kinds(clues('a', 'b', 'c'), clues('a', 'c'))).toEqual(['removed clues[b]']);
    expect(kinds(clues('a', 'b', 'c', 'd'), clues('d', 'a', 'b', 'c'))).toEqual(['moved clues[d]']);
    const { changes } = diffHunts(clues('a', 'b'), clues('b', 'x', 'a'));
    expect(changes).toMatchObject([
      { kind: 'moved', path: 'clues[b]' },
      { kind: 'added', behind: 'b', steps: ['clues', { by: 'id', is: 'x' }] },
    ]);
    expect(kinds(withClue(clue('a')), withClue(clue('a', { points: 40 })))).toEqual([
      'changed clues[a].points',
    ]);
  });

  it.each<[string, HuntDefinition, HuntDefinition]>([
    [
      '"The lighthouse" is worth 40 points instead of 30.',
      hunt(),
      withClue(clue('lighthouse', { points: 40 })),
    ],
    ['The clue "The pier" is new, worth 30 points.', hunt(), clues('lighthouse', 'pier')],
    ['The clue "The pier" is gone.', clues('lighthouse', 'pier'), hunt()],
    [
      '4 clues are new: "The a", "The b", "The c" and "The d".',
      hunt(),
      clues('lighthouse', 'a', 'b', 'c', 'd'),
    ],
    [
      '"The a" stands 111 m from where it stood.',
      withClue(place('a')),
      withClue(place('a', { lat: 54.001 })),
    ],
    [
      'The circle of "The a" has 60 m instead of 50 m.',
      withClue(place('a')),
      withClue(place('a', { radiusM: 60 })),
    ],
    ['"The a" is found by its place instead of its code.', clues('a'), withClue(place('a'))],
    [
      '"The lighthouse" has another code.',
      hunt(),
      withClue(clue('lighthouse', { find: { code: 'X' } })),
    ],
    [
      '"The lighthouse" is called "Light" now.',
      hunt(),
      withClue(clue('lighthouse', { title: 'Light' })),
    ],
    [
      '"The b" waits for one of "a" instead of nothing.',
      clues('a', 'b'),
      hunt({ clues: [clue('a'), clue('b', { requires: { any: ['a'] } })] }),
    ],
    [
      'The hint "low" of "The lighthouse" is new.',
      hunt(),
      withClue(clue('lighthouse', { hints: [{ id: 'low', text: 'Look.' }] })),
    ],
    [
      'Rule "night-owl" now fires once per team instead of every time its condition holds.',
      withRule(),
      withRule({ limit: { perTeam: 1 } }),
    ],
    [
      'Rule "night-owl" now fires for the first 3 teams instead of once per team.',
      withRule({ limit: { perTeam: 1 } }),
      withRule({ limit: { first: 3 } }),
    ],
    [
      'Rule "night-owl" awards 5 points instead of 3 points.',
      withRule(),
      withRule({ then: { award: 5 } }),
    ],
    [
      'Rule "night-owl" fires when "team.solved > 1" instead of "true".',
      withRule(),
      withRule({ when: 'team.solved > 1' }),
    ],
    ['The rule "night-owl" is new, on code.scanned.v1.', hunt(), withRule()],
    ['The hunt is called "Other" instead of "Demo".', hunt(), hunt({ title: 'Other' })],
    [
      'The closing is "2031-03-14T18:00:00Z", which was not given before.',
      hunt(),
      hunt({ closes: '2031-03-14T18:00:00Z' }),
    ],
    ['The join code is another.', hunt(), hunt({ joinCode: 'OTHER' })],
    ['There is no join code any more.', hunt(), hunt({ joinCode: undefined })],
    ['maxEvents is 5 instead of 10000000.', hunt(), hunt({ maxEvents: 5 })],
  ])('DF3 are said in words: %s', (sentence, before, after) => {
    expect(diffHunts(before, after).says).toEqual([sentence]);
  });

  it('DF3 say of answers which came and which went', () => {
    const answers = (...accept: string[]) => withClue(clue('a', { find: { answer: { accept } } }));
    expect(diffHunts(answers('pear', 'fig'), answers('pear', 'plum')).says).toEqual([
      '"The a" accepts "plum" too.',
      '"The a" does not accept "fig" any more.',
    ]);
    const tries = (attempts: number) =>
      withClue(clue('a', { find: { answer: { accept: ['x'], attempts } } }));
    expect(diffHunts(tries(2), tries(3)).says).toEqual([
      'clues[a].find.answer.attempts is 3 instead of 2.',
    ]);
  });

  it('DF3 tell by its path whatever has no words of its own', () => {
    const window = (windowS: number) => ({
      quality: { dedup: { fingerprint: { windows: [{ on: 'code.scanned.v1', windowS }] } } },
    });
    expect(diffHunts(hunt(window(3)), hunt(window(4))).says).toEqual([
      'quality.dedup.fingerprint.windows[code.scanned.v1].windowS is 4 instead of 3.',
    ]);
    const flags = (...fields: object[]) => hunt({ eventTypes: [{ type: 'custom.f.v1', fields }] });
    const [one, other] = [flags(), flags({ name: 'a', kind: 'boolean' })];
    expect(diffHunts(one, other).says).toHaveLength(1);
    expect(diffHunts(hunt(), one).says).toHaveLength(1);
  });
});

/** A hunt between two, other for each number. */
function mixedOf(one: HuntDefinition, other: HuntDefinition, n: number): HuntDefinition {
  const rest = other.clues.filter(({ id }) => !one.clues.some((own) => own.id === id));
  const all = [...one.clues, ...rest.slice(0, n % 5)].filter((_, i) => (n + i) % 4 !== 0);
  const shifted = [...all.slice(n % (all.length + 1)), ...all.slice(0, n % (all.length + 1))];
  const changed = shifted.map((own, i) => {
    return (n + i) % 3 === 0 ? { ...own, points: own.points + 1, title: `${own.title}!` } : own;
  });
  const rules = n % 2 === 0 ? one.rules.toReversed() : other.rules;
  return { ...one, title: n % 3 === 0 ? other.title : one.title, clues: changed, rules };
}

function order(value: unknown): readonly string[] {
  const { clues: list, rules } = value as HuntDefinition;
  return [...list, ...rules].map(({ id }) => id);
}
