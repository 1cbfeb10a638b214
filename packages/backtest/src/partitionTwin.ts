/**
 * The hunts of one partition, folded again from what is recorded. What was folded is kept in
 * memory, so that a run folds only what came since; in another epoch all is folded anew, because
 * positions may have been used again.
 */
import type { Outcome, RecordedEvent } from '@trove/contracts';
import { RecordTally } from '@trove/core/backtest';
import type { LiveCounts } from '@trove/streams';
import { RECORD_READ_LIMITS } from './limits.js';
import { readRecord } from './readRecord.js';
import { RecordFault } from './recordFault.js';
import type { RecordSources } from './recordSources.js';
import { byRepublication, recomputeUntil } from './republished.js';
import { storedBodies, VersionRules } from './versionRules.js';

interface HuntFold {
  readonly tally: RecordTally;
  readonly versions: VersionRules;
}

export class PartitionTwin {
  epoch = 0;
  /** Position up to which it is folded. */
  next = 0;
  /** False when the record lacks some of what the partition has decided. */
  isWhole = true;
  private folds = new Map<string, HuntFold>();

  constructor(
    private readonly sources: RecordSources,
    readonly partition: number,
  ) {}

  get hunts(): ReadonlyMap<string, RecordTally> {
    return new Map([...this.folds].map(([slug, { tally }]) => [slug, tally]));
  }

  /** Whether it stands where the partition does. */
  isAt({ epoch, decided }: Pick<LiveCounts, 'epoch' | 'decided'>): boolean {
    return this.epoch === epoch && this.next === decided;
  }

  /**
   * Folds up to where the live state stood, and answers how many events that were. When it
   * rejects, what was folded is let go, because it may be half of a part.
   *
   * @param rest called after each part; may wait, and throws to stop
   */
  async catchUp(
    { epoch, decided }: Pick<LiveCounts, 'epoch' | 'decided'>,
    rest: () => Promise<void>,
  ): Promise<number> {
    if (epoch !== this.epoch || decided < this.next) this.forget();
    this.epoch = epoch;
    let folded = 0;
    try {
      const ask = { partition: this.partition, from: this.next, before: decided };
      for await (const { events, missing, next } of readRecord(this.sources, ask)) {
        if (missing > 0) this.lack();
        await this.add(events, rest);
        this.next = next;
        folded += events.length;
        await rest();
      }
      this.refuseTooLarge();
    } catch (error) {
      this.forget();
      throw error;
    }
    this.next = decided;
    return folded;
  }

  /** Events of all hunts by what became of them. */
  outcomes(): ReadonlyMap<Outcome, number> {
    const sum = new Map<Outcome, number>();
    for (const { tally } of this.folds.values()) {
      for (const [outcome, count] of tally.counts().outcomes) {
        sum.set(outcome, (sum.get(outcome) ?? 0) + count);
      }
    }
    return sum;
  }

  private async add(events: readonly RecordedEvent[], rest: () => Promise<void>): Promise<void> {
    const ofHunts = new Map<string, RecordedEvent[]>();
    for (const event of events) {
      const list = ofHunts.get(event.hunt);
      if (list === undefined) ofHunts.set(event.hunt, [event]);
      else list.push(event);
    }
    for (const [slug, own] of ofHunts) {
      const { tally, versions } = this.foldOf(slug);
      await versions.ensure(own);
      for (const { publication, events: part } of byRepublication(own)) {
        if (publication !== undefined) {
          const { partition } = this;
          const fold = await recomputeUntil(
            this.sources,
            { partition, publication, versions },
            rest,
          );
          tally.republish(fold);
        }
        tally.add(part);
      }
    }
  }

  /** Whose events were among those that the record lacks, it does not say. */
  private lack(): void {
    this.isWhole = false;
    for (const { tally } of this.folds.values()) tally.lack();
  }

  private foldOf(slug: string): HuntFold {
    const known = this.folds.get(slug);
    if (known !== undefined) return known;
    const versions = new VersionRules(slug, storedBodies(this.sources));
    const fold = { versions, tally: new RecordTally(slug, versions.of) };
    this.folds.set(slug, fold);
    return fold;
  }

  private forget(): void {
    this.folds = new Map();
    this.next = 0;
    this.isWhole = true;
  }

  private refuseTooLarge(): void {
    let teams = 0;
    for (const { tally } of this.folds.values()) teams += tally.counts().scores.size;
    if (teams <= RECORD_READ_LIMITS.teams) return;
    throw new RecordFault(
      `partition ${this.partition} has ${teams} teams, more than are folded in memory`,
    );
  }
}
