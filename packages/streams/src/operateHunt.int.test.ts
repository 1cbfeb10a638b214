/** What operators do, against a partition on a real server: boards, directory, reads of teams. */
import { randomUUID } from 'node:crypto';
import type { LiveHunt, Operation } from '@trove/contracts';
import { decide, type Held, type LoggedEvent, type StateView } from '@trove/core';
import { compiled, emptyView, huntDefinition, made, mintedAt, published } from '@trove/testkit';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadState } from './commit/loadState.js';
import { connectRedis, type TroveRedis } from './connectRedis.js';
import { createHuntDirectory } from './huntDirectory.js';
import { type KeySpace, partitionKeys } from './keys.js';
import { lookAtOperation, operateHunt, type UndecidedAct } from './operateHunt.js';
import { readBoard } from './reads/boardReads.js';
import {
  readHuntState,
  readTeamNames,
  readTeamOutlines,
  readTeams,
} from './reads/progressReads.js';
import { localUs } from './redisClock.js';
import { RedisEventLog } from './redisEventLog.js';
import { RedisStateStore } from './redisStateStore.js';

const LEASE = { partition: 0, token: 'w1' };
/** How long a caller waits for what a drain does. */
const WAIT_MS = 4_000;
const rules = compiled(huntDefinition());
const live: LiveHunt = {
  slug: 'test-hunt',
  title: 'Test hunt',
  partition: 0,
  version: 1,
  hash: 'a'.repeat(64),
  clock: 'wall',
  phase: 'live',
  maxEvents: 1_000,
};
let redis: TroveRedis;
let keys: KeySpace;
let log: RedisEventLog;
let store: RedisStateStore;

beforeEach(async () => {
  redis = connectRedis(process.env['TEST_REDIS_URL'] ?? '', { name: 'operate-test' });
  keys = { prefix: `test-${randomUUID()}` };
  log = new RedisEventLog({ redis, keys });
  store = new RedisStateStore({ redis, keys, nowUs: localUs });
  await createHuntDirectory(redis, keys).put(live);
  await append([published(live.hash, 1), made('ada', 'herons', 2), made('bob', 'otters', 3)]);
  await drain();
});
afterEach(async () => {
  const names = await redis.keys(`${keys.prefix}:*`);
  if (names.length > 0) await redis.del(...names);
  redis.disconnect();
});

async function append(events: readonly LoggedEvent[]): Promise<void> {
  const nowMs = Date.now();
  const minted = events.map((event) => mintedAt(event, nowMs));
  await log.append({ partition: 0, door: 'd', events: minted });
}

/** Decides all that stands behind the cursor in one chunk, on the state as it was committed. */
async function drain(): Promise<void> {
  const from = (await store.acquire(LEASE)) as Held;
  const query = { partition: 0, after: from.cursor, maxEntries: 100, waitMs: 0 };
  const entries = await log.read(query);
  const asked = { partition: 0, hunts: [live.slug], teams: [], players: [], replays: [] };
  const { hunts, wholes } = await loadState(redis, partitionKeys(keys, 0), asked);
  const view: StateView = {
    ...emptyView(rules),
    hunt: () => hunts[0],
    teams: () => new Map(wholes[0]?.map((team) => [team.team, team])),
  };
  const chunk = { entries, decided: from.decided, repeats: new Map(), poisoned: new Set<number>() };
  const decision = decide(chunk, view);
  const reply = await store.commit({ lease: LEASE, from, decision, isFirst: true });
  if (reply.kind !== 'held') throw new Error(reply.kind);
}

const act = (operation: Operation, waitMs = 0) => {
  return operateHunt(redis, { live, operation, by: 'op', waitMs, keys });
};
const adjust = (team: string, points: number) => {
  return act({ type: 'points.adjusted.v1', data: { team, points, reason: 'jury' } });
};
const freeze = (isFrozen: boolean) => act({ type: 'board.freeze_changed.v1', data: { isFrozen } });

async function scores(audience: 'players' | 'operators') {
  const { rows } = await readBoard(redis, live, { audience, keys });
  return rows.map(({ rank, team, score }) => [rank, team, score]);
}

it('tells what an act has come to that was undecided when the caller stopped waiting', async () => {
  let act: UndecidedAct = { id: '', afterId: '' };
  const result = await operateHunt(redis, {
    ...{ live, by: 'op', waitMs: 0, keys, onAppended: (appended) => (act = appended) },
    operation: { type: 'points.adjusted.v1', data: { team: 'herons', points: 5, reason: 'jury' } },
  });
  expect(result).toBeUndefined();
  expect(await lookAtOperation(redis, { live, act, keys })).toEqual(act);
  await append([made('eve', 'lynxes', 9)]);
  await drain();
  expect(await lookAtOperation(redis, { live, act, keys })).toMatchObject({ points: 5, score: 5 });
});

