/** What `trove hunt playtest` says, and that it says the same again. */
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it, vi } from 'vitest';
import { createProgram } from '../program.js';
import { runProgram } from '../runProgram.js';

const path = new URL('../../../../examples/hunts/museum-codes.yaml', import.meta.url);
const FILE = fileURLToPath(path);

afterEach(() => vi.restoreAllMocks());

async function playtest(...flags: string[]): Promise<{ code: number; out: string }> {
  let out = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  const words = ['node', 'trove', 'hunt', 'playtest', FILE, '--teams', '20', ...flags];
  const code = await runProgram(createProgram, words);
  vi.restoreAllMocks();
  return { code, out };
}

it('gives the whole report as JSON, the same for the same seed', async () => {
  const [one, again] = [await playtest('--json'), await playtest('--json')];
  expect(one.code).toBe(0);
  expect(JSON.parse(one.out)).toMatchObject({ slug: 'museum-codes', teams: 20, seed: 1 });
  expect(again.out).toBe(one.out);
  expect((await playtest('--json', '--seed', '2')).out).not.toBe(one.out);
});

it('tells people what matters first, then clue by clue', async () => {
  const { out } = await playtest();
  expect(out).toMatch(/^\d+ of 20 teams solve every clue/);
  expect(out).toMatch(/20 teams, [\d,]+ events, seed 1/);
  for (const id of ['cloakroom', 'vault', 'directors-desk']) expect(out).toContain(id);
});
