import type { QuarantineEntry } from '@trove/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDb, type Db } from '../createDb.js';
import { quarantineReads } from '../reads/quarantineReads.js';
import { createTestDatabase, type TestDatabase } from '../testing/createTestDatabase.js';
import { put as putInto, refusal, UNTOUCHED } from './quarantine.fixture.js';
import { quarantineCareStore } from './quarantineCare.js';
import { quarantineStore } from './quarantineStore.js';

/** Millisecond at which the streams of these tests begin. */
const BASE = 1_700_000_000_000;

let database: TestDatabase;
let db: Db;

beforeAll(async () => {
  database = await createTestDatabase(process.env['TEST_DATABASE_URL'] ?? '');
  db = createDb(database.url);
});

afterAll(async () => {
  await db.close();
  await database.drop();
});

const put = (entries: readonly QuarantineEntry[]) => putInto(db, entries);

describe('quarantineStore', () => {
  it('keeps an entry as it was, found by its stream and id', async () => {
    const entry = refusal({ stream: 'p0', streamId: '1700000000001-7' });
    await put([entry]);
    expect(await quarantineReads(db).get(entry)).toEqual({ ...entry, care: UNTOUCHED });
    expect(await quarantineReads(db).get({ ...entry, stream: 'p1' })).toBeUndefined();
    expect(await quarantineReads(db).get({ ...entry, streamId: 'nonsense' })).toBeUndefined();
  });

  it('writes a batch that is applied twice and concurrently once', async () => {
    const entries = [1, 2, 3].map((n) => refusal({ stream: 'p1', streamId: `${n}-0` }));
    const batch = { stream: 'p1', fromId: '0-0', toId: '3-0', entries };
    const replies = await Promise.all([1, 2, 3].map(() => quarantineStore(db).apply(batch)));
    expect(replies.filter(({ kind }) => kind === 'applied')).toHaveLength(1);
    expect(await quarantineStore(db).apply(batch)).toMatchObject({ kind: 'moved' });
    expect(await db.prisma.quarantineEvent.count({ where: { stream: 'p1' } })).toBe(3);
  });

  it('stores what no PostgreSQL text and no index can hold', async () => {
    const original = 'a\0b\uD800 "\\ {} 😀';
    const hostile = refusal({
      stream: 'p2',
      streamId: '1-0',
      hunt: 'x'.repeat(1_000_000),
      type: '\0'.repeat(5_000),
      eventId: '漢'.repeat(5_000),
      detail: 'nul \0 inside',
      original,
      originalBytes: 3_000_000_000,
    });
    await put([hostile]);
    const stored = await quarantineReads(db).get(hostile);
    expect(stored?.original).toBe(original.replace('\uD800', '\uFFFD'));
    expect(stored?.hunt).toHaveLength(128);
    expect(stored?.detail).toBe('nul \uFFFD inside');
  });

  it('leaves the cursor where it was when a batch fails', async () => {
    const bad = refusal({ stream: 'p3', streamId: '2-0', refusedAt: Number.NaN });
    const entries = [refusal({ stream: 'p3', streamId: '1-0' }), bad];
    await expect(put(entries)).rejects.toThrow(/out of range|NaN/);
    expect(await quarantineStore(db).cursor('p3')).toBe('0-0');
    expect(await db.prisma.quarantineEvent.count({ where: { stream: 'p3' } })).toBe(0);
  });
});

