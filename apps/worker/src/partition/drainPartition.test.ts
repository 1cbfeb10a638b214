/** What the drain does beside committing: how it cuts the log into chunks. */
import { createLogger } from '@trove/telemetry';
import {
  MemoryEventLog,
  MemoryPartitions,
  MemoryStateStore,
  mintedAt,
  playEvent,
  published,
  T0,
  TestClock,
} from '@trove/testkit';
import { expect, it } from 'vitest';
import { PlantedRules } from '../sim/plantedRules.js';
import { BODIES, HASHES, POISON } from '../sim/simulated.fixture.js';
import { drainPartition } from './drainPartition.js';
import { PartitionStates } from './partitionStates.js';

const logger = createLogger({ app: 'test', level: 'silent' });

interface Drained {
  /** The outcomes of each commit. */
  readonly commits: string[][];
  /** Reads and commits in the order in which they left. */
  readonly left: ('read' | 'commit')[];
}

/** Drains a log once. */
async function drained(fill: (log: MemoryEventLog) => Promise<void>): Promise<Drained> {
  const clock = new TestClock(T0);
  const partitions = new MemoryPartitions(clock);
  const commits: string[][] = [];
  const left: Drained['left'] = [];
  const log = new MemoryEventLog(partitions);
  const read = log.read.bind(log);
  log.read = (query) => {
    left.push('read');
    return read(query);
  };
  const store = new MemoryStateStore(partitions, (_, { results }) => {
    commits.push(results.map(({ outcome }) => outcome));
  });
  const commit = store.commit.bind(store);
  store.commit = (asked) => {
    left.push('commit');
    return commit(asked);
  };
  await fill(log);
  const rules = new PlantedRules({ body: async (hash) => BODIES.get(hash) });
  await drainPartition(
    { lease: { partition: 0, token: 'w' }, signal: new AbortController().signal },
    {
      log,
      store,
      states: new PartitionStates({ store, rules }),
      logger,
      nowUs: () => clock.nowUs(),
      wait: async (ms) => clock.advance(ms),
      every: () => async () => undefined,
      onCommitted: () => undefined,
    },
  );
  return { commits, left };
}

it('P30 a replay finds what events before it have parked, also read in one go', async () => {
  const poison = playEvent('code.scanned.v1', { code: POISON }, { number: 1 });
  const { commits } = await drained(async (log) => {
    const entry = { partition: 0, door: 'd' };
    await log.append({ ...entry, events: [published(HASHES[1], 1)] });
    await log.append({ ...entry, events: [poison] });
    await log.append({ ...entry, events: [mintedAt(published(HASHES[2], 2, 2), T0)] });
    await log.append({ ...entry, events: [poison], isReplay: true });
  });
  expect(commits).toEqual([['accepted', 'quarantined', 'accepted'], ['replayed']]);
});

it('lets no read overtake a commit, which would wait as long as the read does', async () => {
  const { left } = await drained(async (log) => {
    await log.append({ partition: 0, door: 'd', events: [published(HASHES[1], 1)] });
  });
  expect(left.slice(0, 3)).toEqual(['read', 'commit', 'read']);
});
