import { createDb, type Db, isTransient, ledgerReads, ledgerStore } from '@trove/db';
import { createTestDatabase, type TestDatabase } from '@trove/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FakeOut } from './fakeOut.fixture.js';
import { createProjectLedger } from './projectLedger.js';

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

function freshOut(): FakeOut {
  nextPartition += 1;
  return new FakeOut(nextPartition, `hunt-${nextPartition}`);
}

const project = (out: FakeOut, store = ledgerStore(db)) =>
  createProjectLedger({ source: out, store })({ partition: out.partition });

const SAME = { missing: [], surplusPoints: 0 };

/** What the ledger lacks of `out`, and what it counts too much, void rows left out. */
async function differencesFrom(out: FakeOut) {
  const totals = await ledgerReads(db).totals(out.hunt);
  const points = totals.reduce((sum, total) => sum + total.points, 0);
  const stored = await db.prisma.ledgerEntry.findMany({ where: { partition: out.partition } });
  const ids = new Set(stored.map(({ eventId }) => eventId));
  const expected = out.eventIds();
  return {
    missing: expected.filter((id) => !ids.has(id)),
    surplusPoints: points - expected.length,
  };
}

describe('projectLedger', () => {
  it('catches up over several batches and tells how far it is', async () => {
    const out = freshOut();
    out.commit(30, 20);
    await project(out);
    expect(await differencesFrom(out)).toEqual(SAME);
    expect(out.acknowledged.at(0)).toBe('0-0');
    expect(out.acknowledged.at(-1)).toBe('600-0');
    out.commit(2, 5);
    await project(out);
    expect(await differencesFrom(out)).toEqual(SAME);
  });

  it('does nothing on a partition that never decided anything', async () => {
    const out = freshOut();
    await project(out);
    expect(await ledgerStore(db).cursor(out.partition)).toEqual({ epoch: 0, offset: '0-0' });
  });

  it('writes once what five runs project at the same time', async () => {
    const out = freshOut();
    out.commit(40, 10);
    await Promise.all([1, 2, 3, 4, 5].map(() => project(out)));
    await project(out);
    expect(await differencesFrom(out)).toEqual(SAME);
  });

  it('goes on after PostgreSQL was away, once each', async () => {
    const out = freshOut();
    out.commit(20, 3);
    await project(out);
    const away = createDb('postgresql://nobody:nothing@127.0.0.1:1/none');
    out.commit(20, 3);
    const failure = await project(out, ledgerStore(away)).catch((error: unknown) => error);
    expect(isTransient(failure)).toBe(true);
    await away.close();
    out.commit(20, 3);
    await project(out);
    expect(await differencesFrom(out)).toEqual(SAME);
  });

  it('tells of a log in a new epoch only what it has of that one', async () => {
    const out = freshOut();
    out.commit(20, 3);
    await project(out);
    const broken = { ...ledgerStore(db), apply: () => Promise.reject(new Error('no')) };
    out.lose(0);
    out.commit(2, 3);
    await expect(project(out, broken)).rejects.toThrow('no');
    expect(out.acknowledged.at(-1), 'it lost nothing').toBe('60-0');
    out.lose(7);
    out.commit(30, 3);
    await expect(project(out, broken)).rejects.toThrow('no');
    expect(out.acknowledged.at(-1), 'it lost its end').toBe('45-0');
    out.lose(45);
    out.commit(40, 3);
    await expect(project(out, broken)).rejects.toThrow('no');
    expect(out.acknowledged.at(-1), 'it came back empty').toBe('0-0');
    await project(out);
    expect(out.acknowledged.at(-1)).toBe('120-0');
    expect(await differencesFrom(out)).toEqual(SAME);
  });

  it('writes once what was committed although the answer was lost', async () => {
    const out = freshOut();
    out.commit(20, 3);
    const store = ledgerStore(db);
    const deaf = {
      ...store,
      apply: async (batch: Parameters<typeof store.apply>[0]) => {
        await store.apply(batch);
        throw new Error('Connection terminated unexpectedly');
      },
    };
    await expect(project(out, deaf)).rejects.toThrow('terminated');
    await project(out);
    expect(await differencesFrom(out)).toEqual(SAME);
  });

  it('takes fewer at once where PostgreSQL does not take many', async () => {
    const out = freshOut();
    out.commit(12, 1_000);
    const store = ledgerStore(db);
    const tried: number[] = [];
    const slow = {
      ...store,
      apply: async (batch: Parameters<typeof store.apply>[0]) => {
        const events = batch.chunks.reduce((sum, { entries }) => sum + entries.length, 0);
        tried.push(events);
        if (events > 3_000) throw new Error('Query read timeout');
        return await store.apply(batch);
      },
    };
    const run = createProjectLedger({ source: out, store: slow });
    const { partition } = out;
    await expect(run({ partition })).rejects.toThrow('timeout');
    await expect(run({ partition })).rejects.toThrow('timeout');
    await run({ partition });
    expect(tried).toEqual([8_000, 4_000, 2_000, 2_000, 2_000, 2_000, 2_000, 2_000]);
    expect(await differencesFrom(out)).toEqual(SAME);
  });

  it('takes a higher epoch that lost nothing as the log going on', async () => {
    const out = freshOut();
    out.commit(10, 4);
    await project(out);
    out.lose(0);
    out.commit(10, 4);
    await project(out);
    expect(await differencesFrom(out)).toEqual(SAME);
    expect(await db.prisma.ledgerEntry.count({ where: { partition: out.partition } })).toBe(80);
  });

  it('reads back to where a higher epoch began when the log lost its end', async () => {
    const out = freshOut();
    out.commit(100, 4);
    await project(out);
    out.lose(30);
    out.commit(5, 4);
    await project(out);
    expect(await differencesFrom(out)).toEqual(SAME);
    out.commit(60, 4);
    await project(out);
    expect(await differencesFrom(out)).toEqual(SAME);
    expect(await ledgerStore(db).cursor(out.partition)).toEqual({ epoch: 2, offset: '540-0' });
  });

  it('survives a loss before it had caught up, and two losses between its runs', async () => {
    const behind = freshOut();
    behind.commit(10, 2);
    await project(behind);
    behind.commit(20, 2);
    behind.lose(5);
    behind.commit(3, 2);
    await project(behind);
    expect(await differencesFrom(behind)).toEqual(SAME);
    behind.lose(2);
    behind.commit(1, 2);
    behind.lose(4);
    behind.commit(30, 2);
    await project(behind);
    expect(await differencesFrom(behind)).toEqual(SAME);
  });

  it('stops with a reason when the partition is in an epoch the ledger has left', async () => {
    const out = freshOut();
    out.nextEpoch = 7;
    out.commit(3);
    await project(out);
    const replaced = new FakeOut(out.partition, out.hunt);
    replaced.commit(5);
    await expect(project(replaced)).rejects.toThrow(/epoch 1, but PostgreSQL has reached 7/);
  });

  it('finds where an epoch began in a few reads, however long the log is', async () => {
    const out = freshOut();
    out.commit(2_000, 2);
    await project(out);
    out.lose(700);
    out.commit(1, 2);
    out.reads = 0;
    await project(out);
    expect(await differencesFrom(out)).toEqual(SAME);
    // Twice: for what is acknowledged, and for what comes next.
    expect(out.reads).toBeLessThan(2 * 15);
  });
});
