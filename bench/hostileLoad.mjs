/**
 * A client that means no good, for `trove chaos --fuzz`: bodies, events, frames of text and of
 * bytes, and tokens of the fuzzer's making at a steady rate at one door. Run as a child with an IPC
 * channel: it begins and rests when it is told to, and then tells what it was answered.
 *
 *   node bench/hostileLoad.mjs <url> <token> <source> <hunt> <seed>
 *
 * Its clients stand for machines of others: with the scheduler's idle policy, where there is one,
 * it takes only what nobody else wants, so that what sound clients wait for is the servers' work.
 */
import { execFileSync } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import fc from 'fast-check';
import { io } from 'socket.io-client';
import { msgpackFrames } from '../packages/player-sdk/dist/msgpack.js';
import {
  anyBody,
  anyBytes,
  anyEventText,
  anyFrame,
} from '../packages/testkit/dist/hostile/arbitraries.js';
import { hostileTokens } from '../packages/testkit/dist/hostile/hostilePackets.js';

const [url = '', token = '', source = '', hunt = '', seed = '0'] = process.argv.slice(2);
/** Hostile things a second; each waits for its answer no longer than that. */
const PER_SECOND = 25;
const ANSWER_MS = 10_000;
/** Of each kind in one round. */
const DRAWN = 100;
/** More than one spell sends: drawing keeps a core busy, which others would wait for. */
const AT_HAND = 500;

function stepAside() {
  try {
    execFileSync('chrt', ['--all-tasks', '--idle', '--pid', '0', String(process.pid)]);
  } catch {
    setPriority(constants.priority.PRIORITY_LOW);
  }
}

const counts = { sent: 0, answered: 0, closed: 0, failed: 0, silent: 0 };
let isOn = false;
let round = 0;

function event() {
  const base = { type: 'code.scanned.v1', hunt, player: 'mallory', team: 'mallory' };
  const id = '01a00000-0000-7abc-8def-0123456789ab';
  return { id, time: '2026-01-01T00:00:00Z', ...base, data: { code: 'CODE-1' } };
}

/** Counts how one hostile thing ended. */
async function settle(work) {
  counts.sent += 1;
  counts[await work] += 1;
}

async function post(path, body, bearer = token) {
  const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
  try {
    const signal = AbortSignal.timeout(ANSWER_MS);
    const reply = await fetch(url + path, { method: 'POST', headers, body, signal });
    const { code } = await reply.json().catch(() => ({ code: undefined }));
    return reply.status < 500 || code === 'busy' ? 'answered' : 'failed';
  } catch (error) {
    return error instanceof DOMException ? 'silent' : 'closed';
  }
}

/** Writes text on a socket of its own; a question behind it shows that the door still reads. */
function write(text) {
  return onSocket((socket, end) => {
    const { engine } = socket.io;
    engine.once('close', () => end('closed'));
    engine.on('packet', ({ data }) => {
      if (String(data).startsWith('3/play,424242')) end('answered');
    });
    engine.write(text);
    engine.write('2/play,424242["board:get",{}]');
  });
}

/** Sends bytes in the place of a packet. */
function sendBytes(bytes) {
  return onSocket((socket, end) => {
    socket.once('disconnect', () => end('closed'));
    socket.emit('events:send', Buffer.from(bytes), () => end('answered'));
  });
}

/** Does something on a connected socket of its own, and answers how that ended. */
function onSocket(act) {
  const socket = io(`${url}/play`, {
    transports: ['websocket'],
    auth: { token },
    reconnection: false,
    forceNew: true,
  });
  return new Promise((resolve) => {
    const end = (how) => {
      clearTimeout(timer);
      socket.disconnect();
      resolve(how);
    };
    const timer = setTimeout(end, ANSWER_MS, 'silent');
    socket.once('connect_error', () => end('closed'));
    socket.once('connect', () => act(socket, end));
  });
}

/** Things to do, drawn anew each round. */
function draw() {
  round += 1;
  const options = { numRuns: DRAWN, seed: Number(seed) + round };
  const head = `{"specversion":"1.0","source":"${source}","sentAt":"2026-01-01T00:00:00Z"`;
  const packet = (text) => `2/play,7["events:send",${head},"events":[${text}]}]`;
  const bodies = fc.sample(anyBody(event()), options);
  const texts = fc.sample(anyEventText(event()), options);
  const frames = fc.sample(anyFrame(), options);
  const sentAt = '2026-01-01T00:00:00Z';
  const good = msgpackFrames.encode({ specversion: '1.0', source, sentAt, events: [event()] });
  const bytes = fc.sample(anyBytes(good), options);
  const tokens = hostileTokens(token).filter(({ text }) => text !== '');
  return bodies.flatMap((body, i) => [
    () => post('/v1/events', body),
    () => write(packet(texts[i])),
    () => post(`/v1/hunts/${hunt}/join`, body),
    () => write(frames[i]),
    () => sendBytes(bytes[i]),
    () => post('/v1/events', '{}', tokens[i % tokens.length].text),
  ]);
}

stepAside();
const deeds = [];
setInterval(() => {
  if (!isOn) return;
  const deed = deeds.shift() ?? draw()[0];
  void settle(deed());
}, 1_000 / PER_SECOND);

process.on('message', (message) => {
  if (message === 'begin') isOn = true;
  if (message === 'rest') isOn = false;
  while (!isOn && deeds.length < AT_HAND) deeds.push(...draw());
  process.send?.({ ...counts });
});
process.once('disconnect', () => process.exit());
process.send?.({ ...counts });
