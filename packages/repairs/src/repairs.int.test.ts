/** Repairs of many and of one, on a real log and quarantine: from what is refused to its replay. */
import { randomUUID } from 'node:crypto';
import type { HuntDefinition, QuarantineEntry } from '@trove/contracts';
import { readRepairPlan } from '@trove/core';
import { createDb, type Db, quarantineReads, repairReads } from '@trove/db';
import { createTestDatabase, type TestDatabase } from '@trove/db/testing';
import { connectRedis, createHuntDirectory, operateHunt, type TroveRedis } from '@trove/streams';
import { huntDefinition } from '@trove/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discardEntries } from './discardEntries.js';
import { exportLines } from './exportLines.js';
import { foretellFirst } from './foretellFirst.js';
import { previewRepair } from './previewRepair.js';
import { foretell, readReplay } from './readReplay.js';
import type { RepairDeps } from './repairDeps.js';
import { drainOn, publishOn, refuseLateOn, refuseOn } from './repairs.fixture.js';
import { replayOne } from './replayOne.js';
import { wordsOfForeseen } from './replayWords.js';
import { startRepair } from './startRepair.js';

const BY = 'ann@trove.test';
const MENDING = {
  condition: 'event.data.code == " CLOCK"',
  patch: '[{"op":"replace","path":"/data/code","value":"CLOCK"}]',
};

let database: TestDatabase;
let db: Db;
let redis: TroveRedis;
let keys: { prefix: string };
let deps: RepairDeps;

beforeEach(async () => {
  database = await createTestDatabase(process.env['TEST_DATABASE_URL'] ?? '');
  db = createDb(database.url);
  redis = connectRedis(process.env['TEST_REDIS_URL'] ?? '', { name: 'repairs-test' });
  keys = { prefix: `test-${randomUUID()}` };
  deps = { db, redis, keys, hunts: createHuntDirectory(redis, keys), nowMs: Date.now };
  await publish(1, huntDefinition());
});
afterEach(async () => {
  const names = await redis.keys(`${keys.prefix}:*`);
  if (names.length > 0) await redis.del(...names);
  redis.disconnect();
  await db.close();
  await database.drop();
});

const publish = (version: number, definition: HuntDefinition) =>
  publishOn(deps, version, definition);
const drain = () => drainOn(deps);
const refuse = (...codes: string[]) => refuseOn(deps, ...codes);

const order = (more: object = {}) => ({
  ...{ by: BY, filter: {}, ...MENDING, rate: 50, allowsClosed: false },
  ...more,
});
/** The list as the screen shows it. */
const counted = () =>
  quarantineReads(db).groups({ state: 'open', recent: { fromMs: 0, spanMs: 1, spans: 0 } });
const careOf = async (entry: QuarantineEntry | undefined) =>
  (await quarantineReads(db).get(entry as QuarantineEntry))?.care;

