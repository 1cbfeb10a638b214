import {
  foldRollups,
  incidentsOf,
  ROLLUP_LEVELS,
  type Rollup,
  spanOf,
} from '@trove/core/projection';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDb, type Db } from '../createDb.js';
import type { HistoryMark } from '../historyRows.js';
import { historyReads } from '../reads/historyReads.js';
import { createTestDatabase, type TestDatabase } from '../testing/createTestDatabase.js';
import { type RollupBatch, rollupStore } from './rollupStore.js';

let database: TestDatabase;
let db: Db;
let nextStream = 0;

beforeAll(async () => {
  database = await createTestDatabase(process.env['TEST_DATABASE_URL'] ?? '');
  db = createDb(database.url);
});

afterAll(async () => {
  await db.close();
  await database.drop();
});

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.now();
const freshStream = () => {
  nextStream += 1;
  return `metrics:${nextStream}`;
};

function rollupsOf(hunt: string, atMs: number, count: number): Rollup[] {
  const hunts = { [hunt]: { outcomes: { accepted: count }, points: count } };
  const about = { process: 'w', app: 'worker', holds: 1, unattributed: {} } as const;
  return foldRollups([{ ...about, atMs, hunts }]);
}

function batchOf(stream: string, step: Partial<RollupBatch> & { at?: number }): RollupBatch {
  const at = step.at ?? 0;
  const from = at === 0 ? {} : { [stream]: `${at}-0` };
  return { from, to: { [stream]: `${at + 1}-0` }, rollups: [], marks: [], ...step };
}

async function countOf(hunt: string, atMs: number): Promise<number> {
  const span = spanOf({ fromMs: atMs - MINUTE, toMs: atMs + MINUTE }, NOW);
  const rows = await historyReads(db).rollups(span, hunt);
  const own = rows.filter((row) => row.hunt === hunt);
  return own.reduce((sum, { tick }) => sum + (tick.outcomes?.accepted ?? 0), 0);
}

