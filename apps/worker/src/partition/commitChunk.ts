/** Decides one chunk and commits it, again with the repeats the store knows and we did not. */
import type { Decision, Held, Lease, LogEntry, Repeat, StateStore } from '@trove/core';
import type { Logger, Tracing } from '@trove/telemetry';
import { AskTimer } from './askTimer.js';
import { decideSafely } from './decideSafely.js';
import { DRAIN_LIMITS } from './limits.js';
import type { PartitionState } from './partitionState.js';
import { traceCommit } from './traceCommit.js';

export interface CommitChunk {
  readonly lease: Lease;
  readonly from: Held;
  readonly entries: readonly LogEntry[];
  readonly state: PartitionState;
  readonly store: StateStore;
  readonly logger: Logger;
  readonly nowUs: () => number;
  /** Absent while traces are off. */
  readonly tracing?: Tracing | undefined;
}

export type ChunkReply =
  | { readonly kind: 'moved' }
  | {
      readonly kind: 'committed';
      readonly held: Held;
      readonly decision: Decision;
      readonly decidedAtUs: number;
      readonly committedAtUs: number;
      readonly spent: Spent;
    };

/** Microseconds that one chunk cost, over all its passes. */
export interface Spent {
  /** What the hunts asked themselves included. */
  decideUs: number;
  /** Of it, what the hunts asked themselves. */
  askUs: number;
  /** Events that a hunt asked something of, by hunt. */
  asked: ReadonlyMap<string, number>;
  /** Asking the store for known ids; undefined where it can't tell. */
  dedupUs: number | undefined;
}

export async function commitChunk(input: CommitChunk): Promise<ChunkReply> {
  const { lease, from, entries, state, store, logger } = input;
  const repeats = new Map<number, Repeat>();
  const spent: Spent = { decideUs: 0, askUs: 0, asked: new Map(), dedupUs: undefined };
  for (let pass = 0; pass < DRAIN_LIMITS.passes; pass += 1) {
    const timer = new AskTimer();
    const chunk = { entries, decided: from.decided, repeats, askHunt: timer.ask };
    const startUs = input.nowUs();
    const { decision, poisoned } = decideSafely(chunk, state.view);
    for (const [index, err] of poisoned) {
      logger.error({ err, position: from.decided + index }, 'an event could not be decided');
    }
    const decidedAtUs = input.nowUs();
    spent.decideUs += decidedAtUs - startUs;
    const { askUs, asked } = timer.read();
    spent.askUs += askUs;
    spent.asked = asked;
    const times = { partition: lease.partition, startUs, decidedAtUs };
    const trace = input.tracing && traceCommit(input.tracing, decision, times);
    const traced = trace?.decision ?? decision;
    const reply = await store.commit({ lease, from, decision: traced, isFirst: pass === 0 });
    // With repeats known it is decided again: spans that never end are never sent.
    if (reply.kind !== 'repeats') {
      trace?.end(input.nowUs(), reply.kind === 'moved' ? 'moved' : undefined);
    }
    if (reply.kind === 'moved') return reply;
    if (reply.askedUs !== undefined) spent.dedupUs = (spent.dedupUs ?? 0) + reply.askedUs;
    if (reply.kind === 'held') {
      state.apply(decision);
      const { committedAtUs } = reply;
      return { kind: 'committed', held: reply, decision, decidedAtUs, committedAtUs, spent };
    }
    for (const repeat of reply.repeats) repeats.set(repeat.index, repeat);
  }
  throw new Error(`a chunk of partition ${lease.partition} keeps finding repeats`);
}
