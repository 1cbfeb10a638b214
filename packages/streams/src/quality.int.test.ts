/** What operators read and do about quality, against a partition on a real server. */
import { randomUUID } from 'node:crypto';
import type { LiveHunt } from '@trove/contracts';
import { type CompiledHunt, decide, type Held, type LoggedEvent } from '@trove/core';
import {
  compiled,
  emptyView,
  huntDefinition,
  mintedAt,
  playEvent,
  published,
} from '@trove/testkit';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadState } from './commit/loadState.js';
import { connectRedis, type TroveRedis } from './connectRedis.js';
import { type KeySpace, partitionKeys } from './keys.js';
import { readHuntClocks } from './reads/huntClock.js';
import { createPartitionReads } from './reads/partitionReads.js';
import { readSuspects, readTeamWatch } from './reads/suspects.js';
import { localUs } from './redisClock.js';
import { RedisEventLog } from './redisEventLog.js';
import { RedisStateStore } from './redisStateStore.js';
import { settleSuspicion } from './settleSuspicion.js';

const LEASE = { partition: 0, token: 'w1' };
const live = { slug: 'test-hunt', partition: 0, clock: 'wall' } as LiveHunt;
/** How long a drain waits for what another call appends. */
const WAIT_MS = 4_000;
const rules: CompiledHunt = compiled(
  huntDefinition({
    quality: {
      fairPlay: { travel: { maxKmh: 100 } },
      expectations: [
        {
          id: 'near-by',
          on: 'location.reported.v1',
          expect: { field: 'lat', max: 45 },
          otherwise: 'warn',
        },
      ],
    },
  }),
);
let redis: TroveRedis;
let keys: KeySpace;
let blocking: TroveRedis;
let log: RedisEventLog;
let store: RedisStateStore;

beforeEach(() => {
  redis = connectRedis(process.env['TEST_REDIS_URL'] ?? '', { name: 'quality-test' });
  keys = { prefix: `test-${randomUUID()}` };
  blocking = connectRedis(process.env['TEST_REDIS_URL'] ?? '', {
    name: 'quality-test',
    isBlocking: true,
  });
  log = new RedisEventLog({ redis, blocking, keys });
  store = new RedisStateStore({ redis, keys, nowUs: localUs });
});
afterEach(async () => {
  const names = await redis.keys(`${keys.prefix}:*`);
  if (names.length > 0) await redis.del(...names);
  redis.disconnect();
  blocking.disconnect();
});

/** Decides what stands behind the cursor, on the state as it was committed. */
async function drain(): Promise<void> {
  const from = (await store.acquire(LEASE)) as Held;
  const query = { partition: 0, after: from.cursor, maxEntries: 100, waitMs: WAIT_MS };
  const entries = await log.read(query);
  const asked = { partition: 0, hunts: ['test-hunt'], teams: [], players: [], replays: [] };
  const { hunts, wholes, watches } = await loadState(redis, partitionKeys(keys, 0), asked);
  const view = {
    ...emptyView(rules),
    hunt: () => hunts[0],
    teams: () => new Map(wholes[0]?.map((team) => [team.team, team])),
    watches: () => watches[0],
  };
  const chunk = { entries, decided: from.decided, repeats: new Map(), poisoned: new Set<number>() };
  const decision = decide(chunk, view);
  const reply = await store.commit({ lease: LEASE, from, decision, isFirst: true });
  if (reply.kind !== 'held') throw new Error(reply.kind);
}

/** Far away, and at the pier a moment later. */
async function teleport(): Promise<void> {
  const far = playEvent('location.reported.v1', { lat: 50, lon: 9 }, { number: 1 });
  const pier = playEvent('place.visited.v1', { place: 'p1', lat: 1, lon: 1 }, { number: 2 });
  const nowMs = Date.now();
  const events = [far, pier].map((event) => mintedAt(event, nowMs));
  await append([published('a'.repeat(64), 1), ...events]);
  await drain();
}

async function append(events: readonly LoggedEvent[]): Promise<void> {
  await log.append({ partition: 0, door: 'd', events: [...events] });
}

