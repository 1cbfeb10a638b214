import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArchiveFolder, encodeParquet, queryArchive, verifyArchive } from '@trove/archive';
import type { LoggedEvent } from '@trove/core';
import { archiveReads, archiveStore, createDb, type Db } from '@trove/db';
import { createTestDatabase, type TestDatabase } from '@trove/db/testing';
import { createArchiveSource, createDeliveryNotes, readSinks } from '@trove/streams';
import { createLogger } from '@trove/telemetry';
import { made } from '@trove/testkit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ArchivePartitionDeps, createArchivePartition } from './archivePartition.js';
import { DecidedLog } from './decidedLog.fixture.js';

let database: TestDatabase;
let db: Db;
let log: DecidedLog;
let home = '';
let partition = 0;

beforeAll(async () => {
  database = await createTestDatabase(process.env['TEST_DATABASE_URL'] ?? '');
  db = createDb(database.url);
});
afterAll(async () => {
  await db.close();
  await database.drop();
});
beforeEach(() => {
  partition += 1;
  home = mkdtempSync(join(tmpdir(), 'trove-archive-'));
  log = new DecidedLog(process.env['TEST_REDIS_URL'] ?? '');
});
afterEach(async () => {
  await log.close();
  rmSync(home, { recursive: true, force: true });
});

function deps(more: Partial<ArchivePartitionDeps> = {}): ArchivePartitionDeps {
  return {
    source: createArchiveSource(log.redis, log.keys),
    store: archiveStore(db),
    folder: new ArchiveFolder({ folder: home, reserveBytes: 0 }),
    encode: encodeParquet,
    logger: createLogger({ app: 'test', level: 'silent' }),
    nowMs: Date.now,
    isPressed: async () => true,
    waitMs: 0,
    bounds: { rows: 40, bytes: 1024 * 1024 },
    ...more,
  };
}

const run = (more: Partial<ArchivePartitionDeps> = {}) =>
  createArchivePartition(deps(more))({ partition });

const files = () => archiveReads(db).files({ partition });

async function ask(sql: string): Promise<unknown[][]> {
  const rows: unknown[][] = [];
  await queryArchive({ folder: home, files: await files(), sql }, async (answer) => {
    for await (const row of answer.rows) rows.push([...row]);
  });
  return rows;
}

/** Several commits, so that several files come of them. */
async function play(events: number): Promise<void> {
  await log.publish(partition);
  for (let from = 1; from <= events; from += 30) {
    await log.appendScans(partition, from, Math.min(30, events - from + 1));
    await log.decide(partition);
  }
}

/** No gap, no overlap, nothing twice, and every file as it was written. */
async function expectWhole(): Promise<void> {
  const decided = await log.decided(partition);
  expect(await verifyArchive(home, await files())).toEqual([]);
  expect(
    await ask(
      'select count(*), count(distinct position), min(position), max(position) from events',
    ),
  ).toEqual([[decided, decided, 0, decided - 1]]);
  expect(await ask('select count(*) from (select distinct event_id from events)')).toEqual([
    [decided],
  ]);
  const [status] = (await readSinks(log.redis, partition + 1, log.keys)).slice(partition);
  expect(status?.taken.get('archive')).toBe(decided);
}

