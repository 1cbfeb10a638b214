import { randomUUID } from 'node:crypto';
import type { QuarantineEntry } from '@trove/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDb, type Db } from '../createDb.js';
import { quarantineReads } from '../reads/quarantineReads.js';
import { repairReads } from '../reads/repairReads.js';
import { createTestDatabase, type TestDatabase } from '../testing/createTestDatabase.js';
import { put, refusal } from './quarantine.fixture.js';
import { quarantineCareStore } from './quarantineCare.js';
import { type NewRepairRun, repairStore } from './repairStore.js';

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

let streams = 100;

/** So many refusals in a stream of their own. */
async function refusals(count: number): Promise<QuarantineEntry[]> {
  streams += 1;
  const stream = `p${streams}`;
  const entries = Array.from({ length: count }, (_, i) =>
    refusal({ stream, streamId: `${i + 1}-0`, hunt: stream }),
  );
  await put(db, entries);
  return entries;
}

function runOver(keys: readonly QuarantineEntry[], by = 'ann@trove.test'): NewRepairRun {
  const rule = { condition: 'true', patch: [] };
  return { id: randomUUID(), by, filter: {}, rule, rate: 10, allowsClosed: false, keys };
}

const careOf = async (entry: QuarantineEntry | undefined) =>
  (await quarantineReads(db).get(entry as QuarantineEntry))?.care;

const bySomebody = { by: 'bob@trove.test', at: 1_000, afterId: '3-0' };

describe('repair runs', () => {
  it('give each entry to one of two operators who start on the same group', async () => {
    const entries = await refusals(1_500);
    const [ann, bob] = [runOver(entries), runOver(entries, 'bob@trove.test')];
    const [one, other] = await Promise.all([ann, bob].map((run) => repairStore(db).start(run)));
    expect(new Set([one?.claimed, other?.claimed])).toEqual(new Set([0, 1_500]));
    const [winner, loser] = one?.claimed === 0 ? [bob, ann] : [ann, bob];
    const told = one?.claimed === 0 ? one : other;
    expect(told?.holders).toEqual([{ id: winner.id, by: winner.by, count: 1_500 }]);
    expect(await repairReads(db).get(loser.id)).toBeUndefined();
    expect(await repairReads(db).get(winner.id)).toMatchObject({ state: 'running', total: 1_500 });
  });

  it('hold what nobody else may replay or discard, and give it back when cancelled', async () => {
    const [entry] = await refusals(1);
    const run = runOver([entry as QuarantineEntry]);
    await repairStore(db).start(run);
    const store = quarantineCareStore(db);
    expect(await store.begin(entry as QuarantineEntry, bySomebody)).toBe(false);
    expect(await store.discard([entry as QuarantineEntry], { by: 'bob', reason: 'x' })).toBe(0);
    expect(await repairStore(db).end(run.id, 'cancelled', 'by bob')).toBe(true);
    expect(await repairStore(db).end(run.id, 'done')).toBe(false);
    expect(await careOf(entry)).toEqual({ state: 'open', run: run.id, isClaimed: false });
    expect(await store.discard([entry as QuarantineEntry], { by: 'bob', reason: 'x' })).toBe(1);
  });

  it('send nothing that was given back meanwhile', async () => {
    const entries = await refusals(2);
    const run = runOver(entries);
    await repairStore(db).start(run);
    const replays = entries.map((entry) => ({ ...entry, afterId: '5-0', repaired: undefined }));
    expect(await repairStore(db).begin(run.id, replays.slice(0, 1))).toHaveLength(1);
    await repairStore(db).end(run.id, 'cancelled');
    expect(await repairStore(db).begin(run.id, replays.slice(1))).toEqual([]);
    expect(await careOf(entries[0])).toMatchObject({ isClaimed: true });
    expect(await careOf(entries[1])).toMatchObject({ isClaimed: false });
  });

  it('count each outcome once, however often it is noted', async () => {
    const entries = await refusals(3);
    const run = runOver(entries);
    await repairStore(db).start(run);
    const repaired = '{"mended":true}';
    const replays = entries.map((entry) => ({ ...entry, afterId: '5-0', repaired }));
    await repairStore(db).begin(run.id, replays.slice(0, 2));
    const settlements = entries.map(({ stream, streamId }, i) => {
      const key = { stream, streamId };
      if (i === 2) return { ...key, stays: 'still broken' };
      return { ...key, outcome: 'replayed', state: 'replayed' } as const;
    });
    const store = quarantineCareStore(db);
    expect(await store.settle(settlements)).toBe(3);
    expect(await store.settle(settlements)).toBe(0);
    expect((await repairReads(db).get(run.id))?.counts).toEqual({ replayed: 2, stays: 1 });
    expect(await careOf(entries[0])).toMatchObject({ state: 'replayed', repaired });
    expect(await careOf(entries[2])).toMatchObject({ state: 'open', stays: 'still broken' });
  });

  it('have one holder at a time, until it is no more believed', async () => {
    const run = runOver(await refusals(1));
    const store = repairStore(db);
    await store.start(run);
    expect(await store.beat(run.id, 'w1', 60_000)).toBe(true);
    expect(await store.beat(run.id, 'w2', 60_000)).toBe(false);
    expect(await store.beat(run.id, 'w1', -1)).toBe(true);
    expect(await store.beat(run.id, 'w2', 60_000)).toBe(true);
    expect(await repairReads(db).running()).toContain(run.id);
    await store.end(run.id, 'done');
    expect(await store.beat(run.id, 'w2', 60_000)).toBe(false);
    expect(await repairReads(db).running()).not.toContain(run.id);
  });
});

