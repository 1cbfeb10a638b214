export * from './fixtures.js';
export * from './memoryEventLog.js';
export * from './memoryPartitions.js';
export * from './memoryStateStore.js';
export * from './seededSource.js';
export * from './suites/eventLogSuite.js';
export * from './suites/stateStoreSuite.js';
export * from './testClock.js';
