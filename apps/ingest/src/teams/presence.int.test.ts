/** Who is connected over several doors, on a real server, with ticks that only the test makes. */
import { randomUUID } from 'node:crypto';
import { connectRedis, readPresentNow, type TroveRedis } from '@trove/streams';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Presence } from './presence.js';

let redis: TroveRedis;
let nowMs: number;
let hunt: string;
const opened: Presence[] = [];

beforeEach(() => {
  redis = connectRedis(process.env['TEST_REDIS_URL'] ?? '', { name: 'presence-test' });
  nowMs = Date.now();
  hunt = `hunt-${randomUUID()}`;
});
afterEach(async () => {
  for (const presence of opened.splice(0)) await presence.end();
  redis.disconnect();
});

function open(): Presence {
  const presence = new Presence({ redis, door: randomUUID(), nowMs: () => nowMs });
  opened.push(presence);
  return presence;
}

const seat = (member: number, team = 'herons') => ({ hunt, team, member });
const herons = (presence: Presence) => [...presence.of(hunt, 'herons')].sort((a, b) => a - b);
const field = () => `${hunt}/herons`;

it('TM14 a member is present while some door has a connection of it', async () => {
  const [one, other] = [open(), open()];
  one.enter(seat(1));
  one.enter(seat(1));
  expect(await one.tick()).toEqual(new Set([field()]));
  other.enter(seat(2));
  expect(await other.tick()).toEqual(new Set([field()]));
  expect(herons(other)).toEqual([1, 2]);
  expect(await one.tick()).toEqual(new Set([field()]));
  expect(herons(one)).toEqual([1, 2]);
  expect(await one.tick()).toEqual(new Set());
  one.leave(seat(1));
  expect(await one.tick()).toEqual(new Set());
  one.leave(seat(1));
  await one.tick();
  expect(await other.tick()).toEqual(new Set([field()]));
  expect(herons(other)).toEqual([2]);
});

it('TM14 is told of a team that is at no connection of the door that is asked', async () => {
  const [one, other] = [open(), open()];
  one.enter(seat(4));
  await one.tick();
  await other.tick();
  expect(await other.ask(hunt, 'herons')).toEqual(new Set([4]));
  expect(await readPresentNow(redis, { hunt, team: 'herons', nowMs })).toEqual(new Set([4]));
  expect(await other.ask(hunt, 'otters')).toEqual(new Set());
});

it('TM14 a door that dies is forgotten, and one that was only slow is there again', async () => {
  const [one, other] = [open(), open()];
  one.enter(seat(1));
  other.enter(seat(2));
  await one.tick();
  await other.tick();
  expect(herons(other)).toEqual([1, 2]);
  nowMs += 5_001;
  expect(await other.tick()).toEqual(new Set([field()]));
  expect(herons(other)).toEqual([2]);
  await one.tick();
  await other.tick();
  expect(herons(other)).toEqual([1, 2]);
});
