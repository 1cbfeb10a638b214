/** What `trove hunt diff` says of two files, and how it exits. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { createProgram } from '../program.js';
import { runProgram } from '../runProgram.js';

const folder = mkdtempSync(join(tmpdir(), 'trove-diffs-'));
const HEAD = 'trove: 1\nslug: demo\ntitle: Demo\njoinCode: DEMO\nclues:\n';
const CLUE = '  - { id: a, title: The light, points: 30, find: { code: A } }\n';

afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const BEFORE = fileOf('before.yaml', HEAD + CLUE);

async function diff(text: string, ...flags: string[]): Promise<{ code: number; out: string }> {
  const after = fileOf('after.yaml', text);
  let out = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((written) => {
    out += String(written);
    return true;
  });
  const words = ['node', 'trove', 'hunt', 'diff', BEFORE, after, ...flags];
  const code = await runProgram(createProgram, words);
  process.exitCode = undefined;
  vi.restoreAllMocks();
  return { code, out };
}

it('says in words what is different, and that nothing is', async () => {
  const { code, out } = await diff(HEAD + CLUE.replace('30', '40'));
  expect(code).toBe(0);
  expect(out).toBe('"The light" is worth 40 points instead of 30.\n');
  expect((await diff(`# A comment.\n${HEAD}${CLUE}`)).out).toContain('are the same hunt');
});

it('gives every difference as JSON', async () => {
  const { out } = await diff(HEAD + CLUE.replace('30', '40'), '--json');
  expect(JSON.parse(out)).toMatchObject({
    changes: [{ path: 'clues[a].points', kind: 'changed', before: 30, after: 40 }],
  });
});

it('tells the mistakes of a file that has some, and exits 1', async () => {
  const { code, out } = await diff(HEAD + CLUE.replace('points', 'pionts'));
  expect(code).toBe(1);
  expect(out).toContain('pionts');
});
