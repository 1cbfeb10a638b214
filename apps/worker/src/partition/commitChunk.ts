/** Decides one chunk and commits it, again with the repeats the store knows and we did not. */
import type { Decision, Held, Lease, LogEntry, Repeat, StateStore } from '@trove/core';
import type { Logger } from '@trove/telemetry';
import { decideSafely } from './decideSafely.js';
import { DRAIN_LIMITS } from './limits.js';
import type { PartitionState } from './partitionState.js';

export interface CommitChunk {
  readonly lease: Lease;
  readonly from: Held;
  readonly entries: readonly LogEntry[];
  readonly state: PartitionState;
  readonly store: StateStore;
  readonly logger: Logger;
  readonly nowUs: () => number;
}

export type ChunkReply =
  | { readonly kind: 'moved' }
  | {
      readonly kind: 'committed';
      readonly held: Held;
      readonly decision: Decision;
      readonly decidedAtUs: number;
      readonly committedAtUs: number;
    };

export async function commitChunk(input: CommitChunk): Promise<ChunkReply> {
  const { lease, from, entries, state, store, logger } = input;
  const repeats = new Map<number, Repeat>();
  for (let pass = 0; pass < DRAIN_LIMITS.passes; pass += 1) {
    const chunk = { entries, decided: from.decided, repeats };
    const { decision, poisoned } = decideSafely(chunk, state.view);
    for (const [index, err] of poisoned) {
      logger.error({ err, position: from.decided + index }, 'an event could not be decided');
    }
    const decidedAtUs = input.nowUs();
    const reply = await store.commit({ lease, from, decision, isFirst: pass === 0 });
    if (reply.kind === 'moved') return reply;
    if (reply.kind === 'held') {
      state.apply(decision);
      const { committedAtUs } = reply;
      return { kind: 'committed', held: reply, decision, decidedAtUs, committedAtUs };
    }
    for (const repeat of reply.repeats) repeats.set(repeat.index, repeat);
  }
  throw new Error(`a chunk of partition ${lease.partition} keeps finding repeats`);
}
