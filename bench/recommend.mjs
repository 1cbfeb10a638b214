/**
 * What recommendations cost, in this process alone: the worker's part of an event, and ranking
 * every clue of a hunt at a door. After a build:
 *
 *   node bench/recommend.mjs [clues] [percent of the events that solve a clue]
 *
 * Events of 4,000 teams, in chunks of 1,000 that are decided and packed for Redis: so many solve a
 * clue that is new to their team, every one equally likely; of the others 55 % are positions, the
 * rest visits, codes and answers that solve nothing any more. A sampling profiler says which share
 * of that time is spent in what recommendations are made of.
 */
import { Session } from 'node:inspector/promises';
import { performance } from 'node:perf_hooks';
import { HuntDefinition } from '../packages/contracts/dist/index.js';
import {
  applyDecision,
  ClueTable,
  compileHunt,
  decide,
  gapOf,
  suggestLikely,
  weightsAfter,
} from '../packages/core/dist/index.js';
import { packCommit } from '../packages/streams/dist/commit/packCommit.js';
import { seenBuckets } from '../packages/streams/dist/commit/seenBuckets.js';
import { DEFAULT_KEYS, partitionKeys } from '../packages/streams/dist/keys.js';

const CLUES = Number(process.argv[2] ?? 60);
const TEAMS = 4_000;
const CHUNK = 1_000;
const SOLVE_SHARE = Number(process.argv[3] ?? 8) / 100;
const WARM_UP_CHUNKS = 60;
const CHUNKS = 240;
const START_MS = Date.UTC(2026, 5, 1, 18);
const SAMPLE_US = 500;
/** Of what a team is told with a solve; all else keeps what the next ranking goes by. */
const RANKING = 'suggestLikely';
const OURS = /\/core\/dist\/recommend\/|memoryCodec/;
const RANKINGS = 2_000;
/** Milliseconds that pass with a chunk: 20,000 events a second. */
const CHUNK_MS = 50;

let seed = 7;
/** Mulberry32: the same events in every run. */
function random() {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}
const below = (count) => Math.floor(random() * count);

function kindOf(index) {
  if (index % 3 !== 2) return 'place';
  return index % 2 === 0 ? 'code' : 'answer';
}
const placeAt = (index) => ({ lat: 52 + (index % 8) * 0.004, lon: 13 + (index >> 3) * 0.006 });

function findOf(index) {
  const kind = kindOf(index);
  if (kind === 'code') return { code: `CODE-${index}` };
  if (kind === 'answer') return { answer: { accept: [`answer ${index}`] } };
  return { place: { id: `place-${index}`, ...placeAt(index), radiusM: 40 } };
}

function compiledHunt() {
  const clues = Array.from({ length: CLUES }, (_, i) => {
    const requires = i % 10 === 9 ? { requires: { any: [`clue-${i - 1}`, `clue-${i - 2}`] } } : {};
    return { id: `clue-${i}`, title: `Clue ${i}`, points: 10, find: findOf(i), ...requires };
  });
  const file = { trove: 1, slug: 'bench', title: 'Bench', clues };
  const result = compileHunt(HuntDefinition.parse(file), 1);
  if (!result.ok) throw new Error(result.mistakes[0]?.message);
  return result.hunt;
}

