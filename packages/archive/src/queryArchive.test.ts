import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArchiveFolder } from './archiveFolder.js';
import { encodeParquet } from './encodeParquet.js';
import { pathOf } from './fileName.js';
import { FileRows } from './fileRows.js';
import type { ManifestFile } from './manifest.js';
import { type ArchiveQuery, QueryError, queryArchive, ReadFault } from './queryArchive.js';
import { readEvents } from './readEvents.js';
import { verifyArchive } from './verifyArchive.js';

let home = '';
let first: ManifestFile;
let second: ManifestFile;
/** A later epoch that began at position 6: places 6 to 9 of `second` no longer count. */
let later: ManifestFile;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "trove-o'archive-"));
  first = await write({ epoch: 1, from: 0, count: 5, hunt: 'old-town' });
  second = await write({ epoch: 1, from: 5, count: 5, hunt: 'old-town' });
  later = await write({ epoch: 2, from: 6, count: 3, hunt: "o'harbour" });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Half of a surrogate pair, which JSON may hold and DuckDB does not take. */
const HALF = JSON.stringify({ code: '\ud83d' });

interface Stretch {
  readonly epoch: number;
  readonly from: number;
  readonly count: number;
  readonly hunt: string;
}

async function write({ epoch, from, count, hunt }: Stretch): Promise<ManifestFile> {
  const rows = new FileRows({ partition: 3, epoch, firstPosition: from });
  const us = 1_700_000_000_000_000;
  rows.beginEntry({ logId: '7-0', appliedAtUs: us, decidedAtUs: us + 1, committedAtUs: us + 2 });
  for (let i = 0; i < count; i += 1) {
    rows.add({
      eventId: `01900000-0000-7000-8000-0000${epoch}${String(from + i).padStart(7, '0')}`,
      hunt,
      source: '/door',
      type: 'code.scanned.v1',
      player: `player-${i}`,
      team: 'herons',
      timeMs: 1_700_000_000_000,
      sentAtMs: i === 0 ? undefined : 1_700_000_000_100,
      receivedAtUs: us - 5,
      data: i === 0 ? undefined : i === 2 ? HALF : JSON.stringify({ code: `"ünï, ${i}"` }),
      outcome: 'accepted',
      verdict: 'solved',
      clue: 'gate',
      points: -3,
      score: 9,
      version: 0,
      rules: 'one,two',
      firstPosition: -1,
      rung: undefined,
    });
  }
  const range = { partition: 3, epoch, firstPosition: from, lastPosition: rows.lastPosition };
  const folder = new ArchiveFolder({ folder: home, reserveBytes: 0 });
  const written = await folder.write(pathOf(range), (path) => encodeParquet(rows, path));
  await folder.place(written);
  return { ...range, path: written.path, bytes: written.bytes, sha256: written.sha256 };
}

async function ask(sql: string, files = [first, second]): Promise<unknown[][]> {
  const rows: unknown[][] = [];
  await queryArchive({ folder: home, files, sql }, async (answer) => {
    for await (const row of answer.rows) rows.push([...row]);
  });
  return rows;
}

/** Distinct rows of some hundred megabytes. */
const MUCH = 'select count(*) from (select distinct md5(i::varchar) from range(2000000) r(i))';

/** What a query rejects with, all of its rows read. */
async function failureOf(query: ArchiveQuery): Promise<unknown> {
  return await queryArchive(query, async ({ rows }) => {
    for await (const row of rows) expect(row).toBeDefined();
  }).catch((error: unknown) => error);
}