describe('what the quarantine keeps', () => {
  const HOUR = 3_600_000;
  const atAge = (stream: string, days: number) => {
    const ms = Date.now() - days * 24 * HOUR;
    return refusal({ stream, streamId: `${Math.floor(ms)}-0`, hunt: 'aged' });
  };
  const settle = (entries: readonly QuarantineEntry[]) => {
    return quarantineCareStore(db).discard(entries, { by: 'op', reason: 'rubbish' });
  };
  const left = async (stream: string) => {
    const rows = await db.prisma.quarantineEvent.findMany({
      where: { stream },
      orderBy: { streamMs: 'desc' },
    });
    return rows.map(({ original }) => Buffer.from(original).toString());
  };

  it('is first relieved of what was sent, and then of the entry', async () => {
    const [settled, open] = ['p20', 'p21'].map((stream) => {
      return [181, 179, 91, 89, 31, 29].map((days) => atAge(stream, days));
    });
    await put(settled ?? []);
    await put(open ?? []);
    await settle(settled ?? []);
    expect(await quarantineStore(db).tidy()).toBeGreaterThanOrEqual(3 + 2 + 1 + 2);
    const { original } = refusal({});
    expect(await left('p20')).toEqual([original, '', '']);
    expect(await left('p21')).toEqual([original, original, original, '', '']);
    const [emptied] = (open ?? []).slice(2);
    const kept = emptied && (await quarantineReads(db).get(emptied));
    expect(kept).toMatchObject({ original: '', originalBytes: original.length });
    expect(await quarantineStore(db).tidy()).toBe(0);
  });

  it('leaves alone what somebody is at', async () => {
    const entry = atAge('p22', 200);
    await put([entry]);
    const began = { at: Date.now(), by: 'op', afterId: '0-0' };
    await quarantineCareStore(db).begin(entry, began);
    await quarantineStore(db).tidy();
    expect(await left('p22')).toEqual([entry.original]);
    const repeat = { at: began.at, by: 'op', outcome: 'late', state: 'open' } as const;
    await quarantineCareStore(db).markReplayed(entry, repeat);
    expect(await quarantineStore(db).tidy()).toBe(1);
    expect(await left('p22')).toEqual([]);
  });
});

describe('quarantineReads', () => {
  it('shows what became of the last replay', async () => {
    const entry = refusal({ stream: 'p6', streamId: '1700000000001-7', hunt: 'replays' });
    await put([entry]);
    const store = quarantineCareStore(db);
    const replay = { at: 1_700_000_009_000, by: 'op@trove.test', outcome: 'replayed' } as const;
    const healed = { ...replay, state: 'replayed' } as const;
    expect(await store.begin(entry, { ...replay, afterId: '7-0' })).toBe(true);
    expect(await store.markReplayed(entry, healed)).toBe(true);
    const repeat = { ...healed, at: replay.at + 1, outcome: 'duplicate' } as const;
    expect(await store.markReplayed(entry, repeat)).toBe(false);
    expect(await store.markReplayed({ ...entry, stream: 'p7' }, healed)).toBe(false);
    const reads = quarantineReads(db);
    const care = { ...UNTOUCHED, state: 'replayed' };
    expect(await reads.get(entry)).toEqual({ ...entry, replay, care });
    const recent = { fromMs: 0, spanMs: 1, spans: 0 };
    const { groups } = await reads.groups({ hunt: 'replays', recent });
    expect(groups).toMatchObject([{ replayed: 1 }]);
  });

  it('groups by reason and pages newest first, across streams', async () => {
    const hunt = 'paged';
    const late = [5, 7].map((n) => refusal({ stream: 'p4', streamId: `${BASE + n}-0`, hunt }));
    const door = [4, 5, 6].map((n) =>
      refusal({
        ...{ stream: 'p5', streamId: `${BASE + n}-0`, hunt },
        ...{ code: 'unknown_type', refusedAt: n },
      }),
    );
    await put(late);
    await put(door);
    const reads = quarantineReads(db);
    const recent = { fromMs: 1_699_999_990_000, spanMs: 10_000, spans: 3 };
    const common = { stage: 'door', type: 'place.visited.v1', path: 'data.lat' };
    const example = 'too far north';
    const at = 1_700_000_000_000;
    expect((await reads.groups({ hunt, recent })).groups).toEqual([
      {
        ...{ ...common, code: 'unknown_type', example, count: 3, replayed: 0 },
        ...{ firstAt: 4, lastAt: 6, recent: [0, 0, 0] },
      },
      {
        ...{ ...common, code: 'contract', example, count: 2, replayed: 0 },
        ...{ firstAt: at, lastAt: at, recent: [0, 2, 0] },
      },
    ]);
    const ids: string[] = [];
    let after: QuarantineEntry | undefined;
    do {
      const [entry] = await reads.list({ hunt, after, limit: 1 });
      if (entry) ids.push(`${entry.stream} ${Number(entry.streamId.split('-')[0]) - BASE}`);
      after = entry;
    } while (after);
    expect(ids).toEqual(['p4 7', 'p5 6', 'p5 5', 'p4 5', 'p5 4']);
    const cause = { code: 'contract', path: 'data.lat' } as const;
    expect(await reads.list({ hunt, ...cause, limit: 10 })).toHaveLength(2);
    expect(await reads.list({ hunt, ...cause, path: 'id', limit: 10 })).toEqual([]);
  });
});
