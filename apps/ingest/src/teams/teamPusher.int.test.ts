/** What a team's connections are told, and when, on a real server with the door's own ticks. */
import { randomUUID } from 'node:crypto';
import type { LeftPush, LiveHunt, Membership, TeamView } from '@trove/contracts';
import { connectRedis, type OutEntry, PRESENCE_BOUNDS } from '@trove/streams';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ActsUnderWay } from './actsUnderWay.js';
import { Departures } from './departures.js';
import { Presence } from './presence.js';
import { TeamPusher } from './teamPusher.js';

const live = { slug: `hunt-${randomUUID().slice(0, 8)}`, partition: 0 } as LiveHunt;
const rules = { teams: { size: 4, most: 9 } };
const redis = connectRedis(process.env['TEST_REDIS_URL'] ?? '', { name: 'team-pusher-test' });
let presence: Presence;
let pusher: TeamPusher;
const told: TeamView[] = [];
const closed: LeftPush[] = [];
const errors: unknown[] = [];

beforeEach(() => {
  presence = new Presence({ redis, door: randomUUID(), nowMs: Date.now });
  pusher = new TeamPusher({
    redis,
    presence,
    departures: new Departures(),
    acts: new ActsUnderWay(),
    sockets: {
      has: (_, team) => team === 'herons',
      tell: (view) => told.push(view),
      close: (left) => closed.push(left),
    },
    hunt: () => live,
    rules: () => Promise.resolve(rules),
    onError: (error) => errors.push(error),
  });
});
afterEach(async () => {
  await pusher.close();
  redis.disconnect();
});

/** A commit in which this has happened to a team, as far as it is looked at. */
function commit(team: string, membership: Membership): OutEntry {
  const names = [live.slug, team];
  const blob = {
    names: { at: (number: number) => names[number] },
    huntOf: () => 0,
    teamOf: () => 1,
    rowsWithExtras: [[0, JSON.stringify({ membership })]],
  };
  return { committedAtUs: Date.now() * 1000, blob } as unknown as OutEntry;
}

it('TM16 tells a team how it stands once a tick, and nobody of one that is not here', async () => {
  const beganMs = performance.now();
  for (let member = 1; member <= 20; member += 1) {
    for (const team of ['herons', 'otters']) {
      pusher.onCommit(commit(team, { change: 'captain', member, name: 'Ada' }));
    }
  }
  presence.enter({ hunt: live.slug, team: 'herons', member: 1 });
  pusher.onCommit(commit('herons', { change: 'left', member: 2, name: 'Bo' }));
  await expect.poll(() => told.length).toBeGreaterThan(0);
  const ticks = Math.ceil((performance.now() - beganMs) / PRESENCE_BOUNDS.tickMs);
  expect(told.length).toBeLessThanOrEqual(ticks);
  expect(told[0]).toMatchObject({ hunt: live.slug, team: 'herons', size: 4, members: [] });
  expect(closed).toMatchObject([{ team: 'herons', member: 2, change: 'left' }]);
  expect(errors).toEqual([]);
});
