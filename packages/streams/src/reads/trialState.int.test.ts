import { randomUUID } from 'node:crypto';
import type { LiveHunt } from '@trove/contracts';
import { decide, type Held, runTrial, type TrialEvent } from '@trove/core';
import { compiled, emptyView, huntDefinition, playEvent, published, T0 } from '@trove/testkit';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connectRedis, type TroveRedis } from '../connectRedis.js';
import { localUs } from '../redisClock.js';
import { RedisEventLog } from '../redisEventLog.js';
import { RedisStateStore } from '../redisStateStore.js';
import { readTrialState } from './trialState.js';

const LEASE = { partition: 0, token: 'w1' };
const LIVE = { slug: 'test-hunt', partition: 0 } as LiveHunt;
const definition = huntDefinition();
const rules = compiled(definition);
let redis: TroveRedis;
let keys: { prefix: string };
let store: RedisStateStore;

beforeEach(() => {
  redis = connectRedis(process.env['TEST_REDIS_URL'] ?? '', { name: 'trial-test' });
  keys = { prefix: `test-${randomUUID()}` };
  store = new RedisStateStore({ redis, keys, nowUs: localUs });
});
afterEach(async () => {
  const names = await redis.keys(`${keys.prefix}:*`);
  if (names.length > 0) await redis.del(...names);
  redis.disconnect();
});

const read = (team: string) => readTrialState(redis, LIVE, { team, keys });

/** A hunt in which one team has scanned a code. */
async function play(): Promise<string> {
  const log = new RedisEventLog({ redis, keys });
  const scan = playEvent('code.scanned.v1', { code: 'CLOCK' }, { number: 1 });
  await log.append({ partition: 0, door: 'd', events: [published('a'.repeat(64), 1), scan] });
  const from = (await store.acquire(LEASE)) as Held;
  const query = { partition: 0, after: from.cursor, maxEntries: 100, waitMs: 0 };
  const entries = await log.read(query);
  const chunk = { entries, decided: 0, repeats: new Map(), poisoned: new Set<number>() };
  // Ids of the fixtures are of another time than the log's: without a floor none is late.
  const forgiving = { ...rules, clock: 'events' } as const;
  const decision = decide(chunk, emptyView(forgiving));
  expect((await store.commit({ lease: LEASE, from, decision, isFirst: true })).kind).toBe('held');
  return scan.team;
}

it('TR2 reads what a team has come to, and a trial leaves it as it was', async () => {
  const team = await play();
  const state = await read(team);
  expect(state).toMatchObject({ hasAllTeams: true, isTeamKnown: true });
  if (!state) throw new Error('there is no state');
  const before = state.cells.teams.get('test-hunt')?.get(team);
  expect(before?.solved.size).toBe(1);
  const data = { code: 'CLOCK' };
  const event: TrialEvent = { team, player: team, type: 'code.scanned.v1', data, atMs: T0 };
  const hunt = { definition, compiled: rules, cells: state.cells, hasAllTeams: true };
  const [tried] = runTrial(hunt, [event]);
  expect(tried).toMatchObject({ verdict: 'already_solved', scoreBefore: before?.score });
  expect((await read(team))?.cells.teams.get('test-hunt')?.get(team)).toEqual(before);
});

it('TR2 knows a stranger, and a hunt that is not decided yet', async () => {
  expect(await read('nobody')).toBeUndefined();
  await play();
  expect(await read('nobody')).toMatchObject({ isTeamKnown: false, hasAllTeams: true });
});