it('looks for what comes of an act behind what it has looked through', async () => {
  await append([made('eve', 'lynxes', 9)]);
  await drain();
  await append([made('eve', 'lynxes', 10)]);
  const act = { id: uuidv7(), afterId: '0-0' };
  const next = await lookAtOperation(redis, { live, act, keys });
  expect(next).toEqual({ id: act.id, afterId: '4-0' });
});

it('says that what came of an act is gone where all is decided and it is not there', async () => {
  const act = { id: uuidv7(), afterId: '0-0' };
  expect(await lookAtOperation(redis, { live, act, keys })).toBe('gone');
});

it('O6 O11 shows players the board as it stood between two events of one commit', async () => {
  await adjust('herons', 5);
  await drain();
  await adjust('otters', 3);
  await freeze(true);
  await adjust('otters', 9);
  await append([made('eve', 'lynxes', 9)]);
  await drain();
  expect(await scores('players')).toEqual([
    [1, 'herons', 5],
    [2, 'otters', 3],
  ]);
  expect(await scores('operators')).toEqual([
    [1, 'otters', 12],
    [2, 'herons', 5],
    [3, 'lynxes', 0],
  ]);
  expect((await readBoard(redis, live, { audience: 'players', keys })).frozenAt).toBeDefined();
  await freeze(false);
  await drain();
  expect(await scores('players')).toEqual(await scores('operators'));
});

it('O9 keeps hidden teams off the players’ board and banned ones off every board', async () => {
  const mark = (team: string, as: 'hidden' | 'banned' | 'playing') => {
    return act({ type: 'team.status_changed.v1', data: { team, as, reason: 'rules' } });
  };
  await mark('herons', 'hidden');
  await mark('otters', 'banned');
  await drain();
  expect(await scores('players')).toEqual([]);
  expect(await scores('operators')).toEqual([[1, 'herons', 0]]);
  await mark('herons', 'playing');
  await drain();
  expect(await scores('players')).toEqual([[1, 'herons', 0]]);
});

it('O1 answers what it did, and tells the directory the phase that the log decided', async () => {
  const phase = (to: 'paused' | 'scheduled', startsAt?: string) => {
    const data = startsAt === undefined ? { phase: to } : { phase: to, startsAt };
    return act({ type: 'hunt.phase_changed.v1', data }, WAIT_MS);
  };
  const known = async () => {
    const { phase, startsMs } = (await createHuntDirectory(redis, keys).get(live.slug)) ?? live;
    return [phase, startsMs];
  };
  const startsAt = '2030-01-01T12:00:00Z';
  const [scheduled] = await Promise.all([phase('scheduled', startsAt), drainSoon()]);
  expect(scheduled).toMatchObject({ verdict: 'noted', phase: 'scheduled' });
  expect(await known()).toEqual(['scheduled', Date.parse(startsAt)]);
  const [refused] = await Promise.all([phase('paused'), drainSoon()]);
  expect(refused).toMatchObject({ verdict: 'locked', reason: 'phase_not_next' });
  expect(await known()).toEqual(['scheduled', Date.parse(startsAt)]);
});

it('W3 reads many teams in the order asked for, without those that are not there', async () => {
  await adjust('otters', 4);
  await drain();
  expect(await readTeamNames(redis, live, keys)).toEqual(['otters', 'herons']);
  const teams = await readTeams(redis, live, { teams: ['herons', 'nobody', 'otters'], keys });
  expect(teams.map(({ team, score }) => [team, score])).toEqual([
    ['herons', 0],
    ['otters', 4],
  ]);
  const outlines = await readTeamOutlines(redis, live, keys);
  expect([...outlines.keys()].sort()).toEqual(['herons', 'otters']);
  expect(outlines.get('otters')).toEqual({ name: 'OTTERS', solved: new Set() });
  expect(await readHuntState(redis, live, keys)).toMatchObject({ version: 1, phase: 'live' });
  expect(await readHuntState(redis, { ...live, slug: 'none' }, keys)).toBeUndefined();
});

/** Once the act stands in the log. */
async function drainSoon(): Promise<void> {
  const { meta, log: logKey } = partitionKeys(keys, 0);
  for (;;) {
    const cursor = await redis.hget(meta, 'cursor');
    const [newest] = await redis.xrevrange(logKey, '+', '-', 'COUNT', 1);
    if (newest !== undefined && newest[0] !== cursor) break;
  }
  await drain();
}