describe('single entries', () => {
  it('are replayed by one hand at a time', async () => {
    const [entry] = await refusals(1);
    const key = entry as QuarantineEntry;
    const store = quarantineCareStore(db);
    const began = { ...bySomebody, at: Date.now() };
    expect(await store.begin(key, began)).toBe(true);
    expect(await store.begin(key, { ...began, by: 'ann@trove.test' })).toBe(false);
    expect((await repairStore(db).start(runOver([key]))).claimed).toBe(0);
    expect(await store.discard([key], { by: 'ann', reason: 'x' })).toBe(0);
    await store.markReplayed(key, { ...began, outcome: 'late', state: 'open' });
    expect(await store.begin(key, { ...began, by: 'ann@trove.test' })).toBe(true);
  });

  it('are found while their replay is pending, and are free when it never came', async () => {
    const [entry] = await refusals(1);
    const store = quarantineCareStore(db);
    await store.begin(entry as QuarantineEntry, bySomebody);
    const pending = await store.pending();
    expect(pending.filter(({ entry: { stream } }) => stream === entry?.stream)).toMatchObject([
      { afterId: '3-0' },
    ]);
    await store.settle([{ stream: entry?.stream ?? '', streamId: entry?.streamId ?? '' }]);
    expect(await quarantineReads(db).get(entry as QuarantineEntry)).not.toHaveProperty('replay');
  });

  it('are discarded once, with who, when and why, and can be listed', async () => {
    const entries = await refusals(2);
    const hunt = entries[0]?.hunt;
    const store = quarantineCareStore(db);
    const why = { by: 'ann@trove.test', reason: 'a test device' };
    expect(await store.discard(entries.slice(0, 1), why)).toBe(1);
    expect(await store.discard(entries.slice(0, 1), { ...why, by: 'bob' })).toBe(0);
    const reads = quarantineReads(db);
    expect(await reads.list({ hunt, state: 'open', limit: 10 })).toHaveLength(1);
    const [discarded] = await reads.list({ hunt, state: 'discarded', limit: 10 });
    expect(discarded?.care?.discarded).toMatchObject(why);
    expect(await store.begin(entries[0] as QuarantineEntry, bySomebody)).toBe(false);
  });

  it('are listed first while they run, however many have ended since', async () => {
    const start = async (entry: QuarantineEntry) => {
      const run = runOver([entry]);
      await repairStore(db).start(run);
      return run.id;
    };
    const [slowEntry, ...others] = await refusals(53);
    const slow = await start(slowEntry as QuarantineEntry);
    for (const other of others) await repairStore(db).end(await start(other), 'done');
    const listed = await repairReads(db).list();
    const running = listed.findIndex(({ state }) => state !== 'running');
    expect(listed.slice(0, running).map(({ id }) => id)).toContain(slow);
    expect(listed.slice(running).map(({ state }) => state)).not.toContain('running');
    expect(listed.slice(running)).toHaveLength(50);
  });

  it('are counted by reason, hunt, type and version', async () => {
    const stream = 'p99';
    const of = (n: number, fields: Partial<QuarantineEntry>) =>
      refusal({ stream, streamId: `${n}-0`, hunt: 'facets', huntVersion: 1, ...fields });
    await put(db, [of(1, {}), of(2, { type: 'code.scanned.v1' }), of(3, { huntVersion: 2 })]);
    const reads = quarantineReads(db);
    expect(await reads.facets({ hunt: 'facets' })).toEqual([
      { facet: 'code', value: 'contract', count: 3 },
      { facet: 'hunt', value: 'facets', count: 3 },
      { facet: 'type', value: 'place.visited.v1', count: 2 },
      { facet: 'type', value: 'code.scanned.v1', count: 1 },
      { facet: 'version', value: '1', count: 2 },
      { facet: 'version', value: '2', count: 1 },
    ]);
    const ids = async (query: object) =>
      (await reads.list({ hunt: 'facets', limit: 10, ...query })).map(({ streamId }) => streamId);
    expect(await ids({ version: 1, isOldestFirst: true })).toEqual(['1-0', '2-0']);
    const recent = { fromMs: 0, spanMs: 1, spans: 0 };
    expect((await reads.groups({ hunt: 'facets', version: 2, recent })).groups).toHaveLength(1);
  });

  it('RE15 are listed as they were counted, whatever has come since', async () => {
    const hunt = 'extents';
    const of = (stream: string, n: number) => refusal({ stream, streamId: `${n}-1`, hunt });
    const reads = quarantineReads(db);
    const recent = { fromMs: 0, spanMs: 1, spans: 0 };
    expect((await reads.groups({ hunt, recent })).extent).toEqual({});
    await put(db, [of('p97', 5), of('p97', 6)]);
    await put(db, [of('p98', 2)]);
    const { groups, extent } = await reads.groups({ hunt, recent });
    expect(groups).toMatchObject([{ count: 3 }]);
    expect(extent).toMatchObject({ p97: '6-1', p98: '2-1' });
    expect(await reads.extent()).toEqual(extent);
    await put(db, [of('p98', 3), of('p98', 7)]);
    await put(db, [of('p96', 1)]);
    const ids = async (query: object) =>
      (await reads.list({ hunt, limit: 10, ...query })).map(({ streamId }) => streamId);
    expect(await ids({})).toEqual(['7-1', '6-1', '5-1', '3-1', '2-1', '1-1']);
    expect(await ids({ extent })).toEqual(['6-1', '5-1', '2-1']);
    const after = of('p98', 2);
    expect(await ids({ extent, isOldestFirst: true, after })).toEqual(['5-1', '6-1']);
    expect(await ids({ extent: {} })).toEqual([]);
  });
});
