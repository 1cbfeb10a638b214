/**
 * A client that means no good, for `trove chaos --fuzz`: by every way into one door, and at a
 * steady rate, what the fuzzer makes of the door's own tables, sound events among it. Run as a
 * child with an IPC channel: it publishes its two hunts, begins and rests when it is told to, and
 * then tells what it was answered.
 *
 *   node bench/hostileLoad.mjs <url> <token> <source> <hunt to play> <hunt to steer> <seed>
 *
 * Its clients stand for machines of others: with the scheduler's idle policy, where there is one,
 * it takes only what nobody else wants, so that what sound clients wait for is the servers' work.
 */
import { execFileSync } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import fc from 'fast-check';
import { HTTP_ROUTES } from '../packages/contracts/dist/api.js';
import { makeEventId } from '../packages/player-sdk/dist/index.js';
import { msgpackFrames } from '../packages/player-sdk/dist/msgpack.js';
import { anyBody, anyBytes, anyFrame } from '../packages/testkit/dist/hostile/arbitraries.js';
import { isUndocumented } from '../packages/testkit/dist/hostile/codedAnswers.js';
import { hostileTokens } from '../packages/testkit/dist/hostile/hostilePackets.js';
import {
  hostileSender,
  JOIN_CODE,
  targetHunt,
} from '../packages/testkit/dist/hostile/hostileSender.js';
import {
  anyArguments,
  anyRequest,
  MESSAGE_NAMES,
} from '../packages/testkit/dist/hostile/waysIn.js';
import { hostileWire } from './hostileWire.mjs';

const [url = '', token = '', source = '', played = '', steered = '', seed = '0'] =
  process.argv.slice(2);
/** Hostile things a second. */
const PER_SECOND = 25;
/** Of each way and sender in one round, and of each other kind. */
const OF_EACH = 2;
const OF_KIND = 20;
/** More than one spell sends: drawing keeps a core busy, which others would wait for. */
const AT_HAND = 500;
/** After these a player may be in no team. */
const ENDS = new Set(['team:leave', 'team:remove']);
/** Answers no table has that are told. */
const TOLD = 20;

function stepAside() {
  try {
    execFileSync('chrt', ['--all-tasks', '--idle', '--pid', '0', String(process.pid)]);
  } catch {
    setPriority(constants.priority.PRIORITY_LOW);
  }
}

const counts = { sent: 0, answered: 0, closed: 0, failed: 0, silent: 0, appended: 0, codes: {} };
const wire = hostileWire(url);
const server = { source, team: 'mallory', player: 'mallory', token };
/** Joins again when it has left. */
let player;
let isOn = false;
let round = 0;
let told = 0;

async function publish(slug) {
  const body = JSON.stringify(targetHunt(slug));
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/yaml' };
  const reply = await fetch(`${url}/v1/hunts/${slug}`, { method: 'PUT', headers, body });
  if (!reply.ok) throw new Error(`${slug} is not published: ${await reply.text()}`);
}

async function join() {
  const body = JSON.stringify({ code: JOIN_CODE, playerId: crypto.randomUUID() });
  const headers = { 'content-type': 'application/json' };
  const reply = await fetch(`${url}/v1/hunts/${played}/join`, { method: 'POST', headers, body });
  const joined = await reply.json();
  // What is hostile may have used up the door's patience with joins: the old one will do.
  if (reply.ok) player = joined;
  else if (player === undefined) throw new Error(`not joined: ${JSON.stringify(joined)}`);
}

/** Counts how one thing ended. */
async function settle(deed) {
  counts.sent += 1;
  const { how, code = how, appended = 0 } = await deed();
  counts[how] += 1;
  counts.appended += appended;
  const kind = isUndocumented(code) ? 'undocumented' : code;
  counts.codes[kind] = (counts.codes[kind] ?? 0) + 1;
  if (how === 'failed' && told < TOLD) console.error(code);
  told += how === 'failed' ? 1 : 0;
}

/** A sound event of the moment it was drawn. */
function event() {
  const [id, time] = [makeEventId(Date.now()), new Date().toISOString()];
  const base = { type: 'code.scanned.v1', hunt: played, player: 'mallory', team: 'mallory' };
  return { id, time, ...base, data: { code: 'CLOCK' } };
}

const jsonRequest = (body, bearer = token) => ({
  method: 'POST',
  path: '/v1/events',
  headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
  body,
});
const eventsRoute = HTTP_ROUTES.find(({ name }) => name === 'postEvents');
const senders = [server, 'player'].map((who) => {
  const speaker = who === 'player' ? () => player : () => who;
  const hunts = { hunt: played, steered, newId: () => makeEventId(Date.now()) };
  return { speaker, sender: hostileSender({ ...hunts, who: speaker }) };
});
/** All ways in by each sender, as arbitraries of what is done there. */
const ways = senders.flatMap(({ sender, speaker }) => [
  ...MESSAGE_NAMES.map((name) =>
    anyArguments(name, sender).map((text) => async () => {
      const came = await wire.say(speaker().token, { name, text });
      if (ENDS.has(name) && came.code === 'ok') await join();
      return came;
    }),
  ),
  ...HTTP_ROUTES.map((route) =>
    anyRequest(route, sender).map((request) => async () => {
      const came = await wire.request(route, request);
      if (route.name === 'leaveHunt' && came.code === 'ok') await join();
      return came;
    }),
  ),
]);

/** Things to do, drawn anew each round and in any order. */
function draw() {
  round += 1;
  const options = { seed: Number(seed) + round, numRuns: OF_KIND };
  const some = (arbitrary) => fc.sample(arbitrary, options);
  const packet = () => ({ specversion: '1.0', source, sentAt: event().time, events: [event()] });
  const cloud = () => JSON.stringify({ specversion: '1.0', source, ...event() });
  const tokens = hostileTokens(token).filter(({ text }) => text !== '');
  const post = (request) => () => wire.request(eventsRoute, request);
  const sound = Array.from({ length: OF_KIND }, () => [
    post(jsonRequest(cloud())),
    () => wire.say(token, { name: 'events:send', text: JSON.stringify(packet()) }),
    () => wire.sendBytes(token, msgpackFrames.encode(packet())),
  ]);
  const all = [
    ...ways.flatMap((way) => fc.sample(way, { ...options, numRuns: OF_EACH })),
    ...sound.flat(),
    ...some(anyBody(event())).map((body) => post(jsonRequest(body))),
    ...some(anyFrame()).map((frame) => () => wire.write(token, frame)),
    ...some(anyBytes(msgpackFrames.encode(packet()))).map((bytes) => () => {
      return wire.sendBytes(token, bytes);
    }),
    ...some(fc.constantFrom(...tokens)).map(({ text }) => post(jsonRequest('{}', text))),
  ];
  const [mixed] = fc.sample(fc.shuffledSubarray(all, { minLength: all.length }), options);
  return mixed;
}

stepAside();
await publish(played);
await publish(steered);
await join();
const deeds = [];
setInterval(() => {
  if (!isOn) return;
  if (deeds.length === 0) deeds.push(...draw());
  void settle(deeds.shift());
}, 1_000 / PER_SECOND);

process.on('message', (message) => {
  if (message === 'begin') isOn = true;
  if (message === 'rest') isOn = false;
  while (!isOn && deeds.length < AT_HAND) deeds.push(...draw());
  process.send?.({ ...counts });
});
process.once('disconnect', () => process.exit());
process.send?.({ ...counts });
