/**
 * The drain of one partition under faults: two workers that interleave at every operation, die
 * and come back, leases that run out, appends that are sent again. Afterwards an oracle that
 * shares nothing with the pipeline folds the log and must find the same.
 */
import { canonicalHunt, type HuntMemory, type LogEntry, type LoggedEvent } from '@trove/core';
import { createLogger } from '@trove/telemetry';
import {
  compiled,
  MemoryEventLog,
  MemoryPartitions,
  MemoryStateStore,
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
import { memoryOf, oracle } from './oracle.fixture.js';
import { SeededScheduler, SimulatedCrash } from './seededScheduler.js';
import { definition, EVENTS, OLD_EVENTS, oldEvent, randomEvent } from './simulated.fixture.js';

const HASH = 'a'.repeat(64);
const SEEDS = 60;
/** Turns of a worker before a run is called stuck. */
const MAX_TURNS = 500;

const logger = createLogger({ app: 'sim', level: 'silent' });

interface Run {
  readonly outcomes: Map<string, string[]>;
  readonly scores: Map<string, number>;
  /** Of each team that has done something: its scans by its counter, and its badges. */
  readonly marks: Map<string, { scans: number; badges: string[] }>;
  readonly log: readonly LogEntry[];
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
  for (let number = 0; number < OLD_EVENTS; number += 1) partitions.park(0, oldEvent(number));
  const scheduler = new SeededScheduler(random, clock);
  const faults = { random, scheduler, crash: 0.04 };
  await log.append({ partition: 0, door: 'd', events: [published(HASH, 1)] });
  const producer = produce(random, {
    log: faultyLog(log, faults),
    park: (event) => partitions.park(0, event),
  });
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
  const left: Run['marks'] = new Map();
  for (const [team, { score, marks }] of cells.teams.get('test-hunt') ?? []) {
    scores.set(team, score);
    left.set(team, { scans: marks.counters.get('scans') ?? 0, badges: [...marks.badges] });
  }
  return {
    outcomes,
    scores,
    marks: left,
    log: cells.log,
    decided: cells.decided,
    entries: cells.log,
    memory: cells.memories.get('test-hunt'),
  };
}

interface Produce {
  readonly log: ReturnType<typeof faultyLog>;
  readonly park: (event: LoggedEvent) => void;
}

/**
 * Appends in bursts, and again when the answer was lost, as a door's clients do. Some bursts were
 * refused before and come as replays; of these some ids are sent by their clients too.
 */
async function produce(random: SeededSource, { log, park }: Produce) {
  for (let sent = 0; sent < EVENTS; ) {
    const events = Array.from({ length: 1 + random.below(9) }, () => randomEvent(random));
    const isReplay = random.chance(0.2);
    if (isReplay) for (const event of events) if (event.timeMs >= T0) park(event);
    sent += events.length;
    for (;;) {
      try {
        await log.append({ partition: 0, door: 'd', events, isReplay });
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

describe('the drain of a partition', () => {
  const base = seedFrom(process.env.TROVE_SEED);
  it(`loses and doubles nothing under crashes (seeds ${base} to ${base + SEEDS - 1})`, async () => {
    expect(compiled(definition).clues).toHaveLength(2);
    for (let seed = base; seed < base + SEEDS; seed += 1) {
      const run = await simulate(seed);
      const expected = oracle(run.log);
      const all = [...run.outcomes.values()].flat();
      const events = run.log.reduce((sum, entry) => sum + entry.events.length, 0);
      const count = (outcome: string) => all.filter((found) => found === outcome).length;
      const note = `seed ${seed}`;
      expect(all.length, note).toBe(events);
      expect(run.decided, note).toBe(events);
      expect(count('accepted') + count('replayed'), note).toBe(expected.counts.counted);
      expect(count('late'), note).toBe(expected.counts.late);
      expect(count('duplicate'), note).toBe(expected.counts.duplicate);
      expect(count('conflict'), note).toBe(expected.counts.conflict);
      for (const [team, sheet] of expected.sheets) {
        const { scans, score } = sheet;
        const badges = sheet.isUnlocked ? ['keen'] : [];
        // A team that has done nothing that counts is not written down.
        const found = run.marks.get(team) ?? { scans: 0, badges: [] };
        expect({ score: run.scores.get(team) ?? 0, ...found }, note).toEqual({
          score,
          scans,
          badges,
        });
      }
      expect(run.scores.size, note).toBeLessThanOrEqual(expected.sheets.size);
      expect(run.memory, note).toEqual(memoryOf(run.entries));
      expect(run.memory?.trails.size, note).toBeGreaterThan(0);
      for (const outcomes of run.outcomes.values()) {
        expect(
          outcomes.filter((outcome) => outcome === 'accepted' || outcome === 'replayed').length,
          note,
        ).toBeLessThanOrEqual(1);
      }
    }
  });

  it('gives the same run for the same seed', async () => {
    const [a, b] = [await simulate(base), await simulate(base)];
    expect([...a.outcomes]).toEqual([...b.outcomes]);
    expect([...a.scores]).toEqual([...b.scores]);
    expect([...a.marks]).toEqual([...b.marks]);
  });
});
