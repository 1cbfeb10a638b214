/**
 * What it costs to keep why rules did not fire, in this process alone: deciding events and writing
 * their rows, for hunts with none, three and twenty rules on an event's type. After a build:
 *
 *   node bench/ruleAnswers.mjs [folder of another built checkout]
 *
 * With another checkout both are measured by turns, so that a busy machine is as unfair to one as
 * to the other; the least of all turns is told, in processor time.
 */
import { resolve } from 'node:path';

const OWN = resolve(import.meta.dirname, '..');
const ROOTS = [OWN, ...process.argv.slice(2).map((root) => resolve(root))];
const CHUNK = 1_000;
const TEAMS = 1_000;
const WARM_UP_CHUNKS = 40;
const CHUNKS = 60;
const TURNS = 9;
const START_MS = Date.UTC(2026, 5, 1, 18);

/** Two clauses each, of which the second is false for nearly every event. */
function rulesOf(count) {
  return Array.from({ length: count }, (_, i) => ({
    id: `rule-${i}`,
    on: 'code.scanned.v1',
    when: `event.data.code != "nowhere" && team.solved >= ${900 + i}`,
    then: { award: 1 },
  }));
}

async function load(root) {
  const [contracts, core, out] = await Promise.all([
    import(`${root}/packages/contracts/dist/index.js`),
    import(`${root}/packages/core/dist/index.js`),
    import(`${root}/packages/streams/dist/codec/outLayout.js`),
  ]);
  return { ...contracts, ...core, ...out };
}

function compiled({ HuntDefinition, compileHunt }, rules) {
  const clues = [{ id: 'one', title: 'One', points: 10, find: { code: 'ONE' } }];
  const file = { trove: 1, slug: 'bench', title: 'Bench', clues, rules: rulesOf(rules) };
  const result = compileHunt(HuntDefinition.parse(file), 1);
  if (!result.ok) throw new Error(result.mistakes[0]?.message);
  return result.hunt;
}

function eventOf(number, { type, data }) {
  const bytes = Buffer.alloc(24);
  bytes.writeUIntBE(START_MS, 0, 6);
  bytes.writeUInt32BE(number, 8);
  const team = `team-${number % TEAMS}`;
  const stamp = { timeMs: START_MS, sentAtMs: START_MS, receivedAtUs: START_MS * 1000 };
  const identity = bytes.toString('latin1');
  const named = { source: '/bench', hunt: 'bench', player: team, team, digest: '01234567' };
  return { identity, type, data, ...named, ...stamp };
}

/** One checkout deciding one hunt's events, chunk after chunk. */
class Run {
  constructor(trove, rules) {
    this.trove = trove;
    const hunt = compiled(trove, rules);
    this.cells = { hunts: new Map(), teams: new Map(), players: new Map(), memories: new Map() };
    this.view = {
      hunt: (slug) => this.cells.hunts.get(slug),
      teams: (slug) => this.cells.teams.get(slug),
      memory: (slug) => this.cells.memories.get(slug),
      teamOf: () => undefined,
      isParked: () => false,
      rules: () => hunt,
    };
    this.decided = 0;
    this.bytes = 0;
    const published = { type: 'hunt.published.v1', data: { version: 1, hash: 'a'.repeat(64) } };
    this.chunk([eventOf(0, published)]);
    this.micros(WARM_UP_CHUNKS);
  }

  chunk(events) {
    const { applyDecision, decide, encodeOut } = this.trove;
    const appendedAtUs = START_MS * 1000;
    const entries = [{ id: `${START_MS}-0`, appendedAtUs, door: 'door', isReplay: false, events }];
    const chunk = { entries, decided: this.decided, repeats: new Map(), poisoned: new Set() };
    const decision = decide(chunk, this.view);
    const head = { epoch: 1, decidedAtUs: appendedAtUs, firstPosition: this.decided };
    this.bytes = encodeOut(head, decision).length;
    applyDecision(this.cells, decision);
    this.decided += events.length;
  }

  /** Microseconds of processor time for each event of so many chunks. */
  micros(chunks) {
    const scan = { type: 'code.scanned.v1', data: { code: 'ELSEWHERE' } };
    const made = Array.from({ length: chunks }, (_, c) => {
      return Array.from({ length: CHUNK }, (_, i) => eventOf(this.decided + c * CHUNK + i, scan));
    });
    const began = process.cpuUsage();
    for (const events of made) this.chunk(events);
    const { user, system } = process.cpuUsage(began);
    return (user + system) / (chunks * CHUNK);
  }
}

const loaded = await Promise.all(ROOTS.map(load));
for (const rules of [0, 3, 20]) {
  const runs = loaded.map((trove) => new Run(trove, rules));
  const least = runs.map(() => Number.POSITIVE_INFINITY);
  for (let turn = 0; turn < TURNS; turn += 1) {
    runs.forEach((run, i) => {
      least[i] = Math.min(least[i], run.micros(CHUNKS));
    });
  }
  const told = runs.map(({ bytes }, i) => {
    return `${least[i].toFixed(3)} µs, ${(bytes / CHUNK).toFixed(1)} bytes an event`;
  });
  console.log(`${String(rules).padStart(2)} rules: ${told.join(' | other checkout: ')}`);
}