describe('starting a repair of many', () => {
  it('claims what matches and leaves the rest', async () => {
    const [first, , other] = await refuse(' CLOCK', ' CLOCK', '!');
    const reply = await startRepair(deps, order());
    expect(reply).toMatchObject({ is: 'started', claimed: 2, matched: 2, holders: [] });
    const run = reply.is === 'started' ? reply.run : '';
    expect(await careOf(first)).toMatchObject({ run, isClaimed: true });
    expect(await careOf(other)).toMatchObject({ isClaimed: false });
    expect(await repairReads(db).get(run)).toMatchObject({ by: BY, rate: 50, total: 2 });
  });

  it('that matches everything asks for the count first', async () => {
    const [first] = await refuse(' CLOCK', ' CLOCK', '!');
    const all = { condition: 'true' };
    expect(await startRepair(deps, order(all))).toEqual({ is: 'unconfirmed', matched: 3 });
    const wrong = await startRepair(deps, order({ ...all, confirmed: 2 }));
    expect(wrong).toEqual({ is: 'unconfirmed', matched: 3 });
    expect(await careOf(first)).toMatchObject({ isClaimed: false });
    const right = await startRepair(deps, order({ ...all, confirmed: 3 }));
    expect(right).toMatchObject({ is: 'started', claimed: 3 });
  });

  it('tells the second operator who holds the group', async () => {
    await refuse(' CLOCK', ' CLOCK', '!');
    const first = await startRepair(deps, order());
    const second = await startRepair(deps, order({ by: 'bob@trove.test' }));
    const run = first.is === 'started' ? first.run : '';
    expect(second).toEqual({ is: 'held', holders: [{ id: run, by: BY, count: 2 }] });
    expect(await repairReads(db).list()).toHaveLength(1);
  });

  it('RE15 takes nothing that came after it was shown, nor where nothing matches', async () => {
    const [first] = (await refuse(' CLOCK', '!')) as [QuarantineEntry];
    const { extent } = await counted();
    await refuse(' CLOCK');
    await refuseLateOn(deps, first);
    expect(await startRepair(deps, order({ extent: {} }))).toEqual({ is: 'nothing' });
    const reply = await startRepair(deps, order({ extent }));
    expect(reply).toMatchObject({ is: 'started', claimed: 1, matched: 1 });
    expect(await careOf(first)).toMatchObject({ isClaimed: true });
    expect(await startRepair(deps, order({ filter: { version: 9 } }))).toEqual({ is: 'nothing' });
  });

  it('starts no run that would send nothing', async () => {
    const [first] = await refuse(' CLOCK', '!');
    const reply = await startRepair(deps, order({ patch: '[]' }));
    expect(reply).toEqual({ is: 'unsendable', matched: 1 });
    expect(await careOf(first)).toMatchObject({ isClaimed: false });
  });

  it('refuses texts that it can’t read', async () => {
    const condition = 'event.data.code.matches("x")';
    const reply = await startRepair(deps, order({ condition }));
    expect(reply).toMatchObject({ is: 'refused', part: 'condition' });
    expect(await startRepair(deps, order({ patch: '{' }))).toMatchObject({ part: 'patch' });
  });
});

describe('the preview of a repair of many', () => {
  it('RE8 decides the first without effect, each by itself', async () => {
    const [first] = await refuse(' CLOCK', '!', ' CLOCK');
    const reading = readRepairPlan(MENDING.condition, MENDING.patch);
    if (!reading.isGood) throw new Error(reading.says);
    const question = { filter: {}, plan: reading.plan, allowsClosed: false };
    const before = await redis.dump(`${keys.prefix}:{p0}:log`);
    const outlook = await previewRepair(deps, question);
    let reads = 0;
    const body = (hash: string) => {
      reads += 1;
      return deps.hunts.body(hash);
    };
    const hunts = { ...deps.hunts, body };
    const foretold = await foretellFirst({ ...deps, hunts }, outlook.first);
    expect(foretold).toHaveLength(2);
    expect(reads, 'their rules are compiled once').toBe(1);
    expect(foretold[0]).toMatchObject({
      ...{ eventId: first?.eventId, team: 'herons', outcome: 'replayed' },
      ...{ verdict: 'solved', clue: 'clock', points: expect.any(Number) },
    });
    expect(await redis.dump(`${keys.prefix}:{p0}:log`)).toEqual(before);
    expect(await careOf(first)).toEqual({ state: 'open', isClaimed: false });
  });
});

