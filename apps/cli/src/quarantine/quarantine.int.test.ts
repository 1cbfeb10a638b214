import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDb, type Db, quarantineStore } from '@trove/db';
import { createTestDatabase, type TestDatabase } from '@trove/db/testing';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { createProgram } from '../program.js';
import { runProgram } from '../runProgram.js';

const TYPE = 'lantern.lit.v1';
const COUNT = 3;

let database: TestDatabase;
let db: Db;
let written: string[];

beforeAll(async () => {
  database = await createTestDatabase(process.env['TEST_DATABASE_URL'] ?? '');
  db = createDb(database.url);
  const entries = Array.from({ length: COUNT }, (_, i) => refusal(i + 1));
  const toId = `${COUNT}-0`;
  await quarantineStore(db).apply({ stream: 'door', fromId: '0-0', toId, entries });
});
afterAll(async () => {
  await db.close();
  await database.drop();
});
beforeEach(() => {
  written = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  process.exitCode = undefined;
  return () => {
    vi.restoreAllMocks();
    process.exitCode = undefined;
  };
});

function refusal(n: number) {
  const original = JSON.stringify({ id: `x${n}`, type: TYPE });
  return {
    ...{ stream: 'door', streamId: `${n}-0`, refusedAt: n, detail: 'no such type' },
    ...({ stage: 'door', ack: 'invalid', code: 'unknown_type', path: 'type' } as const),
    ...{ eventId: randomUUID(), hunt: 'nowhere', type: TYPE, source: '/test', player: '' },
    ...({ team: '', transport: 'http', reserialised: false, original } as const),
    ...{ originalBytes: original.length, originalSha256: '', huntVersion: 0 },
  };
}

async function trove(...words: string[]): Promise<{ exit: number; json: Record<string, unknown> }> {
  written = [];
  const servers = ['--database', database.url, '--redis', process.env['TEST_REDIS_URL'] ?? ''];
  const argv = ['node', 'trove', 'quarantine', ...words, ...servers, '--json'];
  const exit = await runProgram(createProgram, argv);
  return { exit, json: JSON.parse(written.join('').split('\n')[0] ?? '') };
}

it('exports lines to a file, and tells with --json how many; that wants a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'trove-export-'));
  const file = join(folder, 'refused.jsonl');
  expect(await trove('export', '--type', TYPE, '--out', file)).toEqual({
    ...{ exit: 0, json: { entries: COUNT, file } },
  });
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  const places = lines.map((line) => JSON.parse(line).streamId);
  expect(places).toEqual(['3-0', '2-0', '1-0']);
  expect(await trove('export')).toMatchObject({
    ...{ exit: 2, json: { error: expect.stringContaining('--out') } },
  });
  expect(await trove('export', '--out', join(folder, 'none', 'x'))).toMatchObject({
    ...{ exit: 1, json: { error: expect.stringContaining('ENOENT') } },
  });
  await rm(folder, { recursive: true });
});

const RULE = ['--when', 'event.type == "lantern.lit.v1"', '--patch', '[]'];

it('lists refused events by cause, and the newest', async () => {
  const { exit, json } = await trove('list', '--type', TYPE, '--limit', '1');
  expect(exit).toBe(0);
  expect(json['groups']).toMatchObject([{ code: 'unknown_type', path: 'type', count: COUNT }]);
  expect(json['entries']).toMatchObject([{ stream: 'door', streamId: '3-0' }]);
});

it('shows what a repair would do, and starts none that would send nothing', async () => {
  const shown = await trove('repair', ...RULE);
  expect(shown.json['preview']).toMatchObject({ looked: 3, matched: 3, sent: 0, stays: 3 });
  expect(shown.json['foretold']).toEqual([]);
  const started = await trove('repair', ...RULE, '--start');
  expect(started).toMatchObject({ exit: 1, json: { is: 'unsendable', matched: 3 } });
  expect(await trove('repair', '--when', 'true', '--patch', '{')).toMatchObject({ exit: 2 });
});

it('says why one can’t be replayed', async () => {
  const { exit, json } = await trove('replay', 'door:1-0', '--preview');
  expect(exit).toBe(1);
  expect(json).toMatchObject({ isDone: false, says: expect.stringContaining('The id stays') });
});

it('discards as many as were meant, or none', async () => {
  const why = ['--type', TYPE, '--reason', 'a test device'];
  const wrong = await trove('discard', ...why, '--expect', '2');
  expect(wrong).toMatchObject({ exit: 1, json: { is: 'changed', found: 3 } });
  process.exitCode = undefined;
  const right = await trove('discard', ...why, '--expect', '3');
  expect(right).toMatchObject({ exit: 0, json: { is: 'discarded', count: 3 } });
});

it('stops no run that does not run', async () => {
  expect(await trove('cancel', randomUUID())).toMatchObject({ exit: 1, json: { isDone: false } });
});
