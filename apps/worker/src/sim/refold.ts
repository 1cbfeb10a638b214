/** The state of a partition when its log is folded again, by one worker, without any fault. */
import {
  MemoryEventLog,
  MemoryPartitions,
  MemoryStateStore,
  type PartitionCells,
  SeededSource,
  TestClock,
} from '@trove/testkit';
import type { Run } from './run.js';
import { SeededScheduler } from './seededScheduler.js';
import { HUNT, START_MS } from './simulated.fixture.js';
import { SimWorker } from './simWorker.js';

/** Turns of one worker in which a log of a run is surely folded: a pause costs it some. */
const TURNS = 1_000;

export async function refold({ seed, log, parked }: Run): Promise<PartitionCells> {
  const random = new SeededSource(seed);
  const clock = new TestClock(START_MS);
  const partitions = new MemoryPartitions(clock);
  for (const identity of parked) partitions.park(0, { hunt: HUNT, identity });
  const cells = partitions.of(0);
  cells.log.push(...log);
  cells.appended = log.reduce((sum, { events }) => sum + events.length, 0);
  const scheduler = new SeededScheduler(random, clock);
  const worker = new SimWorker({
    name: 'refold',
    clock,
    faults: { random, scheduler, crash: 0 },
    log: new MemoryEventLog(partitions),
    store: new MemoryStateStore(partitions),
  });
  for (let turn = 0; turn < TURNS && cells.decided < cells.appended; turn += 1) await worker.work();
  return cells;
}

/** Everything that play depends on, as one text: equal texts are equal states. */
export function stateText(cells: PartitionCells): string {
  const { cursor, decided, hunts, teams, players, memories, watches } = cells;
  const { seen, parked, frozen } = cells;
  const kept = { cursor, decided, hunts, teams, players, memories, watches, seen, parked, frozen };
  return JSON.stringify(plain(kept));
}

/** Maps, sets and records as sorted lists. */
function plain(value: unknown): unknown {
  if (value instanceof Map) return sorted([...value].map(([key, of]) => [key, plain(of)]));
  if (value instanceof Set) return sorted([...value].map((one) => [one]));
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return sorted(Object.entries(value).map(([key, of]) => [key, plain(of)]));
}

function sorted(pairs: unknown[][]): unknown[][] {
  return pairs.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}