describe('repairing one by hand', () => {
  const mended = ({ original }: QuarantineEntry) => original.replace(' CLOCK', 'CLOCK');

  it('foretells its outcome without effect, then replays it by its own id', async () => {
    const [entry] = (await refuse(' CLOCK')) as [QuarantineEntry];
    const asItCame = await readReplay(deps, { entry, allowsClosed: false });
    expect(asItCame).toMatchObject({ isGood: false, path: 'data.code', isClosed: false });
    const reading = await readReplay(deps, { entry, text: mended(entry), allowsClosed: false });
    if (!reading.isGood) throw new Error(reading.says);
    expect(reading).toMatchObject({ prospect: 'counts', otherVersion: undefined });
    expect(await foretell(deps, reading.replay)).toMatchObject({
      ...{ outcome: 'replayed', verdict: 'solved', clue: 'clock' },
    });
    expect(await careOf(entry)).toEqual({ state: 'open', isClaimed: false });
    const sending = replayOne(deps, { entry, replay: reading.replay, by: BY });
    await expect.poll(async () => (await careOf(entry))?.repaired).toBeDefined();
    await drain();
    expect(await sending).toMatchObject({ is: 'sent', result: { id: entry.eventId } });
    expect(await careOf(entry)).toMatchObject({ state: 'replayed' });
  });

  it('tells who is at an entry, and sends nothing then', async () => {
    const [entry] = (await refuse(' CLOCK', '!')) as [QuarantineEntry];
    await startRepair(deps, order());
    const reading = await readReplay(deps, { entry, text: mended(entry), allowsClosed: false });
    if (!reading.isGood) throw new Error(reading.says);
    const before = await redis.xlen(`${keys.prefix}:{p0}:log`);
    const reply = await replayOne(deps, { entry, replay: reading.replay, by: 'bob' });
    expect(reply).toMatchObject({ is: 'taken', entry: { care: { isClaimed: true } } });
    expect(await redis.xlen(`${keys.prefix}:{p0}:log`)).toBe(before);
  });

  it('is judged by the version in force now, and says so', async () => {
    const [entry] = (await refuse(' CLOCK')) as [QuarantineEntry];
    const clues = [{ id: 'clock', title: 'Clock', points: 7, find: { code: 'CLOCK' } }];
    await publish(2, huntDefinition({ clues, rules: [] }));
    const reading = await readReplay(deps, { entry, text: mended(entry), allowsClosed: false });
    if (!reading.isGood) throw new Error(reading.says);
    const { replay, prospect, otherVersion } = reading;
    const preview = await foretell(deps, replay);
    expect(preview).toMatchObject({ verdict: 'solved', points: 7, version: 2 });
    const says = wordsOfForeseen({ prospect, preview, otherVersion });
    expect(says).toContain('solved, 7 points. Version 2 of the rules judges it');
  });

  it('asks before it goes to a hunt that has ended', async () => {
    const [entry] = (await refuse(' CLOCK')) as [QuarantineEntry];
    const live = await deps.hunts.get('test-hunt');
    if (live === undefined) throw new Error('the hunt is not published');
    const operation = { type: 'hunt.phase_changed.v1', data: { phase: 'ended' } } as const;
    await operateHunt(redis, { live, operation, by: BY, waitMs: 0, keys });
    await drain();
    const question = { entry, text: mended(entry) };
    const asked = await readReplay(deps, { ...question, allowsClosed: false });
    expect(asked).toMatchObject({ isGood: false, isClosed: true });
    const allowed = await readReplay(deps, { ...question, allowsClosed: true });
    if (!allowed.isGood) throw new Error(allowed.says);
    expect(await foretell(deps, allowed.replay)).toMatchObject({ verdict: 'closed', points: 0 });
  });
});

describe('discarding and exporting', () => {
  it('discards as many as were shown, or none', async () => {
    const [first] = await refuse('!', '?');
    const shown = { by: BY, reason: 'a test device', filter: {} };
    expect(await discardEntries(db, { ...shown, expected: 1 })).toEqual({
      is: 'changed',
      found: 2,
    });
    expect(await careOf(first)).toMatchObject({ state: 'open' });
    const done = await discardEntries(db, { ...shown, expected: 2 });
    expect(done).toEqual({ is: 'discarded', count: 2 });
  });

  it('RE15 discards what was shown of a list that grows, and nothing that came since', async () => {
    const [first] = (await refuse('!', '?')) as [QuarantineEntry];
    const { groups, extent } = await counted();
    const [later] = await refuse('#');
    await refuseLateOn(deps, first);
    const shown = { by: BY, reason: 'a test device', filter: {}, extent };
    const done = await discardEntries(db, { ...shown, expected: groups[0]?.count ?? 0 });
    expect(done).toEqual({ is: 'discarded', count: 2 });
    expect(await careOf(first)).toMatchObject({ state: 'discarded' });
    expect(await careOf(later)).toMatchObject({ state: 'open' });
    expect((await counted()).groups).toMatchObject([{ count: 2 }]);
  });

  it('exports every entry once, a page at a time', async () => {
    for (let page = 0; page < 3; page += 1) {
      await refuse(...Array.from({ length: 150 }, (_, i) => `!${page}-${i}`));
    }
    const pieces: string[] = [];
    for await (const piece of exportLines(db, {})) pieces.push(piece);
    const ids = pieces
      .join('')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).eventId);
    expect(pieces).toHaveLength(3);
    expect(new Set(ids).size).toBe(450);
  });
});
