import { randomUUID } from 'node:crypto';
import type { LedgerChunk, LedgerEntry } from '@trove/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDb, type Db } from '../createDb.js';
import { ledgerStore } from '../stores/ledgerStore.js';
import { createTestDatabase, type TestDatabase } from '../testing/createTestDatabase.js';
import { liveReads } from './liveReads.js';

const T0 = Date.UTC(2026, 5, 1, 18);
/** Asked of a hunt whose ledger has 100,000 entries. */
const BUDGET_MS = 1_000;
const START = { epoch: 0, offset: '0-0' };

let database: TestDatabase;
let db: Db;
let partitions = 0;

beforeAll(async () => {
  database = await createTestDatabase(process.env['TEST_DATABASE_URL'] ?? '');
  db = createDb(database.url);
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

type Row = Partial<LedgerEntry> & { readonly team: string; readonly atS: number };

/** Stores rows as one commit each thousand, in the order given; answers their hunt. */
async function store(rows: readonly Row[], epoch = 1): Promise<string> {
  partitions += 1;
  const partition = partitions;
  const hunt = `hunt-${partition}`;
  let from = START;
  for (let first = 0; first < rows.length; first += 1_000) {
    const entries = rows.slice(first, first + 1_000).map(({ atS, ...row }, i): LedgerEntry => {
      return {
        partition,
        epoch,
        position: first + i,
        eventId: randomUUID(),
        hunt,
        player: row.team,
        type: 'code.scanned.v1',
        outcome: 'accepted',
        points: 0,
        rules: [],
        occurredAt: new Date(T0 + atS * 1000),
        committedAt: new Date(T0 + atS * 1000),
        ...row,
      };
    });
    const id = `${first + entries.length}-0`;
    const chunk: LedgerChunk = { id, epoch, firstPosition: first, entries, publications: [] };
    const reply = await ledgerStore(db).apply({ partition, from, chunks: [chunk] });
    from = reply.position;
  }
  return hunt;
}

const solve = (team: string, clue: string, atS: number, points = 10): Row => {
  return { team, clue, verdict: 'solved', points, atS };
};

describe('liveReads', () => {
  it('counts how often rules have fired since a moment', async () => {
    const hunt = await store([
      { ...solve('herons', 'a', 1), rules: ['early', 'pair'] },
      { ...solve('otters', 'a', 5), rules: ['pair'] },
      { ...solve('otters', 'b', 6), rules: ['pair', 'last'] },
      solve('lynxes', 'b', 7),
    ]);
    const fired = await liveReads(db).rulesFired(hunt, T0 + 5_000);
    expect(Object.fromEntries(fired)).toEqual({ pair: 2, last: 1 });
  });

  it('PT3 O12 leaves playtest teams off the board of any instant and off the finish', async () => {
    const hunt = await store([
      { ...solve('testers', 'a', 1, 50), isPlaytest: true },
      solve('herons', 'a', 2),
    ]);
    const board = await liveReads(db).boardAt(hunt, { atMs: T0 + 3_000, limit: 10 });
    expect(board.rows.map(({ team, rank }) => [team, rank])).toEqual([['herons', 1]]);
    const finish = await liveReads(db).photoFinish(hunt, { clue: 'a', limit: 10 });
    expect(finish.map(({ team, arrived }) => [team, arrived])).toEqual([['herons', 1]]);
  });

  it('O12 tells the board of any instant, with what teams were then', async () => {
    const hunt = await store([
      solve('herons', 'a', 1),
      solve('otters', 'a', 2, 20),
      { team: 'otters', type: 'team.status_changed.v1', teamStatus: 'banned', atS: 3, reason: 'x' },
      { team: 'herons', type: 'points.adjusted.v1', points: -5, atS: 4, reason: 'late' },
      solve('lynxes', 'a', 4, 5),
      { team: 'otters', type: 'team.status_changed.v1', teamStatus: 'hidden', atS: 5, reason: 'y' },
    ]);
    const at = async (seconds: number) => {
      const { rows } = await liveReads(db).boardAt(hunt, { atMs: T0 + seconds * 1000, limit: 9 });
      return rows.map(({ rank, team, score, status }) => [rank, team, score, status]);
    };
    expect(await at(0)).toEqual([]);
    expect(await at(2)).toEqual([
      [1, 'otters', 20, 'playing'],
      [2, 'herons', 10, 'playing'],
    ]);
    expect(await at(3.5)).toEqual([[1, 'herons', 10, 'playing']]);
    expect(await at(4)).toEqual([
      [1, 'herons', 5, 'playing'],
      [1, 'lynxes', 5, 'playing'],
    ]);
    const now = await liveReads(db).boardAt(hunt, { limit: 1 });
    expect(now).toEqual({
      teams: 3,
      rows: [{ rank: 1, team: 'otters', score: 20, status: 'hidden' }],
    });
    const span = { fromMs: T0 + 1_000, toMs: T0 + 5_000, entries: 6 };
    expect(await liveReads(db).span(hunt)).toEqual(span);
    const reasons = (await liveReads(db).corrections(hunt)).map(({ reason }) => reason);
    expect(reasons).toEqual(['y', 'late', 'x']);
    expect(await liveReads(db).corrections(hunt, 'herons')).toMatchObject([{ points: -5 }]);
  });

  it('O12 answers within a second where the ledger has 100,000 entries', async () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => {
      return solve(`team-${i % 2_000}`, `clue-${Math.floor(i / 2_000)}`, i / 100, 1 + (i % 7));
    });
    const hunt = await store(rows);
    await db.pool.query('ANALYZE ledger_entry');
    const beganMs = performance.now();
    const half = await liveReads(db).boardAt(hunt, { atMs: T0 + 499_995, limit: 100 });
    const tookMs = performance.now() - beganMs;
    expect(half.teams).toBe(2_000);
    const scores = new Map<string, number>();
    for (const { team, points = 0, atS } of rows) {
      if (atS <= 499.995) scores.set(team, (scores.get(team) ?? 0) + points);
    }
    const best = [...scores].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, 100);
    expect(half.rows.map(({ team, score }) => [team, score])).toEqual(best);
    expect(tookMs).toBeLessThan(BUDGET_MS);
    expect((await liveReads(db).lastSolves(hunt)).get('team-7')).toBe(T0 + 980_070);
  });

  it('O13 puts the order of the log beside the order of the devices’ times', async () => {
    const late = (row: Row, happenedS: number) => {
      return { ...row, occurredAt: new Date(T0 + happenedS * 1000) };
    };
    const hunt = await store([
      solve('herons', 'a', 10),
      late(solve('otters', 'a', 11), 9),
      solve('otters', 'b', 12),
      late(solve('lynxes', 'a', 13), 12.5),
    ]);
    const finish = await liveReads(db).photoFinish(hunt, { clue: 'a', limit: 9 });
    expect(finish.map(({ team, arrived, happened }) => [team, arrived, happened])).toEqual([
      ['herons', 1, 2],
      ['otters', 2, 1],
      ['lynxes', 3, 3],
    ]);
    const all = await liveReads(db).photoFinish(hunt, { limit: 2 });
    expect(all.map(({ clue, arrived }) => [clue, arrived])).toEqual([
      ['a', 1],
      ['a', 2],
    ]);
    const solves = await liveReads(db).solvesOf(hunt, ['otters', 'nobody']);
    expect(solves.map(({ clue, committedMs }) => [clue, committedMs - T0])).toEqual([
      ['a', 11_000],
      ['b', 12_000],
    ]);
  });

  it('O12 leaves out what a later epoch has taken the place of', async () => {
    const hunt = await store([solve('herons', 'a', 1), solve('otters', 'a', 2)]);
    const values = [partitions, 2, 1];
    await db.pool.query('INSERT INTO ledger_epoch VALUES ($1, $2, $3)', values);
    const { rows } = await liveReads(db).boardAt(hunt, { limit: 9 });
    expect(rows.map(({ team }) => team)).toEqual(['herons']);
    expect(await liveReads(db).photoFinish(hunt, { limit: 9 })).toHaveLength(1);
  });
});