describe('rollupStore', () => {
  it('adds late parts to the rows that stand, in every level', async () => {
    const store = rollupStore(db);
    const stream = freshStream();
    const atMs = NOW - HOUR;
    await store.apply(batchOf(stream, { rollups: rollupsOf('late', atMs, 3) }));
    await store.apply(batchOf(stream, { at: 1, rollups: rollupsOf('late', atMs, 4) }));
    const rows = await db.prisma.rollup.findMany({ where: { hunt: 'late' } });
    expect(rows.map(({ widthS }) => widthS * 1_000).sort((a, b) => a - b)).toEqual(
      ROLLUP_LEVELS.map(({ widthMs }) => widthMs),
    );
    for (const { tick } of rows) expect(tick).toEqual({ outcomes: { accepted: 7 }, points: 7 });
    expect(await countOf('late', atMs)).toBe(7);
  });

  it('writes nothing of a batch whose place somebody else has passed', async () => {
    const store = rollupStore(db);
    const stream = freshStream();
    const batch = batchOf(stream, { rollups: rollupsOf('twice', NOW, 5) });
    expect(await store.apply(batch)).toBe('applied');
    expect(await store.apply(batch)).toBe('moved');
    expect(await countOf('twice', NOW)).toBe(5);
    expect((await store.cursor())[stream]).toBe('1-0');
  });

  it('adds up what many write to one row at the same time', async () => {
    const store = rollupStore(db);
    const replies = await Promise.all(
      Array.from({ length: 12 }, () =>
        store.apply(batchOf(freshStream(), { rollups: rollupsOf('shared', NOW, 2) })),
      ),
    );
    expect(new Set(replies)).toEqual(new Set(['applied']));
    expect(await countOf('shared', NOW)).toBe(24);
  });

  it('keeps neither rows nor cursor when a batch cannot be written', async () => {
    const store = rollupStore(db);
    const stream = freshStream();
    const mark = { kind: 'start', id: 'x', atMs: Number.NaN, hunt: '', subject: 'x' } as const;
    const batch = batchOf(stream, { rollups: rollupsOf('half', NOW, 1), marks: [mark] });
    await expect(store.apply(batch)).rejects.toThrow(/out of range|NaN/);
    expect(await countOf('half', NOW)).toBe(0);
    expect((await store.cursor())[stream]).toBeUndefined();
  });

  it('keeps a mark once, and gives those of a hunt and of all', async () => {
    const store = rollupStore(db);
    const at = NOW - 40 * HOUR;
    const marks: HistoryMark[] = [
      { kind: 'start', id: 'w 1', atMs: at, hunt: '', subject: 'worker w' },
      { kind: 'publication', id: 'a', atMs: at + 1, hunt: 'one', subject: 'version 1' },
      { kind: 'publication', id: 'b', atMs: at + 2, hunt: 'two', subject: 'version 9' },
    ];
    await store.apply(batchOf(freshStream(), { marks }));
    await store.apply(batchOf(freshStream(), { marks }));
    const range = { fromMs: at, toMs: at + 10 };
    expect(await historyReads(db).marks(range)).toEqual(marks.toReversed());
    expect(await historyReads(db).marks(range, 'one')).toEqual([marks[1], marks[0]]);
  });

  it('cleans away what is older than its width is kept, and nothing else', async () => {
    const store = rollupStore(db);
    const days = (n: number) => NOW - n * 24 * HOUR;
    for (const age of [1, 20, 60, 400, 800]) {
      await store.apply(batchOf(freshStream(), { rollups: rollupsOf('old', days(age), 1) }));
    }
    expect(await store.tidy()).toBeGreaterThan(0);
    const rows = await db.prisma.rollup.findMany({ where: { hunt: 'old' } });
    const counts = new Map<number, number>();
    for (const { widthS } of rows) counts.set(widthS, (counts.get(widthS) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({ 10: 1, 60: 2, 300: 3, 3600: 4 });
    expect(await store.tidy()).toBe(0);
  });
});

describe('historyReads', () => {
  it('gives a hunt its own figures and says who told of the time', async () => {
    const at = NOW - 90 * MINUTE;
    const rollups = rollupsOf('mine', at, 3);
    await rollupStore(db).apply(batchOf(freshStream(), { rollups }));
    const span = spanOf({ fromMs: at - MINUTE, toMs: at + MINUTE }, NOW);
    const rows = await historyReads(db).rollups(span, 'mine');
    expect(rows.find(({ hunt }) => hunt === 'mine')?.hasWorker).toBe(false);
    expect(rows.find(({ hunt }) => hunt === '')).toMatchObject({ hasWorker: true, tick: {} });
  });

  it('gives what is told of each hunt without a hunt being picked, at every width', async () => {
    const at = Math.floor((NOW - 6 * HOUR) / HOUR) * HOUR;
    const covered = { of: 4, clues: [1, 3] };
    const unmet = { sharp: 12 };
    for (const [stream, atMs] of [
      [freshStream(), at + MINUTE] as const,
      [freshStream(), at] as const,
      [freshStream(), at - 3 * 24 * HOUR] as const,
    ]) {
      const hunts = { told: { covered, unmet }, other: { covered: { of: 2, clues: [0] } } };
      const about = { process: 'w', app: 'worker', holds: 1, unattributed: {} } as const;
      const rollups = foldRollups([{ ...about, atMs: atMs + 1_000, hunts }]);
      await rollupStore(db).apply(batchOf(stream, { rollups }));
    }
    const reads = historyReads(db);
    for (const [lengthMs, count] of [
      [HOUR, 2],
      [24 * HOUR, 2],
      [30 * 24 * HOUR, 3],
    ] as const) {
      const span = spanOf({ fromMs: at + HOUR - lengthMs, toMs: at + HOUR }, NOW);
      expect(await reads.covered(span)).toMatchObject({
        told: { of: 4, clues: [1, 3], times: [count, count] },
        other: { of: 2, clues: [0], times: [count] },
      });
      const other = { of: 2, clues: [0], times: [count] };
      expect(await reads.covered(span, 'other')).toEqual({ other });
    }
    const hour = { fromMs: at, toMs: at + HOUR, widthMs: MINUTE };
    const minutes = [at, at + MINUTE].map((start) => ({ at: start, hunts: { told: { unmet } } }));
    expect(await reads.unmet(hour)).toEqual(minutes);
    expect(await reads.unmet(hour, 'told')).toEqual(minutes);
    expect(await reads.unmet(hour, 'other')).toEqual([]);
    const found = incidentsOf(await reads.unmet(hour), { widthMs: MINUTE, endMs: at + HOUR });
    expect(found).toMatchObject([{ hunt: 'told', from: at, to: at + 2 * MINUTE, count: 24 }]);
  });

  it('says up to when history is written', async () => {
    const put = (at: number) =>
      rollupStore(db).apply(batchOf(freshStream(), { rollups: rollupsOf('new', at, 1) }));
    const start = Math.ceil(NOW / 10_000) * 10_000;
    await put(start + 1_000);
    await put(start + HOUR);
    const reads = historyReads(db);
    expect(await reads.knownToMs(start + 4_000)).toBe(start);
    expect(await reads.knownToMs(start + 2_000)).toBeLessThan(start);
  });
});
