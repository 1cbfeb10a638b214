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

/** Drains a log once; answers the outcomes of each commit. */
async function drained(fill: (log: MemoryEventLog) => Promise<void>): Promise<string[][]> {
  const clock = new TestClock(T0);
  const partitions = new MemoryPartitions(clock);
  const log = new MemoryEventLog(partitions);
  const commits: string[][] = [];
  const store = new MemoryStateStore(partitions, (_, { results }) => {
    commits.push(results.map(({ outcome }) => outcome));
  });
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
  return commits;
}

it('P30 a replay finds what events before it have parked, also read in one go', async () => {
  const poison = playEvent('code.scanned.v1', { code: POISON }, { number: 1 });
  const commits = await drained(async (log) => {
    const entry = { partition: 0, door: 'd' };
    await log.append({ ...entry, events: [published(HASHES[1], 1)] });
    await log.append({ ...entry, events: [poison] });
    await log.append({ ...entry, events: [mintedAt(published(HASHES[2], 2, 2), T0)] });
    await log.append({ ...entry, events: [poison], isReplay: true });
  });
  expect(commits).toEqual([['accepted', 'quarantined', 'accepted'], ['replayed']]);
});
