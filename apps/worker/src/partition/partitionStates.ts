/**
 * States of partitions between the turns of this process. A partition that comes back at the very
 * epoch and cursor where it was left has been touched by nobody, so what was read of it still
 * holds; at any other it is read anew.
 */
import type { Held } from '@trove/core';
import { PartitionState, type PartitionStateDeps } from './partitionState.js';

interface Kept {
  readonly state: PartitionState;
  readonly at: Held;
}

export class PartitionStates {
  private readonly kept = new Map<number, Kept>();

  constructor(private readonly deps: PartitionStateDeps) {}

  /** The state at `held`. It is the caller's until it is kept again; one that is not is gone. */
  take(partition: number, held: Held): PartitionState {
    const kept = this.kept.get(partition);
    this.kept.delete(partition);
    const isSame = kept?.at.epoch === held.epoch && kept.at.cursor === held.cursor;
    return isSame ? kept.state : new PartitionState(partition, this.deps);
  }

  keep(partition: number, at: Held, state: PartitionState): void {
    this.kept.set(partition, { at, state });
  }
}
