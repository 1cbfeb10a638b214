import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ArchiveFolder, type WrittenFile } from './archiveFolder.js';
import { pathOf } from './fileName.js';

const PARTITION = 3;
const HOUR_MS = 3_600_000;
let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'trove-folder-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** A folder as each process has its own. */
const open = () => new ArchiveFolder({ folder: home, reserveBytes: 0 });

const write = (folder: ArchiveFolder, firstPosition: number, text: string, epoch = 1) =>
  folder.write(
    pathOf({ partition: PARTITION, epoch, firstPosition, lastPosition: firstPosition + 9 }),
    async (path) => writeFileSync(path, text),
  );

/** Clears the place of a file that begins at `position`. */
const clear = (
  folder: ArchiveFolder,
  own: WrittenFile,
  { position = 0, nowMs = Date.now() } = {},
) => folder.clear({ partition: PARTITION, position, known: new Set(), own, nowMs });

/** What stands in the partition's folder, but for unfinished files. */
const textsIn = () => {
  const inside = join(home, `p${PARTITION}`);
  const names = readdirSync(inside).filter((name) => !name.endsWith('.tmp'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(inside, name), 'utf8')]));
};

it('sets whole files aside that the manifest does not know, and deletes none', async () => {
  const before = open();
  for (const [at, text] of [
    [0, 'first'],
    [10, 'second'],
  ] as const) {
    await before.place(await write(before, at, text));
  }
  const after = open();
  const own = await write(after, 10, 'third');
  const { aside, deleted } = await clear(after, own, { position: 10 });
  await after.place(own);
  expect(deleted).toEqual([]);
  expect(aside).toEqual([
    expect.stringMatching(/^p3\/0*10-0*19\.e1\.parquet\.[0-9a-f-]+\.orphan$/),
  ]);
  expect(Object.values(textsIn()).sort()).toEqual(['first', 'second', 'third']);
  expect(readFileSync(join(home, own.path), 'utf8')).toBe('third');
});

it('sets aside one of the same name again, and one that a run had settled', async () => {
  const folder = open();
  for (const text of ['first', 'second', 'third']) {
    const own = await write(folder, 0, text);
    await clear(folder, own);
    await folder.place(own);
    folder.settle(own);
  }
  expect(Object.values(textsIn()).sort()).toEqual(['first', 'second', 'third']);
});

it('deletes what it has placed itself in vain, however often', async () => {
  const folder = open();
  for (const text of ['first', 'second', 'third']) {
    const own = await write(folder, 0, text);
    await clear(folder, own);
    await folder.place(own);
  }
  expect(Object.values(textsIn())).toEqual(['third']);
});

it('sets aside what it has placed in vain once the log has begun another epoch', async () => {
  const folder = open();
  for (const epoch of [1, 2]) {
    const own = await write(folder, 0, `of epoch ${epoch}`, epoch);
    await clear(folder, own);
    await folder.place(own);
  }
  expect(Object.values(textsIn()).sort()).toEqual(['of epoch 1', 'of epoch 2']);
});

it('deletes unfinished files of others once they are old, and never its own', async () => {
  const own = await write(open(), 0, 'own');
  const other = await write(open(), 0, 'other');
  expect(await clear(open(), own)).toEqual({ aside: [], deleted: [] });
  const { deleted } = await clear(open(), own, { nowMs: Date.now() + HOUR_MS });
  expect(deleted.map((path) => join(home, path))).toEqual([other.temporary]);
});
