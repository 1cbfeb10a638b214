/**
 * The drain of one partition under faults: two workers that interleave at every operation, die
 * and come back, leases that run out, appends that are sent again. Afterwards an oracle that
 * shares nothing with the pipeline folds the log and must find the same.
 */
import type { HuntMemory, LogEntry, LoggedEvent } from '@trove/core';
import { canonicalHunt, decide } from '@trove/core';
import { createLogger } from '@trove/telemetry';
import {
  compiled,
  huntDefinition,
  MemoryEventLog,
  MemoryPartitions,
  MemoryStateStore,
  playEvent,
  published,
  SeededSource,
  seedFrom,
  T0,
  TestClock,
} from '@trove/testkit';
import { describe, expect, it } from 'vitest';
import { drainPartition } from '../partition/drainPartition.js';
import { PartitionStates } from '../partition/partitionStates.js';
import { RulesCache } from '../partition/rulesCache.js';
import { faultyLog, faultyStore } from './faultyPorts.js';
import { SeededScheduler, SimulatedCrash } from './seededScheduler.js';

const HASH = 'a'.repeat(64);
const CODES = ['CLOCK', 'VAULT', 'NOPE'] as const;
const TEAMS = ['herons', 'otters', 'lynxes', 'foxes'] as const;
const SEEDS = 60;
const EVENTS = 120;
/** Turns of a worker before a run is called stuck. */
const MAX_TURNS = 500;

const definition = huntDefinition();
const logger = createLogger({ app: 'sim', level: 'silent' });

function randomEvent(random: SeededSource): LoggedEvent {
  const number = random.below(EVENTS);
  const content = random.chance(0.05) ? number + 5_000 : number;
  // Which code and team a number stands for is fixed, so that only `content` makes a conflict.
  const code = CODES[number % CODES.length] ?? 'NOPE';
  const team = TEAMS[Math.floor(number / 3) % TEAMS.length] ?? 'herons';
  const options = { number, team, content };
  if (number % 7 === 0) return playEvent('location.reported.v1', { lat: number, lon: 9 }, options);
  return playEvent('code.scanned.v1', { code }, options);
}

interface Run {
  readonly outcomes: Map<string, string[]>;
  readonly scores: Map<string, number>;
  readonly log: readonly LoggedEvent[];
  readonly decided: number;
  readonly entries: readonly LogEntry[];
  readonly memory: HuntMemory | undefined;
}

async function simulate(seed: number): Promise<Run> {
  const random = new SeededSource(seed);
  const clock = new TestClock(T0);
  const partitions = new MemoryPartitions(clock);
  const outcomes = new Map<string, string[]>();
  const store = new MemoryStateStore(partitions, (_, { results }) => {
    for (const { event, outcome } of results) {
      outcomes.set(event.identity, [...(outcomes.get(event.identity) ?? []), outcome]);
    }
  });
  const log = new MemoryEventLog(partitions);
  const scheduler = new SeededScheduler(random, clock);
  const faults = { random, scheduler, crash: 0.04 };
  await log.append({ partition: 0, door: 'd', events: [published(HASH, 1)] });
  const producer = produce(random, { log: faultyLog(log, faults) });
  let isProduced = false;
  const cells = partitions.of(0);
  const isDone = () => isProduced && cells.decided === cells.appended;
  const workers = ['w1', 'w2'].map(async (name) => {
    const rules = new RulesCache({ body: async () => canonicalHunt(definition) });
    const states = new PartitionStates({ store: faultyStore(store, faults), rules });
    for (let turn = 0; turn < MAX_TURNS && !isDone(); turn += 1) {
      await work(`${name}-${turn}`, { clock, faults, log, store, states });
    }
  });
  await producer;
  isProduced = true;
  await Promise.all(workers);
  expect(isDone(), `seed ${seed}: the partition is drained`).toBe(true);
  const scores = new Map<string, number>();
  for (const [team, { score }] of cells.teams.get('test-hunt') ?? []) scores.set(team, score);
  return {
    outcomes,
    scores,
    log: cells.log.flatMap(({ events }) => events),
    decided: cells.decided,
    entries: cells.log,
    memory: cells.memories.get('test-hunt'),
  };
}

