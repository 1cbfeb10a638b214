import { randomUUID } from 'node:crypto';
import type { LedgerChunk, LedgerEntry } from '@trove/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDb, type Db } from '../createDb.js';
import { ledgerReads } from '../reads/ledgerReads.js';
import { createTestDatabase, type TestDatabase } from '../testing/createTestDatabase.js';
import { chunkOf, entryAt, START } from './ledger.fixture.js';
import { LedgerConflictError, ledgerStore } from './ledgerStore.js';

let database: TestDatabase;
let db: Db;
let nextPartition = 0;

beforeAll(async () => {
  database = await createTestDatabase(process.env['TEST_DATABASE_URL'] ?? '');
  db = createDb(database.url);
});

afterAll(async () => {
  await db.close();
  await database.drop();
});

const PLACE = { partition: 1, epoch: 1, position: 0 };

/** A partition nobody else in this file uses. */
const freshPartition = () => (nextPartition += 1);

const countRows = (partition: number) => db.prisma.ledgerEntry.count({ where: { partition } });

describe('ledgerStore', () => {
  it('stores every field and moves its cursor', async () => {
    const partition = freshPartition();
    const chunk = chunkOf({ partition, from: 0, count: 3 });
    const reply = await ledgerStore(db).apply({ partition, from: START, chunks: [chunk] });
    expect(reply).toEqual({
      kind: 'applied',
      inserted: 3,
      position: { epoch: 1, offset: '3-0' },
    });
    expect(await ledgerStore(db).cursor(partition)).toEqual({ epoch: 1, offset: '3-0' });
    const [entry] = chunk.entries;
    expect(await ledgerReads(db).ofEvent(entry?.eventId ?? '')).toEqual([
      { ...entry, isVoid: false },
    ]);
  });

  it('marks a publication once, with the rows of its commit or not at all', async () => {
    const partition = freshPartition();
    const publication = {
      eventId: randomUUID(),
      hunt: `hunt-${partition}`,
      version: 3,
      committedAt: new Date(1_700_000_000_456),
    };
    const marks = () => db.prisma.historyMark.findMany({ where: { hunt: publication.hunt } });
    const chunk = {
      ...chunkOf({ partition, from: 0, count: 1 }),
      publications: [publication, publication],
    };
    const unstorable = { ...chunk, entries: [{ ...entryAt(PLACE), eventId: 'no uuid' }] };
    const apply = (one: LedgerChunk) =>
      ledgerStore(db).apply({ partition, from: START, chunks: [one] });
    await expect(apply(unstorable)).rejects.toThrow(/uuid/);
    expect(await marks()).toEqual([]);
    await apply(chunk);
    await apply(chunk);
    expect(await marks()).toEqual([
      {
        kind: 'publication',
        id: publication.eventId,
        at: publication.committedAt,
        hunt: publication.hunt,
        subject: 'version 3',
      },
    ]);
  });

  it('takes a reason that PostgreSQL would not', async () => {
    const partition = freshPartition();
    const entry = { ...entryAt({ partition, epoch: 1, position: 0 }), reason: 'a\0b' };
    const chunk = { ...chunkOf({ partition, from: 0, count: 1 }), entries: [entry] };
    await ledgerStore(db).apply({ partition, from: START, chunks: [chunk] });
    const row = await db.prisma.ledgerEntry.findFirst({ where: { partition } });
    expect(row?.reason).toBe('a\uFFFDb');
  });

  it('keeps absent fields absent', async () => {
    const partition = freshPartition();
    const entry: LedgerEntry = {
      ...entryAt({ partition, epoch: 1, position: 0 }),
      verdict: undefined,
      clue: undefined,
      score: undefined,
      version: undefined,
      rules: [],
    };
    const chunk = {
      ...chunkOf({ partition, from: 0, count: 1 }),
      id: '1-0',
      entries: [entry],
    };
    await ledgerStore(db).apply({ partition, from: START, chunks: [chunk] });
    const [row] = await ledgerReads(db).ofEvent(entry.eventId);
    expect(row).toEqual({ ...entry, isVoid: false });
  });

  it('writes a batch that is applied twice once', async () => {
    const partition = freshPartition();
    const batch = { partition, from: START, chunks: [chunkOf({ partition, from: 0, count: 50 })] };
    await ledgerStore(db).apply(batch);
    const again = await ledgerStore(db).apply(batch);
    expect(again).toEqual({ kind: 'moved', position: { epoch: 1, offset: '50-0' } });
    expect(await countRows(partition)).toBe(50);
  });

  it('writes a batch that eight workers apply at the same time once', async () => {
    const partition = freshPartition();
    const batch = { partition, from: START, chunks: [chunkOf({ partition, from: 0, count: 200 })] };
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => ledgerStore(db).apply(batch)),
    );
    expect(replies.filter((reply) => reply.kind === 'applied')).toHaveLength(1);
    expect(await countRows(partition)).toBe(200);
    expect(await ledgerReads(db).totals(`hunt-${partition}`)).toEqual([
      { team: 'red', points: 2_000, entries: 200 },
    ]);
  });

  it('takes back everything when a transaction fails midway', async () => {
    const partition = freshPartition();
    const good = chunkOf({ partition, from: 0, count: 5 });
    const bad = chunkOf({ partition, from: 5, count: 5 });
    const unstorable = { ...entryAt({ partition, epoch: 1, position: 9 }), eventId: 'no uuid' };
    const broken = { ...bad, entries: [...bad.entries.slice(0, 4), unstorable] };
    const attempt = ledgerStore(db).apply({ partition, from: START, chunks: [good, broken] });
    await expect(attempt).rejects.toThrow(/uuid/);
    expect(await ledgerStore(db).cursor(partition)).toEqual(START);
    expect(await countRows(partition)).toBe(0);
    await ledgerStore(db).apply({ partition, from: START, chunks: [good, bad] });
    expect(await countRows(partition)).toBe(10);
  });

  it('moves over commits that hold nothing for the ledger', async () => {
    const partition = freshPartition();
    const chunk = { ...chunkOf({ partition, from: 0, count: 7 }), entries: [] };
    const reply = await ledgerStore(db).apply({ partition, from: START, chunks: [chunk] });
    expect(reply).toMatchObject({ inserted: 0, position: { epoch: 1, offset: '7-0' } });
  });

  it('voids the rows of a lost suffix when a higher epoch reuses their places', async () => {
    const partition = freshPartition();
    const kept = chunkOf({ partition, from: 0, count: 3 });
    const lost = chunkOf({ partition, from: 3, count: 2 });
    const after = chunkOf({ partition, epoch: 2, from: 3, count: 4 });
    const store = ledgerStore(db);
    await store.apply({ partition, from: START, chunks: [kept, lost] });
    await store.apply({ partition, from: { epoch: 1, offset: '5-0' }, chunks: [after] });
    const isVoid = async (entry: LedgerEntry | undefined) =>
      (await ledgerReads(db).ofEvent(entry?.eventId ?? '')).map((row) => row.isVoid);
    expect(await isVoid(kept.entries[2])).toEqual([false]);
    expect(await isVoid(lost.entries[0])).toEqual([true]);
    expect(await isVoid(after.entries[0])).toEqual([false]);
    expect(await ledgerReads(db).totals(`hunt-${partition}`)).toEqual([
      { team: 'red', points: 70, entries: 7 },
    ]);
  });

  it('refuses a log that went back to an earlier epoch', async () => {
    const partition = freshPartition();
    const store = ledgerStore(db);
    const chunks = [chunkOf({ partition, epoch: 4, from: 0, count: 1 })];
    await store.apply({ partition, from: START, chunks });
    const older = [chunkOf({ partition, epoch: 3, from: 1, count: 1 })];
    const attempt = store.apply({ partition, from: { epoch: 4, offset: '1-0' }, chunks: older });
    await expect(attempt).rejects.toThrow(LedgerConflictError);
    expect(await countRows(partition)).toBe(1);
  });

  it('refuses another event at a place that is taken', async () => {
    const partition = freshPartition();
    const store = ledgerStore(db);
    const chunks = [chunkOf({ partition, from: 0, count: 2 })];
    await store.apply({ partition, from: START, chunks });
    const other = [chunkOf({ partition, from: 1, count: 2 })];
    const attempt = store.apply({ partition, from: { epoch: 1, offset: '2-0' }, chunks: other });
    await expect(attempt).rejects.toThrow(/position 1 holds another event/);
    expect(await store.cursor(partition)).toEqual({ epoch: 1, offset: '2-0' });
  });

  it('takes 10,000 entries within the time one statement may run', async () => {
    const partition = freshPartition();
    const chunks = Array.from({ length: 10 }, (_, i) =>
      chunkOf({ partition, from: i * 1_000, count: 1_000 }),
    );
    const reply = await ledgerStore(db).apply({ partition, from: START, chunks });
    expect(reply).toMatchObject({ inserted: 10_000 });
  });
});

describe('ledgerReads', () => {
  it('answers nothing for an id that is no UUID', async () => {
    expect(await ledgerReads(db).ofEvent("'; drop table")).toEqual([]);
  });
});
