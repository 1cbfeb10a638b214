/**
 * One hunt recomputed by a version that is to count for what was played: folded in memory from the
 * first event on, and staged beside the hunt's own state as far as it has come. Nothing of the hunt
 * changes by it.
 */
import type { LiveHunt } from '@trove/contracts';
import type { CompiledHunt } from '@trove/core';
import { REPUBLICATION_HABITS, RecordFold, scoresOf } from '@trove/core/backtest';
import {
  createRecordSource,
  type PartitionPlace,
  type RecordSource,
  ShadowDelta,
  type ShadowName,
  stageShadow,
} from '@trove/streams';
import { RECORD_READ_LIMITS } from './limits.js';
import { readRecord } from './readRecord.js';
import { RecordFault } from './recordFault.js';
import type { RecordSources } from './recordSources.js';

export interface RecomputeOrder {
  readonly live: LiveHunt;
  readonly rules: CompiledHunt;
  /** Names what is staged; no two recomputations share one. */
  readonly shadow: string;
}

/** Called after each part; may wait, and throws to stop. */
export type OnPart = (done: number, total: number) => Promise<void>;

/** The partition has entered another epoch: what was folded may be of events that are no more. */
export class EpochMoved extends Error {
  override readonly name = 'EpochMoved';
}

export class Recomputation {
  readonly name: ShadowName;
  /** Position up to which it is folded. */
  next = 0;
  private epoch: number | undefined;
  private staged: number | undefined;
  private delta = new ShadowDelta();
  private readonly fold: RecordFold;
  private readonly source: RecordSource;

  constructor(
    private readonly sources: RecordSources,
    { live, rules, shadow }: RecomputeOrder,
  ) {
    const { redis, keys } = sources;
    this.name = { partition: live.partition, hunt: live.slug, shadow, keys };
    this.source = createRecordSource(redis, keys);
    const onDecision = (decision: Parameters<ShadowDelta['add']>[0]) => this.delta.add(decision);
    const habits = { ...REPUBLICATION_HABITS, onDecision };
    this.fold = new RecordFold(live.slug, () => rules, { habits });
  }

  /** Points by team, as far as it is folded. */
  get scores(): ReadonlyMap<string, number> {
    return scoresOf(this.fold.teams);
  }

  /** Folds up to a position. Rejects with a `RecordFault` where the record is not whole. */
  async foldUntil(before: number, onPart: OnPart): Promise<void> {
    const { partition, hunt } = this.name;
    const ask = { partition, hunt, from: this.next, before };
    for await (const { events, missing, next } of readRecord(this.sources, ask)) {
      if (missing > 0) this.fold.lack();
      this.fold.add(events);
      for (const { team } of events) this.delta.heard.add(team);
      this.next = next;
      this.refuseUnsound();
      await onPart(next, before);
    }
    this.next = Math.max(this.next, before);
  }

  /**
   * Folds and stages in rounds, each shorter than the one before, until it is close behind play.
   * Rejects with a `RecordFault` where it does not come close.
   */
  async comeClose(onPart: OnPart): Promise<void> {
    for (let round = 0; round < RECORD_READ_LIMITS.closingRounds; round += 1) {
      const { decided } = await this.place();
      await this.foldUntil(decided, onPart);
      await this.stage();
      const { appended } = await this.place();
      if (appended - this.next <= RECORD_READ_LIMITS.closeEvents) return;
    }
    throw new RecordFault('play is ahead faster than what was played can be recomputed');
  }

  private async place(): Promise<PartitionPlace> {
    const place = await this.source.place(this.name.partition);
    this.epoch ??= place.epoch;
    if (place.epoch !== this.epoch) throw new EpochMoved('the partition is in another epoch');
    return place;
  }

  private async stage(): Promise<void> {
    if (this.staged === this.next) return;
    const { delta, next } = this;
    const to = { position: next, epoch: this.epoch ?? 0 };
    const staging = { cells: this.fold.state, delta, from: this.staged, to };
    if (!(await stageShadow(this.sources.redis, this.name, staging))) {
      throw new EpochMoved('what was staged is not where it was left');
    }
    this.staged = next;
    this.delta = new ShadowDelta();
  }

  private refuseUnsound(): void {
    const { fold } = this;
    if (!fold.isWhole) {
      throw new RecordFault('events of the hunt left the log before they were archived');
    }
    if (fold.lost > 0) {
      throw new RecordFault(
        `the data of ${fold.lost} events is lost, so nothing can be recomputed`,
      );
    }
    if (fold.teams.size > RECORD_READ_LIMITS.teams) {
      throw new RecordFault(`it has ${fold.teams.size} teams, more than are folded in memory`);
    }
  }
}
