import { reconcile, Twin } from '@trove/backtest';
import { ledgerStore, twinReads, twinStore } from '@trove/db';
import { createLedgerSource, partitionKeys } from '@trove/streams';
import { createLogger } from '@trove/telemetry';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProjectLedger } from '../jobs/projectLedger.js';
import { RecordedHunt } from './recordedHunt.fixture.js';
import { type Batch, startBatch } from './startBatch.js';

const redisUrl = process.env['TEST_REDIS_URL'] ?? '';

let hunt: RecordedHunt;
const open: Batch[] = [];

beforeEach(async () => {
  const { TEST_REDIS_URL, TEST_DATABASE_URL } = process.env;
  hunt = await RecordedHunt.open(TEST_REDIS_URL, TEST_DATABASE_URL);
});
afterEach(async () => {
  for (const batch of open.splice(0)) await batch.close();
  await hunt.close();
});

const rest = async () => undefined;
const keysOf = () => partitionKeys(hunt.log.keys, hunt.partition);

/** The ledger's own sink takes what was decided. */
async function projectLedger(): Promise<void> {
  const { redis, keys } = hunt.log;
  const epoch = async () => Number((await redis.hget(keysOf().meta, 'epoch')) ?? 0);
  const source = { ...createLedgerSource(redis, keys), epoch };
  await createProjectLedger({ source, store: ledgerStore(hunt.db) })({ partition: 0 });
}

const prove = () =>
  reconcile(hunt.sources, {
    ...{ partitions: 1, nowMs: Date.now, steadyMs: () => performance.now(), rest },
    wait: async () => undefined,
  });

describe('the batch twin on real servers', () => {
  it('BT2 BT3 comes to the live state at every step, and folds only what is new', async () => {
    const twin = new Twin(hunt.sources, 1);
    await hunt.play(1, 60);
    expect(await twin.run(rest)).toMatchObject({ events: 61, divergence: 0, hunts: 1 });
    expect(await twin.run(rest)).toMatchObject({ events: 0, changed: [] });
    await hunt.archive();
    await hunt.play(50, 40);
    const { events, divergence, changed } = await twin.run(rest);
    expect({ events, divergence }).toEqual({ events: 40, divergence: 0 });
    expect(changed[0]).toMatchObject({
      hunt: hunt.slug,
      position: 101,
      events: 101,
      isWhole: true,
    });
    expect(changed[0]?.outcomes).toEqual({ accepted: 90, duplicate: 11 });
    expect(changed[0]?.points).toEqual({ clock: 8 * 20 + 2 * 5 });
    expect(changed[0]?.board).toHaveLength(8);
  });

  it('BT3 finds a score that was changed behind the log’s back', async () => {
    await hunt.play(1, 30);
    await hunt.log.redis.zadd(keysOf().board(hunt.slug), 999, 'team-10');
    const { divergence, changed } = await new Twin(hunt.sources, 1).run(rest);
    expect(divergence).toBe(1);
    expect(changed[0]?.differences).toEqual([
      { of: 'score', name: 'team-10', live: 999, folded: 25 },
    ]);
  });

  it('B12 compares nothing once events have left the log before they were archived', async () => {
    const twin = new Twin(hunt.sources, 1);
    await hunt.play(1, 30);
    await hunt.archive();
    expect(await twin.run(rest)).toMatchObject({ divergence: 0, changed: [{ isWhole: true }] });
    await hunt.play(31, 10);
    await hunt.trim();
    await hunt.play(41, 10);
    const after = { events: 10, divergence: 0, changed: [{ isWhole: false, position: 51 }] };
    expect(await twin.run(rest)).toMatchObject(after);
    expect(await new Twin(hunt.sources, 1).run(rest)).toMatchObject({ ...after, events: 41 });
  });

  it('BT1 is run at its interval and keeps what came of it', async () => {
    await hunt.play(1, 20);
    const reads = twinReads(hunt.db);
    expect(await reads.setting()).toEqual({ isOn: false, everyS: 60 });
    await twinStore(hunt.db).set({ isOn: true, everyS: 1 }, 'ann');
    const logger = createLogger({ app: 'worker', level: 'silent' });
    open.push(await startBatch({ ...hunt.sources, partitions: 1, redisUrl, logger }));
    const asked = async () => (await reads.runs(1))[0]?.questions.map(({ question }) => question);
    await expect.poll(asked, { timeout: 30_000 }).toEqual(['board', 'points', 'outcomes']);
    const [newest] = await reads.runs();
    expect(newest).toMatchObject({ everyS: 1, divergence: 0, hunts: 1 });
    const [twinned] = await reads.hunts();
    expect(twinned).toMatchObject({ hunt: hunt.slug, events: 21, divergence: 0 });
    const proofs = async () => (await reads.reconciliations(1)).length;
    await projectLedger();
    await expect.poll(proofs, { timeout: 30_000 }).toBe(1);
    expect((await reads.reconciliations(1))[0]).toMatchObject({ says: undefined, hunts: 1 });
  });
});

describe('the nightly proof', () => {
  it('BT3 agrees where nothing was touched', async () => {
    await hunt.play(1, 60);
    await hunt.archive();
    await hunt.play(61, 40);
    await projectLedger();
    expect(await prove()).toMatchObject({ divergence: 0, says: undefined, events: 101, hunts: 1 });
  });

  it('BT3 names a score, a clue and an outcome that were broken on purpose', async () => {
    await hunt.play(1, 30);
    await projectLedger();
    const { board, hunt: head, counters } = keysOf();
    await hunt.log.redis.zincrby(board(hunt.slug), 5, 'team-10');
    const broken = await prove();
    expect(broken.divergence).toBe(1);
    expect(broken.says).toBe(
      'one figure of test-hunt differs: score of team-10 is 30, and folded again 25',
    );
    await hunt.log.redis.zincrby(board(hunt.slug), -5, 'team-10');
    await hunt.log.redis.hincrby(head(hunt.slug), 's:clock', 1);
    expect((await prove()).says).toMatch(/solves of clock is 4, and folded again 3/);
    await hunt.log.redis.hincrby(head(hunt.slug), 's:clock', -1);
    await hunt.log.redis.hincrby(counters, 'accepted', 1);
    expect((await prove()).says).toMatch(/events by outcome differ: outcome of accepted/);
  });

  it('BT3 names points that the ledger lacks', async () => {
    await hunt.play(1, 30);
    await projectLedger();
    await hunt.db.prisma.ledgerEntry.deleteMany({ where: { team: 'team-20' } });
    const { divergence, says } = await prove();
    expect(divergence).toBe(1);
    expect(says).toMatch(/points of clock is 45, and folded again 70/);
  });

  it('B12 proves nothing of a record that lacks what it was made of', async () => {
    await hunt.play(1, 20);
    await projectLedger();
    await hunt.log.redis.xtrim(keysOf().log, 'MAXLEN', 0);
    const { divergence, details } = await prove();
    expect(divergence).toBe(0);
    expect(details[0]).toMatchObject({ isWhole: false, differing: 0 });
  });
});