/** Appends in bursts, and again when the answer was lost, as a door's clients do. */
async function produce(random: SeededSource, { log }: { log: ReturnType<typeof faultyLog> }) {
  for (let sent = 0; sent < EVENTS; ) {
    const events = Array.from({ length: 1 + random.below(9) }, () => randomEvent(random));
    sent += events.length;
    for (;;) {
      try {
        await log.append({ partition: 0, door: 'd', events });
        break;
      } catch (error) {
        if (!(error instanceof SimulatedCrash)) throw error;
      }
    }
  }
}

interface Work {
  readonly clock: TestClock;
  readonly faults: Parameters<typeof faultyLog>[1];
  readonly log: MemoryEventLog;
  readonly store: MemoryStateStore;
  /** What the worker knows from its earlier turns. */
  readonly states: PartitionStates;
}

/** One turn of a worker; a crash ends it as a killed process would end. */
async function work(token: string, { clock, faults, log, store, states }: Work): Promise<void> {
  try {
    await drainPartition(
      { lease: { partition: 0, token }, signal: new AbortController().signal },
      {
        log: faultyLog(log, faults),
        store: faultyStore(store, faults),
        states,
        logger,
        nowUs: () => clock.nowUs(),
        wait: async (ms) => clock.advance(ms),
        every: () => async () => undefined,
        onCommitted: () => undefined,
      },
    );
  } catch (error) {
    if (!(error instanceof SimulatedCrash)) throw error;
  }
}

/** Scores and outcomes from the log in the plainest words; knows only the test hunt. */
function oracle(log: readonly LoggedEvent[]) {
  const first = new Map<string, string>();
  const solved = new Set<string>();
  const scores = new Map<string, number>();
  const counts = { accepted: 0, duplicate: 0, conflict: 0 };
  let bonuses = 2;
  for (const event of log) {
    const digest = first.get(event.identity);
    if (digest !== undefined) {
      counts[digest === event.digest ? 'duplicate' : 'conflict'] += 1;
      continue;
    }
    first.set(event.identity, event.digest);
    counts.accepted += 1;
    if (event.type !== 'code.scanned.v1' || event.data.code !== 'CLOCK') continue;
    if (solved.has(event.team)) continue;
    solved.add(event.team);
    scores.set(event.team, 20 + (bonuses > 0 ? 5 : 0));
    bonuses -= 1;
  }
  return { counts, scores };
}

/** What recommendations are made of when the log is folded once, in one piece. */
function memoryOf(entries: readonly LogEntry[]): unknown {
  const rules = compiled(definition);
  const view = {
    hunt: () => undefined,
    teams: () => undefined,
    memory: () => undefined,
    teamOf: () => undefined,
    rules: () => rules,
  };
  const chunk = { entries, decided: 0, repeats: new Map(), poisoned: new Set<number>() };
  const { next, heat, hottest = [], trails } = decide(chunk, view).hunts[0]?.memory ?? {};
  return { next, heat, hottest, trails };
}

describe('the drain of a partition', () => {
  const base = seedFrom(process.env.TROVE_SEED);
  it(`loses and doubles nothing under crashes (seeds ${base} to ${base + SEEDS - 1})`, async () => {
    expect(compiled(definition).clues).toHaveLength(4);
    for (let seed = base; seed < base + SEEDS; seed += 1) {
      const run = await simulate(seed);
      const expected = oracle(run.log);
      const all = [...run.outcomes.values()].flat();
      const count = (outcome: string) => all.filter((found) => found === outcome).length;
      const note = `seed ${seed}`;
      expect(all.length, note).toBe(run.log.length);
      expect(run.decided, note).toBe(run.log.length);
      expect(count('accepted'), note).toBe(expected.counts.accepted);
      expect(count('duplicate'), note).toBe(expected.counts.duplicate);
      expect(count('conflict'), note).toBe(expected.counts.conflict);
      expect(Object.fromEntries(run.scores), note).toEqual(Object.fromEntries(expected.scores));
      expect(run.memory, note).toEqual(memoryOf(run.entries));
      expect(run.memory?.trails.size, note).toBeGreaterThan(0);
      for (const outcomes of run.outcomes.values()) {
        expect(
          outcomes.filter((outcome) => outcome === 'accepted'),
          note,
        ).toHaveLength(1);
      }
    }
  });

  it('gives the same run for the same seed', async () => {
    const [a, b] = [await simulate(base), await simulate(base)];
    expect([...a.outcomes]).toEqual([...b.outcomes]);
    expect([...a.scores]).toEqual([...b.scores]);
  });
});
