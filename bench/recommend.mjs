/**
 * What recommendations cost, in a worker's process alone: of each event, and ranking every clue of
 * a hunt as a door does. After a build:
 *
 *   node bench/recommend.mjs [clues] [percent of the events that solve a clue]
 *
 * Events of 4,000 teams, in chunks of 1,000 that are decided and packed for Redis: so many solve a
 * clue that is new to their team, every one equally likely; of the others 55 % are positions, of
 * which some solve a clue as well, the rest codes that solve nothing. The figure is what a process
 * that recommends takes more than one that does not, collecting garbage included, with the flags of
 * a worker: the median of five such pairs, run by turns. Two in one process would not do: code that
 * has seen both is slower than what a worker runs.
 */
import { execFile } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import {
  applyDecision,
  ClueTable,
  decide,
  gapOf,
  suggestLikely,
  weightsAfter,
} from '../packages/core/dist/index.js';
import { packCommit } from '../packages/streams/dist/commit/packCommit.js';
import { seenBuckets } from '../packages/streams/dist/commit/seenBuckets.js';
import { DEFAULT_KEYS, partitionKeys } from '../packages/streams/dist/keys.js';
import { HOT_PATH_FLAGS } from '../tooling/src/nodeFlags.mjs';
import { Crowd, compiledHunt, publication, START_MS } from './recommendCrowd.mjs';

const [clues = '60', percent = '8', mode] = process.argv.slice(2);
const CLUES = Number(clues);
const CHUNK = 1_000;
const WARM_UP_CHUNKS = 60;
const CHUNKS = 240;
/** How often a process folds the same events anew; all but the first, which compiles, count. */
const FOLDS = 7;
const PAIRS = 5;
const RANKINGS = 2_000;
/** Milliseconds that pass with a chunk: 20,000 events a second. */
const CHUNK_MS = 50;

const hunt = compiledHunt(CLUES);
const keys = partitionKeys(DEFAULT_KEYS, 0);

function newCells() {
  const [hunts, teams, players, memories, watches] = Array.from({ length: 5 }, () => new Map());
  return { hunts, teams, players, memories, watches };
}

function viewOf(cells, recommends) {
  return {
    hunt: (slug) => cells.hunts.get(slug),
    teams: (slug) => cells.teams.get(slug),
    memory: (slug) => cells.memories.get(slug),
    watches: (slug) => cells.watches.get(slug),
    teamOf: () => undefined,
    isParked: () => false,
    rules: () => hunt,
    recommends,
  };
}

function allChunks() {
  const crowd = new Crowd({ clues: CLUES, solveShare: Number(percent) / 100 });
  const later = Array.from({ length: WARM_UP_CHUNKS + CHUNKS }, (_, i) => {
    const atMs = START_MS + i * CHUNK_MS;
    return { atMs, events: Array.from({ length: CHUNK }, () => crowd.next(atMs)) };
  });
  return [{ atMs: START_MS, events: [publication()] }, ...later];
}

/** Microseconds of processor time for each event after the warm-up, and how many solved. */
function fold(chunks, recommends) {
  const cells = newCells();
  const view = viewOf(cells, recommends);
  let decided = 0;
  let solves = 0;
  let began;
  chunks.forEach(({ events, atMs }, i) => {
    if (i === WARM_UP_CHUNKS + 1) {
      began = process.cpuUsage();
      solves = 0;
    }
    const entries = [{ id: `${atMs}-${i}`, appendedAtUs: atMs * 1000, door: 'door', events }];
    const decision = decide({ entries, decided, repeats: new Map(), poisoned: new Set() }, view);
    pack(decision, { decided, atMs });
    applyDecision(cells, decision);
    decided += events.length;
    solves += decision.results.filter(({ verdict }) => verdict === 'solved').length;
  });
  const { user, system } = process.cpuUsage(began);
  return { cells, micros: (user + system) / (CHUNKS * CHUNK), solves };
}

function pack(decision, { decided, atMs }) {
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
}

const quantile = (sorted, share) => {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
};
const ordered = (numbers) => numbers.sort((one, other) => one - other);

/** Milliseconds to rank for a team, as `recommendations:get` does. */
function rankings(cells) {
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
  return ordered(tookMs);
}

/** One of a pair, in a process of its own. */
function measure(recommends) {
  const chunks = allChunks();
  const runs = Array.from({ length: FOLDS }, () => fold(chunks, recommends));
  const micros = quantile(ordered(runs.slice(1).map((run) => run.micros)), 0.5);
  const [{ cells, solves }] = runs;
  const tookMs = recommends ? rankings(cells) : [];
  return { micros, solves, p50: quantile(tookMs, 0.5), p99: quantile(tookMs, 0.99) };
}

async function inProcess(how) {
  const file = fileURLToPath(import.meta.url);
  const args = [...HOT_PATH_FLAGS.worker, file, clues, percent, how];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout);
}

async function compare() {
  const costs = [];
  let last;
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const without = await inProcess('without');
    last = await inProcess('with');
    costs.push(last.micros - without.micros);
    console.log(`${without.micros.toFixed(2)} µs an event without, ${last.micros.toFixed(2)} with`);
  }
  const events = CHUNKS * CHUNK;
  const [least, middle, most] = [0, 0.5, 1].map((share) => quantile(ordered(costs), share));
  const range = `${least.toFixed(2)} to ${most.toFixed(2)}`;
  console.log(`${CLUES} clues, ${((last.solves * 100) / events).toFixed(1)} % of events solve one`);
  console.log(`recommendations: ${middle.toFixed(2)} µs an event (${range})`);
  console.log(`one ranking: p50 ${last.p50.toFixed(3)} ms, p99 ${last.p99.toFixed(3)} ms`);
}

if (mode === undefined) await compare();
else console.log(JSON.stringify(measure(mode === 'with')));
