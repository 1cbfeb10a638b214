import type { Mistake } from '@trove/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileHunt } from './compileHunt.js';
import { parseHuntFile } from './parseHuntFile.js';

/** A hunt file of these lines of clues and rules; the clues begin on line 5. */
function fileOf(clues: readonly string[], rules: readonly string[] = []): string {
  const head = ['trove: 1', 'slug: demo', 'title: Demo', 'clues:'];
  const tail = rules.length === 0 ? [] : ['rules:', ...rules];
  return [...head, ...clues, ...tail].map((line) => `${line}\n`).join('');
}

const clue = (id: string, more = '') =>
  `  - { id: ${id}, title: T, points: 5, find: { code: C-${id} }${more} }`;
const rule = (id: string, when: string) =>
  `  - { id: ${id}, on: place.visited.v1, when: ${when}, then: { award: 1 } }`;

function mistakesIn(text: string): readonly Mistake[] {
  const reading = parseHuntFile(text);
  return reading.ok ? [] : reading.mistakes;
}

/** The text a mistake points at, to the end of its line. */
function pointedAt(text: string, { line, column }: Mistake): string {
  return (text.split('\n')[line - 1] ?? '').slice(column - 1);
}

function theMistakeIn(text: string) {
  const mistakes = mistakesIn(text);
  expect(mistakes).toHaveLength(1);
  const [mistake] = mistakes as [Mistake];
  return { ...mistake, at: pointedAt(text, mistake) };
}

