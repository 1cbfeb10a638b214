/**
 * One turn at one partition: take the lease, then read, decide and commit until the log is idle,
 * the turn is over, or somebody else has moved on. Whatever happens, the log is the truth and
 * the cursor says where the next turn begins.
 */
import {
  beginsChunk,
  type EventLog,
  type Held,
  type Lease,
  type LogEntry,
  type Republication,
  republicationIn,
  type StateStore,
} from '@trove/core';
import type { Logger, Tracing } from '@trove/telemetry';
import { type ChunkReply, commitChunk } from './commitChunk.js';
import { DRAIN_LIMITS } from './limits.js';
import type { PartitionState } from './partitionState.js';
import type { PartitionStates } from './partitionStates.js';
import type { Republish } from './republish.js';

export interface DrainDeps {
  readonly log: EventLog;
  readonly store: StateStore;
  /** What this process still knows from earlier turns. */
  readonly states: PartitionStates;
  readonly logger: Logger;
  /** Microseconds on the log's clock. */
  readonly nowUs: () => number;
  /** Absent: publications that count for what was played are refused. */
  readonly republish?: Republish;
  /** Absent while traces are off. */
  readonly tracing?: Tracing | undefined;
  readonly wait: (ms: number) => Promise<void>;
  /** Runs something every so often until what it answers is called. */
  readonly every: (ms: number, run: () => Promise<void>) => () => Promise<void>;
  onCommitted(partition: number, reply: Extract<ChunkReply, { kind: 'committed' }>): void;
}

export interface DrainTurn {
  readonly lease: Lease;
  /** Aborted when the worker stops: the turn ends after the commit under way. */
  readonly signal: AbortSignal;
}

/** Why a turn ended. `backlog`: the caller must wake somebody. */
export type TurnEnd = 'taken' | 'idle' | 'backlog' | 'moved';

export async function drainPartition(turn: DrainTurn, deps: DrainDeps): Promise<TurnEnd> {
  const held = await deps.store.acquire(turn.lease);
  if (held.kind === 'taken') return 'taken';
  const running = new Turn(turn, deps, held);
  try {
    const end = await running.run();
    if (end !== 'moved') running.keepState();
    return end;
  } finally {
    await running.stopRenewing();
  }
}

class Turn {
  private readonly endsAtUs: number;
  private readonly state: PartitionState;
  private pending: LogEntry[] = [];
  private askEntries: number = DRAIN_LIMITS.firstEntries;
  private idleWaits = 0;
  /** A slow commit or a busy machine must not cost the lease: it is renewed on the side. */
  stopRenewing: () => Promise<void>;

  constructor(
    private readonly turn: DrainTurn,
    private readonly deps: DrainDeps,
    private held: Held,
  ) {
    this.endsAtUs = deps.nowUs() + DRAIN_LIMITS.turnMs * 1000;
    this.state = deps.states.take(turn.lease.partition, held);
    this.stopRenewing = this.renewing();
  }

  private renewing(): () => Promise<void> {
    const { store, every } = this.deps;
    return every(DRAIN_LIMITS.renewMs, async () => {
      await store.acquire(this.turn.lease);
    });
  }

  async run(): Promise<TurnEnd> {
    let next = this.readAfter(this.held.cursor);
    for (;;) {
      this.pending.push(...(await next));
      if (this.turn.signal.aborted || this.deps.nowUs() > this.endsAtUs) {
        return await this.handOn();
      }
      if (this.pending.length === 0) {
        const end = await this.idle();
        if (end !== undefined) return end;
        next = this.readAfter(this.held.cursor);
        continue;
      }
      this.idleWaits = 0;
      const entries = this.takeChunk();
      if (!(await this.prepare(entries))) return 'moved';
      const committing = this.commit(entries);
      next = this.readsOn(entries) ? this.readAfter(entries.at(-1)?.id ?? '0-0') : NOTHING;
      // A read that fails while the commit is awaited is met at the top of the loop.
      next.catch(() => undefined);
      const reply = await committing;
      if (reply.kind === 'moved') return 'moved';
      this.held = reply.held;
      this.deps.onCommitted(this.turn.lease.partition, reply);
    }
  }

  /** Only of a turn that ended well: its state stands at `held`. */
  keepState(): void {
    this.deps.states.keep(this.turn.lease.partition, this.held, this.state);
  }

