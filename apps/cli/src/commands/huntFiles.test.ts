/** What `trove hunt lint` and `hunt test` say of good, bad and hostile files, and how they exit. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { createProgram } from '../program.js';
import { runProgram } from '../runProgram.js';

const folder = mkdtempSync(join(tmpdir(), 'trove-hunts-'));
const HEAD = 'trove: 1\nslug: demo\ntitle: Demo\njoinCode: DEMO\nclues:\n';
const CLUE = '  - { id: a, title: A, points: 5, find: { code: A } }\n';
const SOUND = HEAD + CLUE;

afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one command line, with what it wrote. */
async function trove(...words: string[]): Promise<Ran> {
  const written = { out: '', err: '' };
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.err += String(text);
    return true;
  });
  const code = await runProgram(createProgram, ['node', 'trove', ...words]);
  process.exitCode = undefined;
  vi.restoreAllMocks();
  return { code, ...written };
}

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const lint = (file: string, ...flags: string[]) => trove('hunt', 'lint', file, ...flags);
const test = (file: string, ...flags: string[]) => trove('hunt', 'test', file, ...flags);

describe('hunt lint', () => {
  it('exits 0 on a hunt without mistakes and says its size', async () => {
    const { code, out } = await lint(fileOf('sound.yaml', SOUND));
    expect(code).toBe(0);
    expect(out).toContain('no mistakes, no suspicions (demo: 1 clue, no rules, no fixtures)');
  });

  it('says what it has not told, below what it found and with --json', async () => {
    const worthless = (_: unknown, at: number) =>
      `  - { id: c${at}, title: C, points: 0, find: { code: C${at} } }\n`;
    const file = fileOf('many.yaml', HEAD + Array.from({ length: 101 }, worthless).join(''));
    const says = 'No more than 100 findings are told at once: there may be others.';
    expect((await lint(file)).out).toMatch(new RegExp(`100 suspicions.*\n${says}\n$`));
    const json = JSON.parse((await lint(file, '--json')).out) as Record<string, unknown>;
    expect(json).toMatchObject({ warnings: 100, unsaid: [says] });
    const sound = await lint(fileOf('sound.yaml', SOUND), '--json');
    expect(JSON.parse(sound.out)).toMatchObject({ findings: [], unsaid: [] });
  });

  it('draws the line of a mistake with a caret, and exits 1', async () => {
    const file = fileOf('wrong.yaml', SOUND.replace('points', 'txet: Hi, points'));
    const { code, out } = await lint(file);
    expect(code).toBe(1);
    const lines = out.split('\n');
    expect(lines[0]).toContain(`${file}:6:24  error H2  clues[0].txet`);
    expect(lines[3]?.indexOf('^^^^')).toBe(lines[2]?.indexOf('txet'));
    expect(out).toContain('mend     Write text in place of txet.');
  });

  it('lets suspicions pass unless it is strict', async () => {
    const file = fileOf('open.yaml', SOUND.replace('joinCode: DEMO\n', ''));
    expect(await lint(file)).toMatchObject({ code: 0, out: expect.stringContaining('Q13') });
    expect((await lint(file, '--strict')).code).toBe(1);
  });

  it('writes one object with --json', async () => {
    const file = fileOf('json.yaml', SOUND.replace('points: 5', 'points: 0'));
    const told = JSON.parse((await lint(file, '--json')).out);
    expect(told).toMatchObject({ ok: true, slug: 'demo', clues: 1, errors: 0, warnings: 1 });
    expect(told.findings[0]).toMatchObject({
      ...{ rule: 'Q12', severity: 'warning', line: 6, path: 'clues[0].points', found: '0' },
      edit: { line: 6, length: 1, replacement: '10' },
    });
  });

  it('lets nothing in the file steer the terminal', async () => {
    const file = fileOf('steer.yaml', SOUND.replace('title: Demo', 'title: "\u009bDemo", x: 1'));
    expect((await lint(file)).out).not.toContain('\u009b');
  });
});

/** A YAML file whose every level repeats the one below ten times. */
const bomb = Array.from({ length: 12 }, (_, level) => {
  const before = level === 0 ? 'x' : `*a${level - 1}`;
  return `a${level}: &a${level} [${Array.from({ length: 10 }, () => before).join(', ')}]\n`;
}).join('');
const crowd = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    return `- {id: c${index},title: T,points: 1,find: {code: C${index}}}\n`;
  }).join('');