describe('archivePartition', () => {
  it('RC5 keeps what receipts are made of: answers, door, push, acknowledgement', async () => {
    await log.publish(partition);
    await log.append(partition, [log.scan(1, 'CLOCK'), log.scan(2)]);
    await log.decide(partition);
    const notes = createDeliveryNotes({
      redis: log.redis,
      keys: log.keys,
      onError: (error) => expect(error).toBeUndefined(),
      onForgotten: (many) => expect(many).toBe(0),
    });
    const [chunk] = await createArchiveSource(log.redis, log.keys).read(partition, '0-0', 10);
    const { epoch = 0, count: rows = 0 } = chunk ?? {};
    const offset = Number.parseInt(chunk?.id ?? '', 10);
    const pushedAtUs = 1_795_660_753_331_156;
    const heard = Uint8Array.of(0b100);
    notes.pushed(partition, { epoch, offset, pushedAtUs, rows, heard });
    const seenAtUs = pushedAtUs + 40;
    const device = { hunt: 'test-hunt', player: 'herons', epoch, since: 0, offset, seenAtUs };
    notes.seen(partition, device);
    await notes.close();
    await run();
    const columns = 'asked, door, epoch_us(pushed_at), epoch_us(acknowledged_at)';
    const sql = `select ${columns} from events where type = 'code.scanned.v1' order by position`;
    expect(await ask(sql)).toEqual([
      ['0', 'd', null, seenAtUs],
      ['1', 'd', pushedAtUs, seenAtUs],
    ]);
  });

  it('CT5 names the hunt’s own types, and PT5 says what is of playtesters', async () => {
    await log.publish(partition);
    const data = { colour: 'red', heightM: 2 };
    const raised = { ...log.scan(1), type: 'custom.flag.raised.v1', data } as const;
    const first = { ...made('ada', 'testers', 1), identity: log.scan(2).identity };
    const tester = { ...first, data: { ...first.data, playtest: true } } as LoggedEvent;
    await log.append(partition, [raised, tester, log.scan(3, 'CLOCK', 'testers')]);
    await log.decide(partition);
    await run();
    const columns = "type, data->>'heightM', verdict, team, extras->>'playtest'";
    const sql = `select ${columns} from events where source = '/test' order by position`;
    expect(await ask(sql)).toEqual([
      ['custom.flag.raised.v1', '2', 'noted', 'herons', null],
      ['code.scanned.v1', null, 'solved', 'testers', 'true'],
    ]);
  });

  it('keeps every event with its data and its outcome', async () => {
    await log.publish(partition);
    await log.append(partition, [log.scan(1, 'CLOCK'), log.scan(2, 'CLOCK'), log.scan(3)]);
    await log.append(partition, [log.scan(1, 'CLOCK')]);
    await log.decide(partition);
    const other = { ...log.scan(3, 'VAULT'), digest: 'other---' };
    await log.append(partition, [log.scan(2, 'CLOCK'), other]);
    await log.decide(partition);
    await run();
    const columns = "position, data->>'code', outcome, verdict, clue, points, rung, first_position";
    expect(await ask(`select ${columns} from events where type = 'code.scanned.v1'`)).toEqual([
      [1, 'CLOCK', 'accepted', 'solved', 'clock', 25, null, null],
      [2, 'CLOCK', 'accepted', 'already_solved', 'clock', 0, null, null],
      [3, 'NOPE', 'accepted', 'no_clue', null, 0, null, null],
      [4, 'CLOCK', 'duplicate', null, null, 0, 'chunk', 1],
      [5, 'CLOCK', 'duplicate', null, null, 0, 'id', 2],
      [6, 'VAULT', 'conflict', null, null, 0, 'id', 3],
    ]);
    expect(await ask("select rules, score, version from events where verdict = 'solved'")).toEqual([
      [['first-two'], 25, 1],
    ]);
    const order =
      'sent_at <= received_at or applied_at <= decided_at and decided_at <= committed_at';
    expect(await ask(`select count(*) from events where ${order}`)).toEqual([[7]]);
    expect(await ask('select count(*) from events where time is null or log_id is null')).toEqual([
      [0],
    ]);
  });

  it('writes bounded files, named by partition and range, and a manifest of them', async () => {
    await play(95);
    await run();
    const found = await files();
    const epoch = found[0]?.epoch;
    expect(found.map(({ path }) => path)).toEqual([
      `p${partition}/00000000000000-00000000000030.e${epoch}.parquet`,
      `p${partition}/00000000000031-00000000000060.e${epoch}.parquet`,
      `p${partition}/00000000000061-00000000000095.e${epoch}.parquet`,
    ]);
    expect(found[1]).toMatchObject({ rows: 30, hunts: ['test-hunt'] });
    expect(found[1]?.firstLogId).toMatch(/^\d+-\d+$/);
    await expectWhole();
  });

  it('waits until a file is full or the oldest event has waited long enough', async () => {
    await play(30);
    await run({ waitMs: 60_000 });
    expect(await files()).toEqual([]);
    await run({ waitMs: 60_000, nowMs: () => Date.now() + 61_000 });
    expect(await files()).toHaveLength(1);
  });

  it('rests after each file while little waits, and not once it is pressed', async () => {
    await play(95);
    let nowMs = Date.now();
    let isPressed = false;
    // Each look at the clock is ten milliseconds later, so that work takes time.
    const clock = () => {
      nowMs += 10;
      return nowMs;
    };
    const archive = createArchivePartition(
      deps({ nowMs: clock, isPressed: async () => isPressed }),
    );
    await archive({ partition });
    expect(await files()).toHaveLength(1);
    await archive({ partition });
    expect(await files(), 'it rests').toHaveLength(1);
    isPressed = true;
    await archive({ partition });
    expect(await files()).toHaveLength(3);
    await expectWhole();
  });

  it('writes once what runs twice, and what five workers write at once', async () => {
    await play(200);
    await Promise.allSettled([1, 2, 3, 4, 5].map(() => run()));
    await run();
    const found = await files();
    await run();
    expect(await files()).toEqual(found);
    await expectWhole();
  });

  it('goes on over several runs with decisions between', async () => {
    await play(60);
    await run();
    await log.appendScans(partition, 61, 60);
    await log.decide(partition);
    await run();
    expect((await files()).map(({ rows }) => rows)).toEqual([31, 30, 60]);
    await expectWhole();
  });
});

/** Ends the run at a step, as a killed process would: nothing after it is done. */
class Killed extends Error {}
const kill = async (): Promise<never> => {
  throw new Killed('killed');
};

