import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseCheckin, readCheckins } from './checkinFile.js';
import { replayBatches } from './replayEvents.js';
import { cleanName, readVenueNames } from './venueNames.js';

const ROWS = [
  '7\t2010-01-01T00:00:00Z\t40.5\t-73.5\t100',
  '7\t2010-01-01T00:00:00Z\t40.5\t-73.5\t100',
  '8\t2010-01-01T00:00:01Z\t40.6\t-73.6\t9',
];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trove-checkins-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function collect<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const value of values) all.push(value);
  return all;
}

it('reads packed and plain files alike, in order, and counts what is no check-in', async () => {
  const text = `${ROWS.join('\r\n')}\r\nnonsense\n\n1\t2010-13-45\t1\t2\t3\n`;
  const [plain, packed] = [join(folder, 'a.txt'), join(folder, 'a.gz')];
  await writeFile(plain, text);
  await writeFile(packed, gzipSync(text));
  const bad: string[] = [];
  const rows = await collect(readCheckins(plain, (line) => bad.push(line)));
  expect(rows.map((row) => row.text)).toEqual(ROWS);
  expect(bad).toHaveLength(2);
  expect(await collect(readCheckins(packed))).toEqual(rows);
});

it('fails on a packed file that ends too early', async () => {
  const path = join(folder, 'cut.gz');
  const packed = gzipSync(ROWS.join('\n').repeat(50));
  await writeFile(path, packed.subarray(0, packed.length - 12));
  await expect(collect(readCheckins(path))).rejects.toThrow('cannot read');
});

it('parses a row and refuses what is none', () => {
  expect(parseCheckin(ROWS[2] ?? '')).toMatchObject({ user: '8', lat: 40.6, place: '9' });
  expect(parseCheckin('8\t2010-01-01T00:00:01Z\tnorth\t-73.6\t9')).toBeUndefined();
  expect(parseCheckin('8\t2010-01-01T00:00:01Z\t40.6\t-73.6')).toBeUndefined();
});

it('makes the same ids in every run and other ids for true repeats', async () => {
  const path = join(folder, 'a.txt');
  await writeFile(path, ROWS.join('\n'));
  const [first = [], second = []] = await collect(replayBatches(path, 'h', 2));
  const again = (await collect(replayBatches(path, 'h', 500))).flat();
  expect([...first, ...second]).toEqual(again);
  expect(new Set(again.map(({ id }) => id)).size).toBe(3);
  for (const { id } of again) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
  const ms = Number.parseInt((again[0]?.id ?? '').replace('-', '').slice(0, 12), 16);
  expect(ms).toBe(Date.parse('2010-01-01T00:00:00Z'));
  expect(again[0]).toMatchObject({ player: '7', team: '7', data: { place: '100' } });
});

it('reads the names of the wanted places, made fit for a title', async () => {
  const path = join(folder, 'venues');
  await writeFile(path, '1\tCaf\u00e9 \u0007 Noir\t1\t2\n2\t\t1\t2\n3\tNot wanted\t1\t2\n');
  const names = await readVenueNames(path, new Set(['1', '2']));
  expect([...names]).toEqual([['1', 'Café Noir']]);
});

it('cuts long names between characters', () => {
  const cut = cleanName(`${'a'.repeat(119)}😀`) ?? '';
  expect(cut).toBe('a'.repeat(119));
  expect(cleanName('\uFFFD\u0000')).toBeUndefined();
});