/** Clues each team has still to solve, in an order of its own; what waits for others comes last. */
const ahead = Array.from({ length: TEAMS }, () => {
  const order = Array.from({ length: CLUES }, (_, i) => i).filter((i) => i % 10 !== 9);
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = below(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
});

function deed(team) {
  const left = ahead[team];
  if (random() < SOLVE_SHARE && left.length > 1) return tryOf(left.pop());
  if (random() < 0.55) {
    const data = { lat: 52 + random() * 0.032, lon: 13 + random() * 0.048, accuracyM: 12 };
    return { type: 'location.reported.v1', data };
  }
  // A code that is none stands for all that is tried and changes nothing.
  return { type: 'code.scanned.v1', data: { code: 'NOPE' } };
}

function tryOf(clue) {
  const kind = kindOf(clue);
  if (kind === 'place') {
    return { type: 'place.visited.v1', data: { place: `place-${clue}`, ...placeAt(clue) } };
  }
  if (kind === 'code') return { type: 'code.scanned.v1', data: { code: `CODE-${clue}` } };
  return { type: 'clue.answered.v1', data: { clue: `clue-${clue}`, answer: `answer ${clue}` } };
}

let number = 0;
function eventOf({ type, data }, timeMs, from = below(TEAMS)) {
  number += 1;
  const bytes = Buffer.alloc(24);
  bytes.writeUIntBE(timeMs, 0, 6);
  bytes.writeUInt32BE(number, 8);
  const team = `team-${from}`;
  const identity = bytes.toString('latin1');
  const stamp = { timeMs, sentAtMs: timeMs, receivedAtUs: timeMs * 1000, digest: '01234567' };
  return { identity, source: '/bench', hunt: 'bench', player: team, team, type, data, ...stamp };
}

const hunt = compiledHunt();
const cells = {
  hunts: new Map(),
  teams: new Map(),
  players: new Map(),
  memories: new Map(),
  watches: new Map(),
};
const view = {
  hunt: (slug) => cells.hunts.get(slug),
  teams: (slug) => cells.teams.get(slug),
  memory: (slug) => cells.memories.get(slug),
  watches: (slug) => cells.watches.get(slug),
  teamOf: () => undefined,
  isParked: () => false,
  rules: () => hunt,
};
let decided = 0;
const keys = partitionKeys(DEFAULT_KEYS, 0);

function runChunk(events, atMs) {
  const entries = [{ id: `${atMs}-0`, appendedAtUs: atMs * 1000, door: 'door', events }];
  const chunk = { entries, decided, repeats: new Map(), poisoned: new Set() };
  const decision = decide(chunk, view);
  packCommit({
    keys,
    lease: { token: 'bench', leaseMs: 1_500 },
    from: { epoch: '1', cursor: '0-0', decided },
    to: { epoch: 1, runId: 'bench' },
    decidedAtUs: atMs * 1000,
    decision,
    buckets: seenBuckets(keys, decision.results),
    suspects: [],
  });
  applyDecision(cells, decision);
  decided += events.length;
  return decision.results.filter(({ verdict }) => verdict === 'solved').length;
}

/** Microseconds of processor time for all chunks, and which share of it is ours. */
async function profiled(chunks) {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: SAMPLE_US });
  await session.post('Profiler.start');
  const began = process.cpuUsage();
  let solves = 0;
  for (const { events, atMs } of chunks) solves += runChunk(events, atMs);
  // Of this process alone: the machine may be busy with others.
  const { user, system } = process.cpuUsage(began);
  const micros = user + system;
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const share = shareBelow(profile, ({ url }) => OURS.test(url));
  const ranked = shareBelow(profile, ({ functionName }) => functionName === RANKING);
  return { micros, solves, share, ranked };
}

/** Share of samples below a function that is meant, itself included. */
function shareBelow({ nodes, samples }, isMeant) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const meant = new Set();
  const mark = (id, isBelow) => {
    const node = byId.get(id);
    const isIn = isBelow || isMeant(node.callFrame);
    if (isIn) meant.add(id);
    for (const child of node.children ?? []) mark(child, isIn);
  };
  mark(nodes[0].id, false);
  return samples.filter((id) => meant.has(id)).length / samples.length;
}

function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** Milliseconds to rank for a team, as `recommendations:get` does. */
function rankings() {
  const memory = cells.memories.get('bench');
  const teams = [...cells.teams.get('bench').values()];
  const table = new ClueTable(hunt, memory.slots, {
    figuresOf: (slot) => memory.figures.get(slot),
    crowdOf: (slot) => memory.crowds.get(slot),
    coVisitsOf: (slot) => memory.together.get(slot),
  });
  const tookMs = [];
  for (let i = 0; i < RANKINGS; i += 1) {
    const team = teams[i % teams.length];
    const trail = memory.trails.get(team.team);
    if (trail === undefined) continue;
    const weights = weightsAfter(memory.weights, gapOf(START_MS - trail.lastMs));
    const began = performance.now();
    const seeker = { table, team, name: team.team, nowMs: START_MS, trail, weights };
    suggestLikely(seeker, memory.hottest);
    tookMs.push(performance.now() - began);
  }
  return tookMs.sort((a, b) => a - b);
}

const published = { type: 'hunt.published.v1', data: { version: 1, hash: 'a'.repeat(64) } };
runChunk([eventOf(published, START_MS)], START_MS);
const chunks = Array.from({ length: WARM_UP_CHUNKS + CHUNKS }, (_, i) => {
  const atMs = START_MS + i * CHUNK_MS;
  const events = Array.from({ length: CHUNK }, () => {
    const team = below(TEAMS);
    return eventOf(deed(team), atMs, team);
  });
  return { atMs, events };
});
for (const { events, atMs } of chunks.splice(0, WARM_UP_CHUNKS)) runChunk(events, atMs);
const { micros, solves, share, ranked } = await profiled(chunks);
const events = CHUNKS * CHUNK;
const each = micros / events;
console.log(`${CLUES} clues, ${events} events, ${((solves * 100) / events).toFixed(1)} % solves`);
console.log(`decide and pack: ${each.toFixed(2)} µs an event under the profiler`);
console.log(`of it recommendations: ${(each * share).toFixed(2)} µs an event`);
const updates = each * (share - ranked);
console.log(
  `  keeping them up to date ${updates.toFixed(2)} µs, ranking ${(each * ranked).toFixed(2)} µs`,
);
const sorted = rankings();
const [p50, p99] = [quantile(sorted, 0.5), quantile(sorted, 0.99)];
console.log(`one ranking: p50 ${p50.toFixed(3)} ms, p99 ${p99.toFixed(3)} ms`);