/** A folder of a process that dies: it never tidies up. */
class DyingFolder extends ArchiveFolder {
  constructor() {
    super({ folder: home, reserveBytes: 0 });
  }
  override discard(): Promise<void> {
    return Promise.resolve();
  }
}

const STEPS: readonly (readonly [step: string, dies: () => Partial<ArchivePartitionDeps>])[] = [
  ['while it encodes', () => ({ encode: kill })],
  [
    'after the file was written and before the transaction',
    () => ({ store: { ...archiveStore(db), apply: kill } }),
  ],
  [
    'inside the transaction and before the file has its name',
    () => {
      const store = archiveStore(db);
      return { store: { ...store, apply: (step) => store.apply({ ...step, place: kill }) } };
    },
  ],
  [
    'after the file has its name and before its row',
    () => {
      const store = archiveStore(db);
      const apply: typeof store.apply = (step) => {
        const place = async (known: ReadonlySet<string>) => {
          await step.place(known);
          await kill();
        };
        return store.apply({ ...step, place });
      };
      return { store: { ...store, apply } };
    },
  ],
  [
    'after the commit and before it heard of it',
    () => {
      const store = archiveStore(db);
      const apply: typeof store.apply = async (step) => {
        await store.apply(step);
        return await kill();
      };
      return { store: { ...store, apply } };
    },
  ],
  [
    'after the commit and before Redis heard of it',
    () => {
      const source = createArchiveSource(log.redis, log.keys);
      let calls = 0;
      const acknowledge: typeof source.acknowledge = async (k, id) => {
        calls += 1;
        if (calls > 1) await kill();
        await source.acknowledge(k, id);
      };
      return { source: { ...source, acknowledge } };
    },
  ],
];

describe('a run that dies', () => {
  it.each(STEPS)('%s leaves no gap, no overlap and nothing twice', async (_, dies) => {
    await play(100);
    const dying = () => run({ folder: new DyingFolder(), ...dies() });
    await expect(dying()).rejects.toThrow('killed');
    // More is decided before the next run, so that its file has another name than the orphan.
    await log.appendScans(partition, 101, 7);
    await log.decide(partition);
    await expect(dying()).rejects.toThrow('killed');
    await run({ bounds: { rows: 70, bytes: 1024 * 1024 } });
    await expectWhole();
  });
});

describe('a disk that refuses', () => {
  const stopped = async () =>
    (await readSinks(log.redis, partition + 1, log.keys))[partition]?.archiveStopped;

  it('stops with the reason, leaves nothing half-written and goes on by itself', async () => {
    await play(60);
    let nowMs = Date.now();
    let isFull = true;
    const encode: ArchivePartitionDeps['encode'] = async (rows, path) => {
      if (!isFull) return await encodeParquet(rows, path);
      writeFileSync(path, 'half');
      throw new Error(`IO Error: Could not write file "${path}": No space left on device`);
    };
    const archive = createArchivePartition(deps({ encode, nowMs: () => nowMs }));
    await archive({ partition });
    expect(await stopped()).toBe(`the disk is full (${home})`);
    expect(await files()).toEqual([]);
    expect(await verifyArchive(home, [])).toEqual([]);
    isFull = false;
    await archive({ partition });
    expect(await files(), 'it pauses before it tries again').toEqual([]);
    nowMs += 6_000;
    await archive({ partition });
    expect(await stopped()).toBeUndefined();
    await expectWhole();
  });

  it('halves a file that needs more memory than it may take, and says so meanwhile', async () => {
    // All of it would be one file: a commit of 31 events and one of 30.
    const bounds = { rows: 100, bytes: 1024 * 1024 };
    await play(60);
    let nowMs = Date.now();
    const encode: ArchivePartitionDeps['encode'] = async (rows, path) => {
      if (rows.count <= 31) return await encodeParquet(rows, path);
      throw new Error('Out of Memory Error: could not allocate block of size 256.0 KiB');
    };
    const archive = createArchivePartition(deps({ encode, bounds, nowMs: () => nowMs }));
    await archive({ partition });
    expect(await stopped()).toBe('a file needs more memory than it may take');
    for (let tries = 0; tries < 20 && (await stopped()) !== undefined; tries += 1) {
      nowMs += 6_000;
      await archive({ partition });
    }
    expect(await stopped()).toBeUndefined();
    expect((await files()).length).toBe(2);
    await expectWhole();
  });

  it('says that a file stands in the way of its folder', async () => {
    const file = join(home, 'file');
    writeFileSync(file, '');
    await run({ folder: new ArchiveFolder({ folder: join(file, 'archive') }) });
    expect(await stopped()).toMatch(/^a file stands where the folder should be/);
  });

  it('leaves room on the disk for the databases', async () => {
    await play(30);
    await run({ folder: new ArchiveFolder({ folder: home, reserveBytes: 2 ** 60 }) });
    expect(await stopped()).toMatch(/^the disk is full: \d+ MiB are free/);
    expect(await files()).toEqual([]);
  });
});
