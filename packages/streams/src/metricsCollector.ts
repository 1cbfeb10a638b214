/**
 * What one process has to tell of a tick: counts and sketches by hunt, taken and emptied every
 * half second. Recording is a map look-up and an addition; nothing is allocated per event.
 */
import {
  type HuntTick,
  METRICS_HUNTS,
  METRICS_TICK_MS,
  type MetricsFrame,
  type Stage,
} from '@trove/contracts';
import {
  createSketch,
  encodeSketch,
  recordMicros,
  type StageSketch,
} from '@trove/core/projection';
import type { TroveRedis } from './connectRedis.js';
import type { KeySpace } from './keys.js';
import { publishFrame } from './metricsPublisher.js';

export type CountGroup = 'acks' | 'refusals' | 'outcomes' | 'verdicts' | 'duplicates';

/** Stands for all hunts beyond the number a frame may name. */
const OTHER_HUNTS = '*';

interface Tally {
  readonly counts: Map<CountGroup, Map<string, number>>;
  readonly stages: Map<Stage, StageSketch>;
  points: number;
}

export class MetricsCollector {
  private hunts = new Map<string, Tally>();
  private unattributed = new Map<string, number>();
  /** Running totals since the process began, for Prometheus: `<group> <key>` to count. */
  readonly totals = new Map<string, number>();

  constructor(
    private readonly process: string,
    private readonly app: MetricsFrame['app'],
  ) {}

  count(hunt: string, group: CountGroup, key: string, by = 1): void {
    const { counts } = this.tallyOf(hunt);
    let keys = counts.get(group);
    if (keys === undefined) {
      keys = new Map();
      counts.set(group, keys);
    }
    keys.set(key, (keys.get(key) ?? 0) + by);
  }

  points(hunt: string, points: number): void {
    this.tallyOf(hunt).points += points;
  }

  stage(hunt: string, stage: Stage, measured: { micros: number; weight: number }): void {
    const { stages } = this.tallyOf(hunt);
    let sketch = stages.get(stage);
    if (sketch === undefined) {
      sketch = createSketch();
      stages.set(stage, sketch);
    }
    recordMicros(sketch, measured.micros, measured.weight);
  }

  /** Something that no hunt can be named for. */
  countUnattributed(code: string, by = 1): void {
    this.unattributed.set(code, (this.unattributed.get(code) ?? 0) + by);
  }

  /** Takes what was recorded since the last frame. */
  takeFrame(atMs: number, holds: number): MetricsFrame {
    const hunts: Record<string, HuntTick> = {};
    for (const [hunt, tally] of this.hunts) {
      hunts[hunt] = toTick(tally);
      this.addTotals(tally);
    }
    const unattributed = Object.fromEntries(this.unattributed);
    this.hunts = new Map();
    this.unattributed = new Map();
    return { process: this.process, app: this.app, atMs, hunts, holds, unattributed };
  }

  private addTotals({ counts }: Tally): void {
    for (const [group, keys] of counts) {
      for (const [key, count] of keys) {
        const name = `${group} ${key}`;
        this.totals.set(name, (this.totals.get(name) ?? 0) + count);
      }
    }
  }

  private tallyOf(hunt: string): Tally {
    const known = this.hunts.get(hunt);
    if (known !== undefined) return known;
    const name = this.hunts.size < METRICS_HUNTS ? hunt : OTHER_HUNTS;
    const tally = this.hunts.get(name) ?? { counts: new Map(), stages: new Map(), points: 0 };
    this.hunts.set(name, tally);
    return tally;
  }
}

function toTick({ counts, stages, points }: Tally): HuntTick {
  const tick: HuntTick = { points };
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