describe('queryArchive', () => {
  it('answers from all files, with types that can be asked', async () => {
    expect(await ask('select count(*), sum(points) from events')).toEqual([[10, -30]]);
    const columns = "data->>'code', rules[2], version, first_position, hour(received_at)";
    expect(await ask(`select ${columns} from events where position = 6`)).toEqual([
      ['"ünï, 1"', 'two', null, null, 22],
    ]);
    expect(await ask('select data, sent_at from events where position = 0')).toEqual([
      [null, null],
    ]);
  });

  it('answers where data is JSON that DuckDB does not take, and gives it back', async () => {
    const sql = "select data->>'code', data->>'$' from events where position in (1, 2) order by 1";
    expect(await ask(sql)).toEqual([
      ['"ünï, 1"', expect.any(String)],
      [null, HALF],
    ]);
    const [files, range] = [[first, second], { after: -1, before: 10 }];
    const stretch = { folder: home, partition: 3, files, known: files, ...range };
    const datas: (string | undefined)[] = [];
    for await (const events of readEvents(stretch)) datas.push(...events.map(({ data }) => data));
    expect(datas).toHaveLength(10);
    expect(datas[2]).toBe(HALF);
  });

  it('leaves out rows whose place a later epoch has taken', async () => {
    const sql = 'select position, epoch from events order by position';
    const rows = await ask(sql, [first, second, later]);
    expect(rows.map(([position, epoch]) => `${String(position)}:${String(epoch)}`)).toEqual([
      '0:1',
      '1:1',
      '2:1',
      '3:1',
      '4:1',
      '5:1',
      '6:2',
      '7:2',
      '8:2',
    ]);
  });

  it.each([
    ['seletc 1', /^Parser Error: syntax error at or near "seletc"$/],
    ['select nope from events', /^Binder Error: .*nope/],
    ['', /one statement/],
    ['select 1; select 2', /one statement/],
    ["copy (select 1) to '/tmp/out.parquet'", /read-only|disabled/],
    ['create table t (a int)', /read-only/],
    ["explain analyze copy (select 1) to 'x' (use_tmp_file false)", /read-only|disabled/],
    ["attach '/tmp/other.db'", /read-only|disabled/],
    ['set threads = 8', /read-only/],
    ['set enable_external_access = true', /read-only/],
    ['install httpfs', /read-only|disabled/],
    ["select * from read_text('/etc/hostname')", /disabled by configuration/],
    ["select * from '/etc/hostname'", /disabled|does not exist/],
    ["select cast('x' as integer) from events", /^Conversion Error: .*'x'/],
    ["select cast(data->>'code' as integer) from events", /^Conversion Error: /],
    ['select points * 2000000000 from events', /^Out of Range Error: /],
    ["select * from glob('/etc/*')", /disabled by configuration/],
  ])('refuses %j in one line', async (sql, says) => {
    const failure = await ask(sql).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(QueryError);
    expect((failure as Error).message).toMatch(says);
    expect((failure as Error).message).not.toContain('\n');
  });

  it('says in one line that it failed for too little memory', async () => {
    const duck = { threads: 1, memory: '16MB' };
    const query = { folder: home, files: [first, second], sql: MUCH, duck };
    const failure = await failureOf(query);
    expect(failure).toBeInstanceOf(ReadFault);
    expect((failure as Error).message).toMatch(/^Out of Memory Error: .+$/);
  });

  it.each([
    ['its end', (bytes: Buffer) => bytes.subarray(0, bytes.length - 100)],
    ['its data', (bytes: Buffer) => bytes.fill(0xff, 4, 400)],
  ])('says in one line that a file is damaged in %s', async (_, damaged) => {
    const file = join(home, first.path);
    const whole = readFileSync(file);
    writeFileSync(file, damaged(Buffer.from(whole)));
    const failure = await failureOf({ folder: home, files: [first], sql: 'from events' });
    writeFileSync(file, whole);
    expect(failure).toBeInstanceOf(ReadFault);
    expect((failure as Error).message).toMatch(/^\w[^\n]+$/);
  });

  it('cannot overwrite a file that it may read', async () => {
    const file = join(home, first.path);
    const before = readFileSync(file);
    const sql = `copy (select 1) to '${file.replaceAll("'", "''")}' (use_tmp_file false)`;
    await expect(ask(sql)).rejects.toThrow(QueryError);
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

describe('verifyArchive', () => {
  const kinds = async (files: ManifestFile[]) =>
    (await verifyArchive(home, files)).map(({ kind, where }) => `${kind} ${where}`);

  it('finds nothing wrong with what was written', async () => {
    expect(await kinds([first, second, later])).toEqual([]);
  });

  it('names gaps, overlaps, and files that the manifest lacks', async () => {
    expect(await kinds([first, later])).toEqual(['gap p3', `unknown ${second.path}`]);
    const wide = { ...first, lastPosition: 6 };
    expect(await kinds([wide, second, later])).toContain('overlap p3');
  });

  it('names files that are missing, cut short or changed', async () => {
    const gone = { ...first, path: 'p3/00000000000000-00000000000099.e1.parquet' };
    expect((await kinds([gone, second, later]))[0]).toBe(`missing ${gone.path}`);
    expect(await kinds([{ ...first, bytes: 1 }, second, later])).toEqual([`size ${first.path}`]);
    const file = join(home, first.path);
    const whole = readFileSync(file);
    const bytes = Buffer.from(whole);
    bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100);
    writeFileSync(file, bytes);
    expect(await kinds([first, second, later])).toEqual([`checksum ${first.path}`]);
    writeFileSync(file, whole);
  });
});