it('FP5 takes points back and gives them again, and tells what it did', async () => {
  await teleport();
  const reads = createPartitionReads({ redis, partitions: 1, keys });
  const [event] = (await reads.recent({ outcome: 'suspected', limit: 9 })).events;
  if (event === undefined) throw new Error('nothing is suspected');
  expect(event.result).toMatchObject({ points: 10, suspicions: ['travel'] });
  const { position } = event;
  const watch = async () => {
    const { suspects, takenBack } = await readTeamWatch(redis, live, { team: 'herons', keys });
    return [suspects.get(position)?.standing, takenBack.get(position)];
  };
  expect(await watch()).toEqual([undefined, undefined]);
  for (const [as, points] of [
    ['overturned', -10],
    ['confirmed', 10],
  ] as const) {
    const data = { team: 'herons', position, as, by: 'op', reason: 'looked at' };
    const settling = settleSuspicion(redis, { live, data, waitMs: WAIT_MS, keys });
    await drain();
    expect(await settling).toMatchObject({ points, settled: { as, reason: 'looked at' } });
    expect(await watch()).toEqual([as, as === 'overturned' ? 10 : undefined]);
  }
});

it('FP6 lists what can be settled however much came after it', async () => {
  await teleport();
  await redis.del(partitionKeys(keys, 0).out);
  const strange = { ...live, slug: 'no-events' };
  const { suspects, isCut } = await readSuspects(redis, { hunts: [live, strange], keys });
  expect(isCut).toBe(false);
  expect(suspects).toMatchObject([
    { hunt: 'test-hunt', team: 'herons', position: 2, points: 10, suspicions: ['travel'] },
  ]);
  expect(Date.now() - (suspects[0]?.madeMs ?? 0)).toBeLessThan(60_000);
  const ofTeam = (team: string) => readSuspects(redis, { hunts: [live, strange], keys, team });
  expect((await ofTeam('herons')).suspects).toEqual(suspects);
  expect((await ofTeam('otters')).suspects).toEqual([]);
  const bounded = await readSuspects(redis, { hunts: [live, strange], keys, teams: 0 });
  expect(bounded).toEqual({ suspects: [], lapsed: [], isCut: true });
});

it('FP9 lists what moved no points as one case, and settles it without moving any', async () => {
  const far = (number: number) => {
    const place = { lat: 40 - number, lon: 9 };
    return mintedAt(playEvent('location.reported.v1', place, { number }), Date.now());
  };
  const events = [1, 12, 23].map(far);
  await append([published('a'.repeat(64), 1), ...events]);
  await drain();
  const { suspects, lapsed } = await readSuspects(redis, { hunts: [live], keys });
  expect(lapsed).toEqual([]);
  expect(suspects).toMatchObject([{ points: 0, suspicions: ['travel'], again: { times: 1 } }]);
  const [{ position, team, madeMs, lastMs } = { position: -1, team: '', madeMs: 1, lastMs: 0 }] =
    suspects;
  expect(lastMs).toBeGreaterThanOrEqual(madeMs);
  const data = { team, position, as: 'overturned', by: 'op', reason: 'a bicycle' } as const;
  let acts = 0;
  const onAppended = () => {
    acts += 1;
  };
  const settling = settleSuspicion(redis, { live, data, waitMs: WAIT_MS, onAppended, keys });
  await drain();
  const settled = { position, as: 'overturned', reason: 'a bicycle' };
  expect(await settling).toMatchObject({ outcome: 'overturned', team, settled });
  expect((await settling)?.points).toBeUndefined();
  expect(acts).toBe(1);
});

it('X4 finds the events that did not meet an expectation', async () => {
  await teleport();
  const reads = createPartitionReads({ redis, partitions: 1, keys });
  const { events: unmet } = await reads.recent({ unmet: 'near-by', limit: 9 });
  expect(unmet.map(({ type }) => type)).toEqual(['location.reported.v1']);
  expect((await reads.recent({ unmet: 'another', limit: 9 })).events).toEqual([]);
});

it('K2 tells where a hunt’s event time stands, and nothing of a hunt without events', async () => {
  await teleport();
  const strange = { ...live, slug: 'no-events' };
  const [clock, none] = await readHuntClocks(redis, [live, strange], keys);
  expect(none).toBeUndefined();
  expect(clock?.isIdle).toBe(false);
  expect(clock?.ms).toBeLessThanOrEqual(clock?.nowMs ?? 0);
});