describe('parseHuntFile', () => {
  it('H1 reads a whole file, with defaults filled in', () => {
    const reading = parseHuntFile(fileOf([clue('a')], [rule('r', 'team.solved == 1')]));
    expect(reading).toMatchObject({
      ok: true,
      definition: { clock: 'wall', clues: [{ id: 'a', text: '' }], rules: [{ id: 'r' }] },
    });
  });

  it.each([
    ['a syntax mistake', 'trove: 1\ntitle: "open\n', 3],
    ['a flow left open', 'trove: 1\nclues: [\n', 3],
    ['a tab for indentation', 'clues:\n\t- id: a\n', 2],
    ['an unknown tag', 'trove: !!js/function 1\n', 1],
    ['a plain text with a colon', 'trove: 1\ntitle: Stop: here\n', 2],
  ])('H1 tells the line of %s', (_name, text, line) => {
    const [mistake] = mistakesIn(text);
    expect(mistake).toMatchObject({ line, path: '', allowed: 'well-formed YAML 1.2' });
  });

  it('H1 refuses a key that stands twice', () => {
    const mistake = theMistakeIn('trove: 1\nslug: a\ntitle: A\nslug: b\nclues: []\n');
    expect(mistake).toMatchObject({ line: 4, column: 1, found: 'slug', allowed: 'each key once' });
    expect(mistake.at).toBe('slug: b');
  });

  it('H1 refuses aliases that expand too far', () => {
    const levels = Array.from({ length: 12 }, (_, level) => {
      const before = level === 0 ? 'x' : `*a${level - 1}`;
      return `a${level}: &a${level} [${Array.from({ length: 10 }, () => before).join(', ')}]`;
    });
    expect(theMistakeIn(levels.join('\n')).message).toContain('Aliases expand too far');
    expect(theMistakeIn(`a: &a 1\nb: [${'*a, '.repeat(101)}]`).line).toBe(2);
    expect(theMistakeIn('a: *nothing').message).toContain('Aliases');
    expect(mistakesIn('a: &a [*a]').length).toBeGreaterThan(0);
  });

  it.each([
    ['flow', '['.repeat(200_000)],
    ['closed flow', `${'['.repeat(5_000)}${']'.repeat(5_000)}`],
    ['block', `a: ${'- '.repeat(100_000)}x`],
    ['compact block', `${'- '.repeat(50_000)}x`],
    ['map', Array.from({ length: 1_300 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
    ['explicit keys', '? '.repeat(100_000)],
    ['anchors', '&a '.repeat(100_000)],
    ['tags', '!a '.repeat(100_000)],
  ])('H1 stops hostile nesting: %s', (_name, text) => {
    expect(theMistakeIn(text).message).toBe('The file is nested too deeply.');
  });

  it('H1 stops texts of too many parts, mistakes or documents', () => {
    expect(theMistakeIn('- 1\n'.repeat(100_000)).message).toBe('The file has too many parts.');
    expect(mistakesIn(']'.repeat(100_000))).toHaveLength(100);
    expect(theMistakeIn(`a: "${'\\x'.repeat(50_000)}"`).message).toContain('too long');
    expect(theMistakeIn('---\n'.repeat(100_000)).allowed).toBe('one document');
  });

  it('H1 refuses a file above its bound, an empty one and one with two hunts', () => {
    expect(theMistakeIn(`# ${'é'.repeat(600_000)}`).message).toBe('The file is too large.');
    expect(theMistakeIn('').message).toContain('The file is empty');
    const file = fileOf([clue('a')]);
    expect(theMistakeIn(`${file}---\n${file}`).allowed).toBe('one document');
  });

  it('H1 never throws, whatever the text', () => {
    const piece = fc.constantFrom(
      ...['trove: 1', 'clues:', '- id: a', '\n', '  ', '{', '}', '[', ']', '&a ', '*a', '!!map '],
      ...['"', "'", '|', '>', '? ', ': ', '# ', '---\n', '__proto__: 1', 'rules:', '%YAML 9\n'],
    );
    const text = fc.oneof(
      fc.array(piece).map((pieces) => pieces.join('')),
      fc.string(),
    );
    fc.assert(
      fc.property(text, (written) => {
        for (const mistake of mistakesIn(written)) {
          expect(mistake.line).toBeGreaterThan(0);
          expect(mistake.column).toBeGreaterThan(0);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('H2 points at values and keys of the wrong shape, in the order of the lines', () => {
    const text = fileOf([
      '  - id: Bad Id',
      '    title: T',
      "    points: '5'",
      '    find: { place: { lat: 91, lon: 2, latt: 3 } }',
      '  - id: b',
      '    points: 1.5',
      '    find: {}',
      '    requires: { atleast: 2, of: [b] }',
      '  - { id: c, title: T, points: -1, find: { code: 12 } }',
    ]);
    const told = mistakesIn(text).map((mistake) => {
      const { path, found, allowed } = mistake;
      return [path, pointedAt(text, mistake).slice(0, 8), found, allowed];
    });
    expect(told).toEqual([
      ['clues[0].id', 'Bad Id', '"Bad Id"', '1 to 48 of a-z 0-9 . _ -'],
      ['clues[0].points', "'5'", '"5"', 'a number'],
      ['clues[0].find.place.lat', '91, lon:', '91', 'at most 90'],
      [
        'clues[0].find.place.latt',
        'latt: 3 ',
        'latt',
        'id, lat, lon, radiusM, minShare, maxAccuracyM, maxAgeS, onMap',
      ],
      ['clues[1].title', 'id: b', 'nothing', 'a text'],
      ['clues[1].points', '1.5', '1.5', 'a whole number'],
      [
        'clues[1].find',
        '{}',
        '{}',
        '{ place } or { code } or { answer } or { choice } or { photo }',
      ],
      ['clues[1].requires.atleast', 'atleast:', 'atleast', 'atLeast, of'],
      ['clues[2].points', '-1, find', '-1', 'at least 0'],
      ['clues[2].find.code', '12 } }', '12', 'a text'],
    ]);
  });

  it('H2 tells a mistyped key once, and a missing one beside it', () => {
    const text = fileOf(['  - { id: a, titel: T, pionts: 5, find: { code: A }, x: 1 }', clue('b')]);
    const told = mistakesIn(text).map(({ path, suggestion }) => `${path} ${suggestion}`);
    const keys = ['clues[0].titel title', 'clues[0].pionts points', 'clues[0].x undefined'];
    expect(told).toEqual(keys);
    const missing = fileOf(['  - { id: a, titel: T, find: { code: A } }']);
    expect(mistakesIn(missing).map(({ path }) => path)).toEqual([
      'clues[0].points',
      'clues[0].titel',
    ]);
  });

  it('H2 suggests what was probably meant', () => {
    const file = fileOf([clue('pier'), clue('b', ', reqires: { all: [peir] }')]);
    expect(theMistakeIn(file).message).toBe('There is no "reqires" here. Did you mean "requires"?');
    const wrongType = fileOf(
      [clue('a')],
      ['  - { id: r, on: place.visted.v1, when: "true", then: { award: 1 } }'],
    );
    expect(theMistakeIn(wrongType)).toMatchObject({
      message: '"on" is not one of the known values. Did you mean "place.visited.v1"?',
      at: expect.stringMatching(/^place\.visted/),
    });
  });

  it('H2 tells of mistakes of all kinds at once', () => {
    const text = fileOf(
      [clue('a', ', closes: tomorrow'), clue('b', ', requires: { all: [nowhere] }')],
      [rule('r', 'event.data.plaice == "x"')],
    );
    const paths = mistakesIn(text).map(({ path }) => path);
    expect(paths).toEqual(['clues[0].closes', 'clues[1].requires.all[0]', 'rules[0].when']);
  });

  it('H2 tells at most 100 mistakes', () => {
    const clues = Array.from({ length: 150 }, (_, index) => clue(`c${index}`, ', wrong: 1'));
    expect(mistakesIn(fileOf(clues))).toHaveLength(100);
  });

  it('H2 takes no key from the prototype', () => {
    const text = `${fileOf([clue('a')])}__proto__: { slug: other }\nconstructor: 1\n`;
    expect(mistakesIn(text).map(({ path }) => path)).toEqual(['__proto__', 'constructor']);
  });

  it.each([
    ['plain', 'when: event.data.lng > 1'],
    ['single quotes', "when: 'event.data.place == ''x'' && event.data.lng > 1'"],
    ['double quotes', 'when: "event.data.place == \\"x\\" && event.data.lng > 1"'],
    ['literal block', 'when: |\n      team.solved > 3 &&\n      event.data.lng > 1'],
    ['folded block', 'when: >-\n      team.solved > 3\n      && event.data.lng > 1'],
    ['several plain lines', 'when: team.solved > 3\n      && event.data.lng > 1'],
  ])('H2 points into a condition written as %s', (_name, when) => {
    const text = fileOf([clue('a')], ['  - id: r', '    on: place.visited.v1', `    ${when}`]);
    const file = `${text}    then: { award: 1 }\n`;
    const mistake = theMistakeIn(file);
    expect(mistake.at).toMatch(/^lng > 1/);
    expect(mistake).toMatchObject({ path: 'rules[0].when', found: 'lng' });
    expect(mistake.message).toContain('^^^');
  });

  it('R8 checks verdicts and clues named in conditions', () => {
    const named = (when: string) => mistakesIn(fileOf([clue('pier')], [rule('r', when)]));
    expect(named(`"verdict == 'sloved'"`)[0]?.message).toContain('Did you mean "solved"?');
    expect(named(`"clue.id == 'peir'"`)[0]?.message).toContain('Did you mean "pier"?');
    expect(named(`"clue.id in ['pier', '']"`)).toEqual([]);
  });

  it('R9 bounds the work of all conditions on one event type', () => {
    const sum = `"${Array.from({ length: 140 }, () => '1').join('+')} > 1"`;
    const rules = Array.from({ length: 40 }, (_, index) => rule(`r${index}`, sum));
    const mistake = theMistakeIn(fileOf([clue('a')], rules));
    expect(mistake.message).toBe('With this rule, one event would take too much work.');
    expect(mistake.path).toBe('rules[35].when');
  });

  it('H9 gives out only what compiles', () => {
    const reading = parseHuntFile(fileOf([clue('a')], [rule('r', 'clue.solves == 1')]));
    if (!reading.ok) throw new Error('the file is right');
    expect(compileHunt(reading.definition, 3)).toMatchObject({ ok: true, hunt: { version: 3 } });
  });
});
