/**
 * What one process has counted and measured since it began. Frames are of a tick and go to the
 * charts; these totals stay, for Prometheus. They are added up once a tick, never per event.
 */
import type { Stage } from '@trove/contracts';
import { countInBuckets } from '@trove/core/projection';
import type { HuntTally } from './metricsCollector.js';

/** Upper bounds in seconds. A stage takes a fraction of a millisecond to, overloaded, seconds. */
export const STAGE_BUCKETS_S: readonly number[] = [
  0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
];

/** Most hunts that a process names in its totals; the others are counted together as `*`. */
export const TOTALS_HUNTS = 50;
const OTHER_HUNTS = '*';

interface Buckets {
  readonly counts: number[];
  sumSeconds: number;
}

export class ProcessTotals {
  /** `<group> <word>`, for outcomes with the hunt as a third word. */
  readonly counts = new Map<string, number>();
  readonly stages = new Map<Stage, Buckets>();
  private readonly hunts = new Set<string>();

  add(hunt: string, tally: HuntTally): void {
    const name = this.nameOf(hunt);
    for (const [group, keys] of tally.counts) {
      for (const [key, count] of keys) {
        this.count(group === 'outcomes' ? `${group} ${key} ${name}` : `${group} ${key}`, count);
      }
    }
    for (const [stage, sketch] of tally.stages) {
      const buckets = this.bucketsOf(stage);
      countInBuckets(sketch, STAGE_BUCKETS_S, buckets.counts);
      buckets.sumSeconds += sketch.sum / 1e6;
    }
  }

  count(key: string, by: number): void {
    this.counts.set(key, (this.counts.get(key) ?? 0) + by);
  }

  /** A copy that may be added to. */
  copy(): ProcessTotals {
    const copy = new ProcessTotals();
    for (const [key, count] of this.counts) copy.counts.set(key, count);
    for (const [stage, { counts, sumSeconds }] of this.stages) {
      copy.stages.set(stage, { counts: [...counts], sumSeconds });
    }
    for (const hunt of this.hunts) copy.hunts.add(hunt);
    return copy;
  }

  private nameOf(hunt: string): string {
    if (this.hunts.has(hunt)) return hunt;
    if (hunt === OTHER_HUNTS || this.hunts.size >= TOTALS_HUNTS) return OTHER_HUNTS;
    this.hunts.add(hunt);
    return hunt;
  }

  private bucketsOf(stage: Stage): Buckets {
    let buckets = this.stages.get(stage);
    if (buckets === undefined) {
      buckets = { counts: new Array<number>(STAGE_BUCKETS_S.length + 1).fill(0), sumSeconds: 0 };
      this.stages.set(stage, buckets);
    }
    return buckets;
  }
}
