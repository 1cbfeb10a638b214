import { T0 } from './fixtures.js';
import { MemoryEventLog } from './memoryEventLog.js';
import { MemoryPartitions } from './memoryPartitions.js';
import { MemoryStateStore } from './memoryStateStore.js';
import { eventLogSuite } from './suites/eventLogSuite.js';
import { stateStoreSuite } from './suites/stateStoreSuite.js';
import { TestClock } from './testClock.js';

async function openMemory() {
  const partitions = new MemoryPartitions(new TestClock(T0));
  return {
    log: new MemoryEventLog(partitions),
    store: new MemoryStateStore(partitions),
    close: async () => undefined,
  };
}

eventLogSuite('in memory', openMemory);
stateStoreSuite('in memory', openMemory);
