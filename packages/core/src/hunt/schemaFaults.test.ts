import { describe, expect, it } from 'vitest';
import { lintHuntFile } from './lint/lintHuntFile.js';
import { parseHuntFile } from './parseHuntFile.js';

const HEAD = 'trove: 1\nslug: demo\ntitle: Demo\njoinCode: DEMO\nclues:\n';
const CLUE = '  - { id: a, title: A, points: 1, find: { code: X } }\n';
const TWICE = 'Take one of the two out, or give it another name.';

const SHAPE = '{ solves: 3, floor: 1 }';
const BOTH_DECAYS = `find: { code: X }, decay: { linear: ${SHAPE}, parabolic: ${SHAPE} }`;
const PHASES = 'scheduled, live, paused, closed, ended';

const withClue = (more: string) => {
  return `${HEAD}${CLUE.replace('find: { code: X }', more)}`;
};
const withEvent = (event: string) => {
  return `${HEAD}${CLUE}fixtures:\n  - name: one\n    events:\n      - ${event}\n`;
};

/** Path, what was found, and what is said of it. */
function told(text: string): readonly (readonly string[])[] {
  const reading = parseHuntFile(text);
  if (reading.ok) return [];
  return reading.mistakes.map(({ path, found, message }) => [path, found, message]);
}

describe('H2 of several shapes, the one meant', () => {
  it.each([
    [
      withClue('find: { cod: X }'),
      'clues[0].find.cod',
      'There is no "cod" here. Did you mean "code"?',
    ],
    [
      withClue('find: { code: X }, requires: { al: [a] }'),
      ...['clues[0].requires.al', 'There is no "al" here. Did you mean "all"?'],
    ],
    [
      withClue(BOTH_DECAYS),
      ...['clues[0].decay.linear', 'There is no "linear" beside "parabolic".'],
    ],
    [
      withEvent('{ scn: X, team: t }'),
      ...['fixtures[0].events[0].scn', 'There is no "scn" here. Did you mean "scan"?'],
    ],
    [withEvent('{ scan: X }'), 'fixtures[0].events[0].team', '"team" is missing.'],
    [
      withEvent('{ scan: X, visit: Y, team: t }'),
      ...['fixtures[0].events[0].visit', 'There is no "visit" beside "scan", "team".'],
    ],
    [
      withEvent('{ scan: X, team: t, expect: { point: 10 } }'),
      ...['fixtures[0].events[0].expect.point', 'There is no "point" here. Did you mean "points"?'],
    ],
  ])('is told of: %s', (text, path, message) => {
    expect(told(text).map(([where, , says]) => [where, says])).toEqual([[path, message]]);
  });

  it('is named with all others where nothing of any is there', () => {
    const [mistake] = told(withEvent('{ team: t }'));
    expect(mistake?.[0]).toBe('fixtures[0].events[0]');
    const reading = parseHuntFile(withEvent('{ team: t }'));
    const allowed = reading.ok ? '' : reading.mistakes[0]?.allowed;
    expect(allowed).toMatch(/^\{ scan \} or \{ visit \} or /);
  });

  it('may be a plain value, told in its own words', () => {
    const reading = parseHuntFile(withEvent('{ scan: X, team: t, at: -5m }'));
    const mistakes = reading.ok ? [] : reading.mistakes;
    expect(mistakes.map(({ path, allowed }) => [path, allowed])).toEqual([
      ['fixtures[0].events[0].at', 'an RFC 3339 time with zone or an offset as +10m or +1h30m5s'],
    ]);
  });
});

describe('a mend', () => {
  const mendsOf = (text: string) => lintHuntFile(text).findings.map(({ mend }) => mend);

  it.each([
    [withEvent('{ team: t, type: code.scanned.v1, data: { nope: 1 } }'), 'Add code: a text.'],
    [withClue(BOTH_DECAYS), 'Take linear out; here may stand parabolic.'],
    [withClue('find: { code: X }, points: 2'), TWICE],
    [HEAD + CLUE.replace('points: 1', 'points: -1'), 'Make it at least 0; it is -1.'],
    [HEAD + CLUE.replace('points: 1', 'points: .nan'), 'Write a number in place of NaN.'],
    ['# nothing yet\n', 'Write a hunt: a block of keys.'],
    [withEvent('{ phase: dancing }'), `Write one of these in place of "dancing": ${PHASES}.`],
  ])('can be followed: %s', (text, mend) => {
    expect(mendsOf(text)).toEqual([mend]);
  });
});

describe('H1 a place in the file', () => {
  const placeOf = (text: string) => {
    const reading = parseHuntFile(text);
    return reading.ok ? [] : reading.mistakes.map(({ line, message }) => [line, message]);
  };

  it('is told of an alias within itself, of too many aliases, of a second document', () => {
    expect(placeOf('trove: 1\nclues: &c [*c]\n')).toEqual([
      [2, 'An alias may not stand within what it stands for.'],
    ]);
    const bomb = ['b', 'c', 'd', 'e'].reduce(
      ({ text, last }, name) => {
        const many = Array.from({ length: 9 }, () => `*${last}`).join();
        return { text: `${text}${name}: &${name} [${many}]\n`, last: name };
      },
      { text: 'trove: 1\na: &a [x, x]\n', last: 'a' },
    );
    expect(placeOf(bomb.text)).toEqual([[6, 'Aliases expand too far.']]);
    expect(placeOf(`${HEAD}${CLUE}---\na: 1\n`)).toEqual([
      [7, 'A hunt file holds one hunt: "---" may not start another.'],
    ]);
  });
});
