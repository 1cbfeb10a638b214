/** The import rules of `.dependency-cruiser.cjs`, each broken once in a house made for it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cruiseRooms } from '../src/check/cruise.mjs';

let house = '';
beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'trove-house-'));
});
afterEach(() => rmSync(house, { recursive: true }));

/** Writes a file that imports each of the others, and says which rules that breaks. */
async function broken(from: string, ...to: string[]): Promise<string[]> {
  const depth = '../'.repeat(from.split('/').length - 1);
  const isPath = (target: string) => target.includes('/');
  for (const target of to.filter(isPath)) write(target, 'export const a = 1;\n');
  const imports = to.map((target) => (isPath(target) ? `${depth}${target}` : target));
  write(from, imports.map((path) => `import '${path.replace(/\.tsx?$/, '.js')}';\n`).join(''));
  const violations = await cruiseRooms(house);
  return [...new Set(violations.map(({ rule }) => rule))];
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), text);
}

const cases: [rule: string, from: string, to: string][] = [
  ['contracts-know-nobody', 'packages/contracts/src/a.ts', 'packages/core/dist/a.js'],
  ['core-knows-contracts', 'packages/core/src/a.ts', 'packages/streams/dist/a.js'],
  ['core-without-node', 'packages/core/src/a.ts', 'node:fs'],
  ['streams-knows-ports', 'packages/streams/src/a.ts', 'packages/db/dist/a.js'],
  ['db-knows-ports', 'packages/db/src/a.ts', 'packages/streams/dist/a.js'],
  ['archive-knows-contracts', 'packages/archive/src/a.ts', 'packages/db/dist/a.js'],
  ['repairs-between-adapters', 'packages/repairs/src/a.ts', 'packages/jobs/dist/a.js'],
  ['publishing-between-adapters', 'packages/publishing/src/a.ts', 'packages/jobs/dist/a.js'],
  ['duckdb-in-archive', 'apps/worker/src/a.ts', 'node_modules/@duckdb/node-api/a.js'],
  ['hot-path-without-archive', 'apps/worker/src/jobs/a.ts', 'packages/archive/dist/a.js'],
  ['small-packages-know-contracts', 'packages/jobs/src/a.ts', 'packages/core/dist/a.js'],
  ['sdk-takes-only-types', 'packages/player-sdk/src/a.ts', 'packages/contracts/dist/a.js'],
  ['apps-apart', 'apps/ingest/src/a.ts', 'apps/worker/src/a.ts'],
  ['packages-without-apps', 'packages/testkit/src/a.ts', 'apps/worker/src/a.ts'],
  ['hot-path-without-postgres', 'apps/worker/src/partition/a.ts', 'packages/db/dist/a.js'],
  ['console-server-reads', 'apps/console/src/features/a.ts', 'packages/db/dist/a.js'],
  ['testkit-in-tests', 'apps/worker/src/a.ts', 'packages/testkit/dist/a.js'],
  ['fixtures-in-tests', 'apps/worker/src/a.ts', 'apps/worker/src/b.fixture.ts'],
  ['own-files-by-package-name', 'packages/testkit/src/a.ts', 'packages/core/src/b.ts'],
  ['resolvable', 'apps/worker/src/a.ts', 'no-such-package'],
];

describe('import rules', () => {
  it.each(cases)('%s: %s must not import %s', async (rule, from, to) => {
    expect(await broken(from, to)).toContain(rule);
  });

  it('no-cycles: two files that import each other', async () => {
    write('apps/worker/src/b.ts', "import './a.js';\n");
    write('apps/worker/src/a.ts', "import './b.js';\n");
    expect(await broken('apps/worker/src/c.ts')).toEqual(['no-cycles']);
  });

  it('reads files with markup', async () => {
    write('apps/console/src/features/Panel.tsx', 'export const Panel = () => <p>hello</p>;');
    const rules = await broken('apps/console/src/app/page.tsx', 'packages/db/dist/a.js');
    expect(rules).toEqual(['console-server-reads']);
  });

  it('lets types go where values may not', async () => {
    write('packages/contracts/dist/a.js', '');
    const contracts = '../../contracts/dist/a.js';
    write('packages/player-sdk/src/b.ts', `import type { A } from '${contracts}';\n`);
    write('packages/player-sdk/src/c.ts', `import { type A } from '${contracts}';\n`);
    expect(await broken('packages/player-sdk/src/a.ts')).toEqual([]);
  });

  it('lets the main way through', async () => {
    const way = ['packages/core/dist/a.js', 'packages/streams/dist/a.js', 'packages/db/dist/a.js'];
    expect(await broken('apps/worker/src/main.ts', ...way)).toEqual([]);
  });

  it('lets a test import testkit and Node', async () => {
    const to = ['packages/testkit/dist/a.js', 'node:fs'];
    expect(await broken('packages/core/src/a.test.ts', ...to)).toEqual([]);
  });
});
