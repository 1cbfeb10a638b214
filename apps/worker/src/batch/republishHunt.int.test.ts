/** A publication that counts for what was played: its swap, and what is left when its job dies. */
import type { LoggedEvent } from '@trove/core';
import { REPUBLICATION_HABITS, RecordFold } from '@trove/core/backtest';
import { huntReads, liveReads } from '@trove/db';
import { createHuntDirectory, createRecordSource, stateKeysOf } from '@trove/streams';
import { compiled, huntDefinition } from '@trove/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEARER, RepublishedHunt } from './republishedHunt.fixture.js';

let hunt: RepublishedHunt;
beforeEach(async () => {
  const { TEST_REDIS_URL, TEST_DATABASE_URL } = process.env;
  hunt = await RepublishedHunt.open(TEST_REDIS_URL, TEST_DATABASE_URL);
});
afterEach(() => hunt.close());

const versions = () => huntReads(hunt.recorded.db).versions(hunt.recorded.slug);

/** All that is recorded up to the swap, folded by the new version alone. */
async function foldedAnew(): Promise<RecordFold> {
  const { log, slug, partition } = hunt.recorded;
  const rules = compiled(huntDefinition(DEARER), 2);
  const fold = new RecordFold(slug, () => rules, { habits: REPUBLICATION_HABITS });
  const commits = await createRecordSource(log.redis, log.keys).read({ partition, from: 0 });
  fold.add(commits.flatMap(({ events }) => events));
  return fold;
}

describe('a publication that counts for what was played', () => {
  it('RP1 RP2 puts the hunt where the new version would have brought it', async () => {
    await hunt.recorded.play(1, 60);
    const epoch = await hunt.epoch();
    const run = await hunt.ask();
    hunt.decideOn();
    await hunt.work(run);
    expect(await hunt.newest()).toMatchObject({ state: 'done', version: 2, teamsMoved: 60 });
    const fold = await foldedAnew();
    const { hunt: state, teams } = await hunt.state();
    expect(teams).toEqual(fold.teams);
    expect(state).toEqual({ ...fold.hunt, hash: state?.hash });
    expect(await hunt.board()).toMatchObject({ 'team-10': 105, 'team-20': 100, 'team-9': 7 });
    expect(await hunt.epoch()).toBeGreaterThan(epoch);
    const expiries = await Promise.all(
      stateKeysOf(hunt.keys, hunt.recorded.slug).map((key) => hunt.recorded.log.redis.pttl(key)),
    );
    // Without an expiry (-1), or not there (-2).
    expect(expiries.filter((ms) => ms >= 0)).toEqual([]);
    const { log, slug } = hunt.recorded;
    expect(await createHuntDirectory(log.redis, log.keys).get(slug)).toMatchObject({ version: 2 });
    expect((await versions())[0]).toMatchObject({ version: 2 });
    expect((await versions())[0]?.announcedAt).toBeInstanceOf(Date);
  });

  it('RP5 leaves ledger, twin and proof in agreement', async () => {
    await hunt.recorded.play(1, 60);
    await hunt.recorded.archive();
    await hunt.recorded.play(50, 40);
    hunt.decideOn();
    await hunt.work(await hunt.ask());
    expect(await hunt.ledger()).toEqual(await hunt.board());
    expect(await hunt.divergence()).toEqual([0, undefined, 0]);
    // The archive goes on over the swap, and what is read of it is the same.
    const { log } = hunt.recorded;
    await hunt.append([log.scan(901, 'CLOCK', 'team-10'), log.scan(902, 'CLOCK', 'team-901')]);
    await expect.poll(() => log.decided(0)).toBe(1 + 60 + 40 + 1 + 2);
    await hunt.recorded.archive();
    expect(await hunt.divergence()).toEqual([0, undefined, 0]);
    const corrections = await liveReads(hunt.recorded.db).corrections(
      hunt.recorded.slug,
      'team-10',
    );
    expect(corrections).toMatchObject([
      { points: 80, reason: 'what was played counts by version 2', type: 'hunt.published.v1' },
    ]);
    expect(await liveReads(hunt.recorded.db).corrections(hunt.recorded.slug)).toEqual([]);
  });
});

/** A scan of a device that counts its events. */
function counted(number: number, seq: number, team: string): LoggedEvent {
  const sequence = { device: 'd-1', epoch: 1, seq };
  return { ...hunt.recorded.log.scan(number, 'NOPE', team), sequence };
}

/** Plays before the swap what was not played when it was recomputed: nobody has decided it yet. */
const playUndecided = (from: number, count: number) => {
  const { log } = hunt.recorded;
  const codes = ['CLOCK', 'NOPE'];
  const events = Array.from({ length: count }, (_, i) => {
    return log.scan(from + i, codes[i % 2], `late-${(i % 20) + 1}`);
  });
  return hunt.append(events);
};

