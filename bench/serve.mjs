/**
 * What it takes to serve recommendations, end to end: a private installation with one hunt of many
 * clues, teams that have solved some of them, and `recommendations:get` over sockets in an open
 * loop. Latency is from the moment a request was meant to leave. After a build:
 *
 *   node bench/serve.mjs [clues] [requests a second] [seconds]
 */
import { availableParallelism, loadavg } from 'node:os';
import { io } from 'socket.io-client';
import { v7 as uuidv7 } from 'uuid';
import { cpuPerEvent, readCpu } from '../apps/cli/dist/bench/cpuTimes.js';
import { startPace } from '../apps/cli/dist/bench/pace.js';
import { quantilesOf } from '../apps/cli/dist/bench/quantiles.js';
import { startStack } from '../apps/cli/dist/bench/startStack.js';
import { DoorClient } from '../apps/cli/dist/door/doorClient.js';

const [clues = 1_000, rate = 1_000, seconds = 20] = process.argv.slice(2).map(Number);
const HUNT = 'serving';
const TEAMS = 200;
const SOLVES_PER_TEAM = 3;
const WARM_UP_S = 3;

function huntFile() {
  const places = Array.from({ length: clues }, (_, i) => ({
    id: `clue-${i}`,
    title: `Clue ${i}`,
    points: 10,
    find: {
      place: { id: `place-${i}`, lat: 52 + (i % 32) * 0.004, lon: 13 + (i >> 5) * 0.006 },
    },
  }));
  return JSON.stringify({ trove: 1, slug: HUNT, title: 'Serving', clues: places });
}

function connected(url, token) {
  const socket = io(`${url}/play`, { transports: ['websocket'], auth: { token } });
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', reject);
  });
}

/** Every team solves a few clues, each others, so that there is something to rank by. */
async function play(socket, source) {
  for (let team = 0; team < TEAMS; team += 1) {
    const events = Array.from({ length: SOLVES_PER_TEAM }, (_, turn) => {
      const i = (team * 7 + turn * 3) % clues;
      const data = { place: `place-${i}`, lat: 52 + (i % 32) * 0.004, lon: 13 + (i >> 5) * 0.006 };
      const who = { hunt: HUNT, player: `p${team}`, team: `team-${team}` };
      const time = new Date().toISOString();
      return { id: uuidv7(), type: 'place.visited.v1', time, ...who, data };
    });
    const packet = { specversion: '1.0', source, sentAt: new Date().toISOString(), events };
    const reply = await socket.emitWithAck('events:send', packet);
    if (!reply.ok) throw new Error(reply.error.detail);
  }
}

async function measure(sockets) {
  const count = rate * (seconds + WARM_UP_S);
  const latencies = new Float64Array(count).fill(Number.NaN);
  let answered = 0;
  let empty = 0;
  const ask = async (number) => {
    const query = { hunt: HUNT, team: `team-${number % TEAMS}` };
    const reply = await sockets[number % sockets.length].emitWithAck('recommendations:get', query);
    latencies[number] = pace.nowMs() - pace.intendedMs(number);
    answered += 1;
    if (!reply.ok) throw new Error(reply.error.detail);
    if (reply.recommendations.suggestions.length === 0) empty += 1;
  };
  const asked = [];
  const pace = startPace({ ratePerSecond: rate, seconds: seconds + WARM_UP_S }, (due) => {
    while (asked.length < due) asked.push(ask(asked.length));
  });
  await pace.ended;
  await Promise.all(asked);
  return { answered, empty, latency: quantilesOf(latencies.subarray(rate * WARM_UP_S)) };
}

const stack = await startStack('disk');
try {
  const client = new DoorClient({ url: stack.url, ...stack.sources[0] });
  await client.publish(HUNT, huntFile());
  const sockets = await Promise.all(stack.sources.map(({ token }) => connected(stack.url, token)));
  await play(sockets[0], stack.sources[0].source);
  const before = await readCpu(stack.pids);
  const { answered, empty, latency } = await measure(sockets);
  const cpu = cpuPerEvent(before, await readCpu(stack.pids), answered);
  for (const socket of sockets) socket.close();
  const { p50Ms, p95Ms, p99Ms, maxMs } = latency;
  console.log(`${clues} clues, ${rate} requests/s for ${seconds} s: ${answered} answered`);
  console.log(`p50 ${p50Ms} ms, p95 ${p95Ms} ms, p99 ${p99Ms} ms, max ${maxMs} ms; ${empty} empty`);
  console.log(
    `µs of processor a request: door ${cpu.ingest}, worker ${cpu.worker}, Redis ${cpu.redis}`,
  );
  console.log(`load ${loadavg()[0].toFixed(1)} on ${availableParallelism()} processors`);
} finally {
  await stack.stop();
}
