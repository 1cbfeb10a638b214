/** Ticks as game nights make them, seeded: busy and slower evenings, quiet mornings. */
import type { HuntTick, Stage } from '@trove/contracts';
import { createSketch, encodeSketch, recordMicros } from '@trove/core/projection';
import { Random } from '../simulate/random.js';
import { ROLLUP_LIMITS } from './limits.js';

const HOUR_MS = 3_600_000;
const HOURS = 24;
/** The middle of each stage's durations, microseconds, in a quiet hour. */
const STAGES: readonly (readonly [Stage, number])[] = [
  ['door_log', 600],
  ['log_decided', 350],
  ['decided_committed', 500],
  ['committed_pushed', 900],
  ['whole', 2_400],
];
/** Of a hundred events. */
const SHARES = {
  duplicate: 0.05,
  conflict: 0.001,
  invalid: 0.012,
  late: 0.002,
  unmetMinutes: 0.3,
} as const;
/** Clues of a hunt; of so many all are suggested in a busy minute. */
const CLUES = 25;
const VERDICTS = { solved: 0.3, already_solved: 0.2, wrong: 0.25, noted: 0.25 } as const;

/** So many servings spread over the clues, the first ones most often. */
function coveredBy(servings: number): NonNullable<HuntTick['covered']> {
  const times = Array.from({ length: CLUES }, (_, clue) => Math.round(servings / (clue + 2)));
  const clues = times.flatMap((count, clue) => (count > 0 ? [clue] : []));
  return { of: CLUES, clues, times: times.filter((count) => count > 0) };
}

/** How busy each hour of a day is, from 0 to 1: most is played from six to eleven. */
const busyness = (hour: number) => 0.08 + 0.92 * Math.exp(-((hour - 20.5) ** 2) / 8);

export class PlausibleTicks {
  private readonly random: Random;
  /** By stage and hour. */
  private readonly sketches = new Map<string, string[]>();

  constructor(seed: number) {
    this.random = new Random(seed);
    for (const [stage, micros] of STAGES) {
      for (let hour = 0; hour < HOURS; hour += 1) {
        const middle = micros * (1 + busyness(hour));
        const made = Array.from({ length: ROLLUP_LIMITS.sketchesKept }, () => this.sketch(middle));
        this.sketches.set(`${stage} ${hour}`, made);
      }
    }
  }

  /** What one hunt did in `widthMs` from `at`, when it has `perSecond` events at its busiest. */
  tick(at: number, widthMs: number, perSecond: number): HuntTick {
    const hour = Math.floor(at / HOUR_MS) % HOURS;
    const noise = 0.75 + this.random.next() / 2;
    const events = Math.round((perSecond * busyness(hour) * noise * widthMs) / 1_000);
    const of = (share: number) => Math.round(events * share * (0.8 + this.random.next() * 0.4));
    const duplicate = of(SHARES.duplicate);
    const conflict = of(SHARES.conflict);
    const invalid = of(SHARES.invalid);
    const late = of(SHARES.late);
    const accepted = Math.max(0, events - duplicate - conflict);
    const verdicts = Object.entries(VERDICTS).map(([word, share]) => [
      word,
      Math.round(accepted * share),
    ]);
    return {
      acks: { appended: events, invalid, late },
      refusals: { contract: invalid, id_too_old: late },
      outcomes: { accepted, duplicate, conflict },
      verdicts: Object.fromEntries(verdicts),
      duplicates: { id: Math.round(duplicate * 0.9), chunk: Math.round(duplicate * 0.1) },
      ...(this.random.chance(SHARES.unmetMinutes)
        ? { unmet: { 'sharp-enough': 1 + of(0.001) } }
        : {}),
      covered: coveredBy(Math.round(accepted * VERDICTS.solved)),
      points: Math.round(accepted * VERDICTS.solved) * 10,
      stages: this.stages(hour),
    };
  }

  private stages(hour: number): HuntTick['stages'] {
    const picked = STAGES.map(([stage]) => [
      stage,
      this.random.pick(this.sketches.get(`${stage} ${hour}`) ?? []),
    ]);
    return Object.fromEntries(picked);
  }

  /** Durations that are log-normal around `middle`, one in a hundred of them ten times as long. */
  private sketch(middle: number): string {
    const sketch = createSketch();
    for (let i = 0; i < ROLLUP_LIMITS.durationsPerSketch; i += 1) {
      const normal = Array.from({ length: 6 }, () => this.random.next() - 0.5);
      const spread = Math.exp(0.5 * normal.reduce((sum, one) => sum + one, 0));
      const slow = this.random.chance(0.01) ? 10 : 1;
      recordMicros(sketch, middle * spread * slow);
    }
    return encodeSketch(sketch);
  }
}