describe('a swap while play goes on', () => {
  it('RP3 brings the shadow to the very place of its event', async () => {
    await hunt.recorded.play(1, 40);
    await playUndecided(1_000, 60);
    const run = await hunt.ask();
    // The events before the publication are decided once its job waits for it.
    await hunt.work(run, { wake: async () => hunt.decideOn() });
    expect(await hunt.newest()).toMatchObject({ state: 'done' });
    await playUndecided(2_000, 20);
    await expect.poll(() => hunt.recorded.log.decided(0)).toBe(1 + 40 + 60 + 1 + 20);
    const fold = await foldedAnew();
    expect((await hunt.state()).teams).toEqual(fold.teams);
    expect(await hunt.ledger()).toEqual(await hunt.board());
    expect(await hunt.divergence()).toEqual([0, undefined, 0]);
  });

  it('RP3 looks up only the teams it needs of a hunt with very many', async () => {
    const { log } = hunt.recorded;
    for (let from = 0; from < 5_200; from += 400) {
      const teams = Array.from({ length: 400 }, (_, i) => from + i);
      await hunt.append(teams.map((team) => log.scan(team + 1, 'NOPE', `team-${team}`)));
    }
    await log.decide(0);
    await hunt.append([log.scan(9_001, 'CLOCK', 'team-17'), log.scan(9_002, 'NOPE', 'new')]);
    await hunt.work(await hunt.ask(), { wake: async () => hunt.decideOn() });
    await hunt.append([log.scan(9_003, 'CLOCK', 'team-17'), log.scan(9_004, 'CLOCK', 'team-18')]);
    await expect.poll(() => log.decided(0)).toBe(1 + 5_200 + 2 + 1 + 2);
    const board = await hunt.board();
    expect(Object.keys(board)).toHaveLength(5_201);
    expect(board).toMatchObject({ 'team-17': 112, 'team-18': 107, 'team-19': 7, new: 7 });
    expect(await hunt.ledger()).toEqual(board);
  });

  it('RP4 keeps what devices have counted', async () => {
    await hunt.append([counted(1, 1, 'herons'), counted(2, 2, 'otters')]);
    await hunt.recorded.log.decide(0);
    await hunt.append([counted(3, 2, 'herons')]);
    await hunt.work(await hunt.ask(), { wake: async () => hunt.decideOn() });
    // The same numbers under other ids, before and after what was recomputed in passing.
    await hunt.append([
      counted(4, 1, 'herons'),
      counted(5, 2, 'herons'),
      counted(6, 2, 'otters'),
      counted(7, 3, 'otters'),
    ]);
    await expect.poll(() => hunt.recorded.log.decided(0)).toBe(1 + 3 + 1 + 4);
    const { redis } = hunt.recorded.log;
    expect(await redis.hgetall(hunt.keys.counters)).toEqual({ accepted: '6', duplicate: '3' });
  });

  it('RP6 is whole again after a crash right before the swap', async () => {
    await hunt.recorded.play(1, 40);
    const before = await hunt.board();
    await playUndecided(1_000, 60);
    const run = await hunt.ask();
    const crash = new AbortController();
    const wake = async () => {
      await expect(hunt.recorded.log.crashAtSwap(0)).rejects.toThrow('the worker died');
      crash.abort();
    };
    await hunt.work(run, { wake, signal: crash.signal });
    expect(await hunt.newest()).toMatchObject({ state: 'swapping' });
    const decided = await hunt.board();
    expect(decided).toMatchObject(before);
    expect(decided['team-10']).toBe(25);
    hunt.decideOn();
    await hunt.work(run);
    expect(await hunt.newest()).toMatchObject({ state: 'done', teamsMoved: 60 });
    expect((await hunt.state()).teams).toEqual((await foldedAnew()).teams);
    expect(await hunt.divergence()).toEqual([0, undefined, 0]);
  });

  it('RP6 is accounted for by another when its job dies after the swap', async () => {
    await hunt.recorded.play(1, 30);
    const run = await hunt.ask();
    const dies = new AbortController();
    const wait = async () => dies.abort();
    hunt.decideOn();
    await hunt.work(run, { wait, signal: dies.signal });
    expect(await hunt.newest()).toMatchObject({ state: 'swapping' });
    expect(await hunt.board()).toMatchObject({ 'team-10': 105 });
    await hunt.work(run);
    expect(await hunt.newest()).toMatchObject({ state: 'done', teamsMoved: 30 });
    expect(await hunt.divergence()).toEqual([0, undefined, 0]);
  });
});

describe('a swap whose job died, and whose result has left the log since', () => {
  const swapped = async () => {
    await hunt.recorded.play(1, 30);
    const run = await hunt.ask();
    const dies = new AbortController();
    hunt.decideOn();
    await hunt.work(run, { wait: async () => dies.abort(), signal: dies.signal });
    expect(await hunt.newest()).toMatchObject({ state: 'swapping' });
    return run;
  };

  it('RP6 RP7 is accounted for by what the archive has kept of it', async () => {
    const run = await swapped();
    const epoch = await hunt.epoch();
    await hunt.ledger();
    await hunt.recorded.archive();
    await hunt.recorded.trim();
    await hunt.work(run);
    expect(await hunt.newest()).toMatchObject({ state: 'done', version: 2, teamsMoved: 30 });
    expect(await versions()).toHaveLength(2);
    const moves = await hunt.recorded.db.prisma.ledgerEntry.findMany({ where: { part: 1 } });
    expect(moves.map(({ epoch: of, position }) => [of, position])).toEqual([[BigInt(epoch), 31n]]);
    expect(await hunt.ledger()).toEqual(await hunt.board());
    expect(await hunt.divergence()).toEqual([0, undefined, 0]);
  });

  it('RP7 is not refused where nothing tells any more when it was', async () => {
    const run = await swapped();
    await hunt.ledger();
    await hunt.recorded.trim();
    await expect(hunt.work(run)).rejects.toThrow('no record tells since when');
    expect(await hunt.newest()).toMatchObject({ state: 'swapping' });
    expect(await versions()).toHaveLength(2);
    expect(await hunt.board()).toMatchObject({ 'team-10': 105 });
  });
});
