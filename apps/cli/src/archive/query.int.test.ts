/** Whose fault it is that the archive did not answer: the exit code of `trove archive query`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArchiveFolder, encodeParquet, FileRows, pathOf } from '@trove/archive';
import { archiveStore, createDb } from '@trove/db';
import { createTestDatabase, type TestDatabase } from '@trove/db/testing';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { EXIT } from '../exits.js';
import { createProgram } from '../program.js';
import { runProgram } from '../runProgram.js';

const START = { partition: 0, epoch: 1, firstPosition: 0 };
const RANGE = { ...START, lastPosition: 0 };
const US = 1_700_000_000_000_000;

let database: TestDatabase;
let home = '';
let said: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase(process.env['TEST_DATABASE_URL'] ?? '');
  home = mkdtempSync(join(tmpdir(), 'trove-query-'));
  const db = createDb(database.url);
  try {
    await archive(archiveStore(db));
  } finally {
    await db.close();
  }
});
afterAll(async () => {
  await database.drop();
  rmSync(home, { recursive: true, force: true });
});
beforeEach(() => {
  said = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  return () => vi.restoreAllMocks();
});

/** A file of one event, and its row in the manifest. */
async function archive(store: ReturnType<typeof archiveStore>): Promise<void> {
  const rows = new FileRows(START);
  rows.beginEntry({ logId: '7-0', appliedAtUs: US, decidedAtUs: US, committedAtUs: US });
  rows.add({
    ...{ eventId: '01900000-0000-7000-8000-000000000001', hunt: 'old-town', source: '/door' },
    ...{ type: 'code.scanned.v1', player: 'ann', team: 'herons', timeMs: US / 1000 },
    ...{ sentAtMs: undefined, receivedAtUs: US, data: '{"code":"A"}', outcome: 'accepted' },
    ...{ verdict: 'no_clue', clue: undefined, points: 0, score: 0, version: 1 },
    ...{ rules: undefined, firstPosition: -1, rung: undefined },
  });
  const folder = new ArchiveFolder({ folder: home, reserveBytes: 0 });
  const written = await folder.write(pathOf(RANGE), (path) => encodeParquet(rows, path));
  const times = { minTimeMs: 0, maxTimeMs: 1, minIdMs: 0, maxIdMs: 1 };
  const ids = { firstLogId: '7-0', lastLogId: '7-0' };
  const { path, bytes, sha256 } = written;
  const file = { ...RANGE, ...ids, ...times, path, bytes, sha256, rows: 1, hunts: ['old-town'] };
  await store.apply({
    ...{ from: { epoch: 0, offset: '0-0' }, toId: '1-0', file },
    place: () => folder.place(written),
  });
}

function ask(sql: string, ...flags: string[]): Promise<number> {
  const at = ['--dir', home, '--database', database.url];
  return runProgram(createProgram, ['node', 'trove', 'archive', 'query', sql, ...at, ...flags]);
}

it('0: the archive has answered', async () => {
  expect(await ask("select data->>'code' from events", '--csv')).toBe(EXIT.ok);
  expect(said.join('')).toMatch(/\r\nA\r\n$/);
});

it.each([
  'seletc 1',
  'select nope from events',
  'from nowhere',
  "select * from read_text('/etc/hostname')",
  "select cast('x' as integer)",
])('2: %j is not to be answered', async (sql) => {
  expect(await ask(sql)).toBe(EXIT.usage);
});

it.each([[[]], [['--csv']], [['--json']]])('2: a value is not what it asks, %j', async (flags) => {
  const sql = "select cast(data->>'code' as integer) from events";
  expect(await ask(sql, ...flags)).toBe(EXIT.usage);
  expect(said.join('')).toMatch(/Conversion Error: Could not convert/);
});

it.each([[[]], [['--csv']], [['--json']]])('1: it takes too long, %j', async (flags) => {
  const sql = 'select count(*) from range(100000000000000)';
  expect(await ask(sql, '--seconds', '1', ...flags)).toBe(EXIT.failed);
  expect(said.join('')).toMatch(/no answer within 1 s; --seconds gives it more/);
});

it.each([[[]], [['--csv']]])('1: a file is damaged, %j', async (flags) => {
  writeFileSync(join(home, pathOf(RANGE)), 'damaged');
  expect(await ask('from events', ...flags)).toBe(EXIT.failed);
  expect(said.join('')).toMatch(/^trove: .*Parquet/i);
});