const dividing = `${SOUND}rules:\n  - { id: r, on: code.scanned.v1, then: { award: 1 }, when: `;

describe('hunt lint refuses in one clear sentence', () => {
  it.each<[string, () => string, string, number]>([
    ['a missing file', () => join(folder, 'none.yaml'), 'there is no such file', 2],
    ['a directory', () => folder, 'it is a directory', 2],
    ['a device', () => '/dev/zero', 'it is not a regular file', 2],
    ['10 MB', () => fileOf('big', '# x\n'.repeat(2_500_000)), 'it has 10,000,000 bytes', 1],
    ['a picture', () => fileOf('png', Buffer.from('89504e470d0a1a0a0000', 'hex')), 'binary', 1],
    ['another encoding', () => fileOf('latin', Buffer.from([0x61, 0xe9, 0x62])), 'UTF-8', 1],
  ])('%s', async (_name, make, says, exit) => {
    const { code, out, err } = await lint(make());
    expect([code, out]).toEqual([exit, '']);
    expect(err).toMatch(/^trove: .* is no hunt file: .*\n$/);
    expect(err).toContain(says);
  });

  it.each<[string, string, string]>([
    ['a bomb of aliases', bomb, 'Aliases expand too far.'],
    ['deep nesting', '['.repeat(100_000), 'The file is nested too deeply.'],
    ['many parts', '- 1\n'.repeat(200_000), 'The file has too many parts.'],
    ['5,001 clues', HEAD + crowd(5_001), '"clues" must be at most 5000 entries.'],
    ['10,000 clues', HEAD + crowd(10_000), '"clues" must be at most 5000 entries.'],
    ['a division by zero', `${dividing}team.score / 0 > 1 }\n`, 'A division by zero has no value.'],
  ])(
    '%s',
    async (_name, text, says) => {
      const started = performance.now();
      const { code, out } = await lint(fileOf('hostile.yaml', text));
      expect(code).toBe(1);
      expect(out).toContain(says);
      expect(out.match(/ error /g)).toHaveLength(1);
      expect(performance.now() - started).toBeLessThan(20_000);
    },
    30_000,
  );
});

const FIXTURES = `${SOUND}fixtures:
  - name: it counts once
    events:
      - { team: herons, scan: A, expect: { verdict: solved, points: 5 } }
      - { team: herons, scan: A, expect: { verdict: already_solved } }
    expect: { herons: { score: 5 } }
  - name: it counts twice
    events:
      - { team: herons, scan: A }
      - { team: herons, scan: A, expect: { verdict: solved, points: 5 } }
    expect: { herons: { score: 10 } }
`;

describe('hunt test', () => {
  it('prints every event, and expected against actual where they differ', async () => {
    const { code, out } = await test(fileOf('cases.yaml', FIXTURES));
    expect(code).toBe(1);
    expect(out).toContain('ok   it counts once');
    expect(out).toContain('FAIL it counts twice');
    expect(out).toContain(
      '  event 2, verdict\n    - expected solved\n    + actual   already_solved',
    );
    expect(out).toContain('  herons at the end, score\n    - expected 10\n    + actual   5');
    expect(out).toContain('1 passed, 1 failed');
  });

  it('runs what the filter names, exits 0 when all pass, and writes one object', async () => {
    const file = fileOf('cases.yaml', FIXTURES);
    const { code, out } = await test(file, '--filter', 'once', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ ok: true, passed: 1, failed: 0 });
    expect(JSON.parse(out).cases[0].steps[0].actual).toMatchObject({ points: 5, rules: [] });
  });

  it('does not pass where nothing is tested', async () => {
    expect((await test(fileOf('sound.yaml', SOUND))).err).toContain('has no fixtures');
    const none = await test(fileOf('cases.yaml', FIXTURES), '--filter', 'nothing');
    expect(none).toMatchObject({ code: 1, err: expect.stringContaining('in its name') });
  });

  it('tells the mistakes of a file it cannot run', async () => {
    const { code, out } = await test(fileOf('wrong.yaml', FIXTURES.replace('scan: A', 'scna: A')));
    expect(code).toBe(1);
    expect(out).toContain('fixtures[0].events[0]');
  });
});
