/** Ports whose answers may be lost: before the operation took effect, or after it did. */
import type { EventLog, StateStore } from '@trove/core';
import type { SeededSource } from '@trove/testkit';
import { type SeededScheduler, SimulatedCrash } from './seededScheduler.js';

export interface Faults {
  readonly random: SeededSource;
  readonly scheduler: SeededScheduler;
  /** Probability that an operation's caller dies at it; 0 once the faults are over. */
  crash: number;
}

async function risky<T>(faults: Faults, run: () => Promise<T>): Promise<T> {
  await faults.scheduler.turn();
  if (faults.random.chance(faults.crash / 2)) throw new SimulatedCrash('before it took effect');
  const result = await run();
  await faults.scheduler.turn();
  if (faults.random.chance(faults.crash / 2)) throw new SimulatedCrash('after it took effect');
  return result;
}

export function faultyLog(log: EventLog, faults: Faults): EventLog {
  return {
    append: (append) => risky(faults, () => log.append(append)),
    read: (query) => risky(faults, () => log.read(query)),
  };
}

export function faultyStore(store: StateStore, faults: Faults): StateStore {
  return {
    acquire: (lease) => risky(faults, () => store.acquire(lease)),
    load: (query) => risky(faults, () => store.load(query)),
    commit: (commit) => risky(faults, () => store.commit(commit)),
    release: (lease, how) => risky(faults, () => store.release(lease, how)),
  };
}
