/**
 * The drain of one partition under faults: two workers that interleave at every operation, die
 * and come back, leases that run out, appends that are sent again. Afterwards an oracle that
 * shares nothing with the pipeline folds the log and must find the same.
 */
import type { HuntMemory, HuntState, LogEntry, LoggedEvent } from '@trove/core';
import { applyDecision, canonicalHunt, decide } from '@trove/core';
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
/** Every this many numbers a team asks for a hint instead of scanning. */
const HINT_EVERY = 7;
const HINT_COST = 2;
const SCANS_FOR_ATTIC = 5;
const TEAMS = ['herons', 'otters', 'lynxes', 'foxes'] as const;
const SEEDS = 60;
const EVENTS = 120;
/** Turns of a worker before a run is called stuck. */
const MAX_TURNS = 500;

const definition = huntDefinition({
  clues: [
    {
      id: 'clock',
      title: 'Clock',
      points: 20,
      find: { code: 'CLOCK' },
      decay: { linear: { perSolve: 4, floor: 9 } },
      firstFinders: [5, 3],
      hints: [{ id: 'face', text: 'Look up.', cost: HINT_COST }],
    },
    { id: 'vault', title: 'Vault', points: 50, find: { code: 'VAULT' }, locked: true },
  ],
  badges: [{ id: 'keen', title: 'Keen' }],
  rules: [
    {
      id: 'scans',
      on: 'code.scanned.v1',
      when: 'true',
      then: { counters: [{ name: 'scans', add: 1 }] },
    },
    {
      id: 'attic',
      on: 'code.scanned.v1',
      when: `team.counters.scans == ${SCANS_FOR_ATTIC}`,
      then: { unlock: ['vault'], badge: 'keen', penalise: 1 },
    },
  ],
});
const logger = createLogger({ app: 'sim', level: 'silent' });

/** Long before the dedup window of a run; their ids were parked while it still covered them. */
const OLD_MS = T0 - 100 * 3_600_000;
const OLD_EVENTS = 6;

function oldEvent(number: number): LoggedEvent {
  const team = TEAMS[number % TEAMS.length] ?? 'herons';
  return playEvent(
    'code.scanned.v1',
    { code: 'CLOCK' },
    { number: 9_000 + number, team, timeMs: OLD_MS },
  );
}

function randomEvent(random: SeededSource): LoggedEvent {
  if (random.chance(0.05)) return oldEvent(random.below(OLD_EVENTS));
  const number = random.below(EVENTS);
  const content = random.chance(0.05) ? number + 5_000 : number;
  // Which code and team a number stands for is fixed, so that only `content` makes a conflict.
  const code = CODES[number % CODES.length] ?? 'NOPE';
  const team = TEAMS[Math.floor(number / 3) % TEAMS.length] ?? 'herons';
  const options = { number, team, content };
  if (number % HINT_EVERY === 0) {
    return playEvent('hint.requested.v1', { clue: 'clock', hint: 'face' }, options);
  }
  if (number % 7 === 0) return playEvent('location.reported.v1', { lat: number, lon: 9 }, options);
  return playEvent('code.scanned.v1', { code }, options);
}

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
  // A hunt has a floor from its first commit on; the oracle takes it as given.
  await decideAll({ clock, log, store });
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

/** Decides what stands in the log, without faults. */
async function decideAll({ clock, log, store }: Pick<Work, 'clock' | 'log' | 'store'>) {
  const random = new SeededSource(0);
  const faults = { random, scheduler: new SeededScheduler(random, clock), crash: 0 };
  const rules = new RulesCache({ body: async () => canonicalHunt(definition) });
  await work('w0', { clock, faults, log, store, states: new PartitionStates({ store, rules }) });
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

/** One team of the oracle. */
interface Sheet {
  score: number;
  scans: number;
  isUnlocked: boolean;
  readonly solved: Set<string>;
  isHinted: boolean;
}

/** Scores, marks and outcomes from the log in the plainest words; knows only the test hunt. */
function oracle(log: readonly LogEntry[]) {
  const first = new Map<string, string>();
  const sheets = new Map<string, Sheet>();
  const counts = { counted: 0, duplicate: 0, conflict: 0, late: 0 };
  let clockSolves = 0;
  const all = log.flatMap(({ events, isReplay }) => events.map((event) => ({ event, isReplay })));
  for (const { event, isReplay } of all) {
    const digest = first.get(event.identity);
    if (event.timeMs < T0 && (digest !== undefined || !isReplay)) {
      counts.late += 1;
      continue;
    }
    if (digest !== undefined) {
      counts[digest === event.digest ? 'duplicate' : 'conflict'] += 1;
      continue;
    }
    first.set(event.identity, event.digest);
    counts.counted += 1;
    if (event.type === 'hunt.published.v1') continue;
    const none = { score: 0, scans: 0, isUnlocked: false, solved: new Set<string>() };
    const sheet = sheets.get(event.team) ?? { ...none, isHinted: false };
    sheets.set(event.team, sheet);
    if (event.type === 'hint.requested.v1') {
      if (!sheet.isHinted && !sheet.solved.has('CLOCK')) {
        sheet.isHinted = true;
        sheet.score -= HINT_COST;
      }
    } else if (event.type === 'code.scanned.v1') {
      clockSolves += scanned(sheet, event.data.code, clockSolves);
    }
  }
  return { counts, sheets };
}

/** Answers 1 when it was a solve of the clock. */
function scanned(sheet: Sheet, code: string, clockSolves: number): number {
  const isNew = !sheet.solved.has(code);
  let solves = 0;
  if (code === 'CLOCK' && isNew) {
    sheet.score += Math.max(9, 20 - 4 * clockSolves) + ([5, 3][clockSolves] ?? 0);
    solves = 1;
  }
  if (code === 'VAULT' && isNew && sheet.isUnlocked) sheet.score += 50;
  if (solves > 0 || (code === 'VAULT' && sheet.isUnlocked)) sheet.solved.add(code);
  sheet.scans += 1;
  if (sheet.scans === SCANS_FOR_ATTIC) {
    sheet.isUnlocked = true;
    sheet.score -= 1;
  }
  return solves;
}

/** What recommendations are made of when the log behind its first entry is folded in one piece. */
function memoryOf([head, ...entries]: readonly LogEntry[]): unknown {
  const rules = compiled(definition);
  const hunts = new Map<string, HuntState>();
  const cells = { hunts, teams: new Map(), players: new Map(), memories: new Map() };
  const view = {
    hunt: (slug: string) => hunts.get(slug),
    teams: () => undefined,
    memory: () => undefined,
    teamOf: () => undefined,
    isParked: () => true,
    rules: () => rules,
  };
  const common = { repeats: new Map(), poisoned: new Set<number>() };
  if (head === undefined) throw new Error('the log is empty');
  // A hunt has a floor from its first commit on.
  applyDecision(cells, decide({ entries: [head], decided: 0, ...common }, view));
  const { memory } = decide({ entries, decided: 1, ...common }, view).hunts[0] ?? {};
  const { next, heat, hottest = [], trails } = memory ?? {};
  return { next, heat, hottest, trails };
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
