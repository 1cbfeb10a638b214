/**
 * What one process has to tell of a tick: counts and sketches by hunt, taken and emptied every
 * half second. Recording is a map look-up and an addition; nothing is allocated per event.
 */
import {
  type Check,
  type HuntTick,
  METRICS_HUNTS,
  METRICS_TICK_MS,
  type MetricsFrame,
  type Stage,
} from '@trove/contracts';
import { createSketch, encodeSketch, recordMicros, type StageSketch } from '@trove/core/projection';
import type { TroveRedis } from './connectRedis.js';
import type { KeySpace } from './keys.js';
import { publishFrame } from './metricsPublisher.js';
import { ProcessTotals } from './processTotals.js';

export type CountGroup =
  | 'acks'
  | 'refusals'
  | 'outcomes'
  | 'verdicts'
  | 'duplicates'
  | 'observed'
  | 'unmet'
  | 'suspicions'
  | 'recommendations'
  | 'followedAfter'
  | 'truth'
  | 'checks';

/** Stands for all hunts beyond the number a frame may name. */
const OTHER_HUNTS = '*';

/** What is recorded of one hunt until the next frame. Ask for it anew at every use. */
export class HuntTally {
  readonly counts = new Map<CountGroup, Map<string, number>>();
  readonly stages = new Map<Stage, StageSketch>();
  points = 0;
  private readonly covered = new Map<number, number>();
  private clues = 0;

  count(group: CountGroup, key: string, by = 1): void {
    let keys = this.counts.get(group);
    if (keys === undefined) {
      keys = new Map();
      this.counts.set(group, keys);
    }
    keys.set(key, (keys.get(key) ?? 0) + by);
  }

  /** So many events that a check looked at together, and the nanoseconds it took for them. */
  check(check: Check, events: number, nanos: number): void {
    this.count('checks', `${check}Events`, events);
    this.count('checks', `${check}Ns`, Math.max(0, Math.round(nanos)));
  }

  /** How often clues were suggested, by their place in the file, of so many. */
  cover(clues: Iterable<readonly [number, number]>, of: number): void {
    for (const [clue, times] of clues) {
      this.covered.set(clue, (this.covered.get(clue) ?? 0) + times);
    }
    this.clues = Math.max(this.clues, of);
  }

  get coverage(): HuntTick['covered'] {
    const { covered, clues } = this;
    if (covered.size === 0) return undefined;
    return { of: clues, clues: [...covered.keys()], times: [...covered.values()] };
  }

  /** `weight` events that took so many microseconds. */
  stage(stage: Stage, micros: number, weight: number): void {
    let sketch = this.stages.get(stage);
    if (sketch === undefined) {
      sketch = createSketch();
      this.stages.set(stage, sketch);
    }
    recordMicros(sketch, micros, weight);
  }
}

export class MetricsCollector {
  private hunts = new Map<string, HuntTally>();
  private unattributed = new Map<string, number>();
  private readonly totals = new ProcessTotals();
  private startedAtMs: number | undefined;

  constructor(
    private readonly process: string,
    private readonly app: MetricsFrame['app'],
  ) {}

  /** Something that no hunt can be named for. */
  countUnattributed(code: string, by = 1): void {
    this.unattributed.set(code, (this.unattributed.get(code) ?? 0) + by);
  }

  /** Takes what was recorded since the last frame. */
  takeFrame(atMs: number, holds: number): MetricsFrame {
    const hunts: Record<string, HuntTick> = {};
    for (const [hunt, tally] of this.hunts) {
      hunts[hunt] = toTick(tally);
    }
    this.addTo(this.totals);
    const unattributed = Object.fromEntries(this.unattributed);
    this.hunts = new Map();
    this.unattributed = new Map();
    this.startedAtMs ??= atMs;
    const { process, app, startedAtMs } = this;
    return { process, app, atMs, startedAtMs, hunts, holds, unattributed };
  }

  /** Since the process began, what the next frame will tell included. */
  totalsNow(): ProcessTotals {
    const totals = this.totals.copy();
    this.addTo(totals);
    return totals;
  }

  private addTo(totals: ProcessTotals): void {
    for (const [hunt, tally] of this.hunts) totals.add(hunt, tally);
    for (const [code, count] of this.unattributed) totals.count(`unattributed ${code}`, count);
  }

  /** The tally of a hunt; beyond the number a frame may name, the one of all others. */
  of(hunt: string): HuntTally {
    const known = this.hunts.get(hunt);
    if (known !== undefined) return known;
    const name = this.hunts.size < METRICS_HUNTS ? hunt : OTHER_HUNTS;
    const tally = this.hunts.get(name) ?? new HuntTally();
    this.hunts.set(name, tally);
    return tally;
  }
}

function toTick({ counts, stages, points, coverage }: HuntTally): HuntTick {
  const tick: HuntTick = { points, ...(coverage === undefined ? {} : { covered: coverage }) };
  for (const [group, keys] of counts) Object.assign(tick, { [group]: Object.fromEntries(keys) });
  if (stages.size > 0) {
    tick.stages = Object.fromEntries([...stages].map(([stage, s]) => [stage, encodeSketch(s)]));
  }
  return tick;
}

export interface PublishLoop {
  readonly redis: TroveRedis;
  readonly collector: MetricsCollector;
  readonly keys?: KeySpace;
  /** Milliseconds on Redis's clock. */
  readonly nowMs: () => number;
  readonly holds: () => number;
  onError(error: unknown): void;
}

/** Publishes a frame every tick until it is stopped. A tick that fails is lost and reported. */
export function publishFrames(loop: PublishLoop): { close(): void } {
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    publishFrame(loop.redis, loop.collector.takeFrame(loop.nowMs(), loop.holds()), loop.keys)
      .catch((error: unknown) => loop.onError(error))
      .finally(() => {
        isBusy = false;
      });
  }, METRICS_TICK_MS);
  return { close: () => clearInterval(timer) };
}