  /** Nothing is awaited before a chunk's commit has left: the read behind it would overtake it. */
  private commit(entries: readonly LogEntry[]): Promise<ChunkReply> {
    const [entry] = entries;
    const event = entry && republicationIn(entry);
    if (entry === undefined || event === undefined) return this.commitEvents(entries);
    return this.swap(entry, event);
  }

  private commitEvents(entries: readonly LogEntry[]): Promise<ChunkReply> {
    const { store, logger, nowUs, tracing } = this.deps;
    return commitChunk({
      lease: this.turn.lease,
      from: this.held,
      entries,
      state: this.state,
      store,
      logger,
      nowUs,
      tracing,
    });
  }

  /** A publication that counts for what was played. Deciding it as any other event refuses it. */
  private async swap(entry: LogEntry, event: Republication): Promise<ChunkReply> {
    const { lease } = this.turn;
    const reply = await this.deps.republish?.({ lease, from: this.held, entry, event });
    if (reply === undefined) return await this.commitEvents([entry]);
    if (reply.kind === 'committed') this.state.forget(event.hunt);
    return reply;
  }

  private readAfter(after: string): Promise<readonly LogEntry[]> {
    return this.deps.log.read({
      partition: this.turn.lease.partition,
      after,
      maxEntries: this.askEntries,
      waitMs: DRAIN_LIMITS.waitMs,
    });
  }

  /**
   * Whole entries until a commit is full; learns how many entries to ask for next time. Replays
   * begin a chunk, because what the events before them park is known only once it is committed. A
   * publication that swaps its hunt's state is one of its own.
   */
  private takeChunk(): LogEntry[] {
    const chunk: LogEntry[] = [];
    let events = 0;
    while (events < DRAIN_LIMITS.eventsPerCommit) {
      const entry = this.pending[0];
      if (entry === undefined) break;
      const isFull = events + entry.events.length > DRAIN_LIMITS.eventsPerCommit;
      const isAlone = republicationIn(entry) !== undefined;
      if (chunk.length > 0 && (isFull || isAlone || beginsChunk(entry))) break;
      chunk.push(entry);
      events += entry.events.length;
      this.pending.shift();
      if (isAlone) break;
    }
    const perEntry = Math.max(1, events / chunk.length);
    const wanted = Math.ceil(DRAIN_LIMITS.eventsPerCommit / perEntry) * 2;
    this.askEntries = Math.min(DRAIN_LIMITS.mostEntries, Math.max(2, wanted));
    return chunk;
  }

  /** Waits for the body of a version that the log names before its store does. */
  private async prepare(entries: readonly LogEntry[]): Promise<boolean> {
    const { logger, wait, store } = this.deps;
    while (!(await this.state.prepare(entries))) {
      logger.error({ partition: this.turn.lease.partition }, 'a published hunt has no body yet');
      await wait(DRAIN_LIMITS.bodyWaitMs);
      if (this.turn.signal.aborted) return false;
      if ((await store.acquire(this.turn.lease)).kind === 'taken') return false;
    }
    return true;
  }

  /** Renews the lease, and gives it up after a while; undefined to go on. */
  private async idle(): Promise<TurnEnd | undefined> {
    this.idleWaits += 1;
    if (this.idleWaits < DRAIN_LIMITS.idleWaits) {
      const renewed = await this.deps.store.acquire(this.turn.lease);
      if (renewed.kind === 'taken' || renewed.cursor !== this.held.cursor) return 'moved';
      return undefined;
    }
    await this.stopRenewing();
    const released = await this.deps.store.release(this.turn.lease, 'when-idle');
    if (released === 'behind') {
      this.stopRenewing = this.renewing();
      return undefined;
    }
    return released === 'lost' ? 'moved' : 'idle';
  }

  /**
   * The next read leaves with the commit. With entries at hand it would only read too much, and in
   * front of the commit that a swap ends with it would hold that up.
   */
  private readsOn([entry]: readonly LogEntry[]): boolean {
    return this.pending.length === 0 && entry !== undefined && republicationIn(entry) === undefined;
  }

  private async handOn(): Promise<TurnEnd> {
    await this.stopRenewing();
    const idle = await this.deps.store.release(this.turn.lease, 'when-idle');
    if (idle === 'released') return 'idle';
    const released = await this.deps.store.release(this.turn.lease, 'with-backlog');
    return released === 'lost' ? 'moved' : 'backlog';
  }
}

const NOTHING: Promise<readonly LogEntry[]> = Promise.resolve([]);
