/** From stored rows to what charts draw: the same buckets as the live ones, of any width. */
import type { Stage } from '@trove/contracts';
import {
  addDetail,
  addTick,
  coveredOf,
  createSlice,
  figuresOf,
  mergeStage,
  type SliceState,
  viewSlice,
} from './bucketSlice.js';
import type { Bucket, BucketSlice, Covered, StageFigures } from './buckets.js';
import type { HistorySpan } from './rollupLevels.js';
import { ALL_HUNTS, type Rollup } from './rollups.js';
import { createSketch, type StageSketch } from './stageSketch.js';
import { raiseLag, type WorstLag } from './worstLag.js';

export interface HistoryView {
  /** Without holes, oldest first; those nobody told of say so. */
  readonly buckets: readonly Bucket[];
  /** Stage figures of the whole span, from all its sketches merged. */
  readonly stages: BucketSlice['stages'];
}

export type CoveredByHunt = Readonly<Record<string, Covered>>;

interface BucketState extends WorstLag {
  hasWorker: boolean;
  hasIngest: boolean;
  readonly slices: Map<string, SliceState>;
  hasLag: boolean;
}

/** Merges rows of one level into the buckets of a span; `hunt` is whose stages are summed up. */
export function viewRollups(
  rows: readonly Rollup[],
  span: HistorySpan,
  hunt: string = ALL_HUNTS,
): HistoryView {
  const states = new Map<number, BucketState>();
  for (const row of rows) addRow(states, row, span.widthMs);
  const stages = settleStages([...states.values()], hunt);
  const buckets: Bucket[] = [];
  for (let at = span.fromMs; at < span.toMs; at += span.widthMs) {
    buckets.push(toBucket(at, states.get(at)));
  }
  return { buckets, stages };
}

/** By hunt, which clues were suggested and how often each, over all that these rows tell. */
export function sumCovered(rows: readonly CoveredByHunt[]): CoveredByHunt {
  const sums = new Map<string, SliceState>();
  for (const row of rows) {
    for (const [hunt, covered] of Object.entries(row)) {
      const slice = sums.get(hunt) ?? createSlice();
      sums.set(hunt, slice);
      addDetail(slice, { covered });
    }
  }
  const told = [...sums].flatMap(([hunt, { covered }]) => {
    return covered === undefined ? [] : [[hunt, coveredOf(covered)] as const];
  });
  return Object.fromEntries(told);
}

function addRow(states: Map<number, BucketState>, row: Rollup, widthMs: number): void {
  const at = Math.floor(row.at / widthMs) * widthMs;
  const state = states.get(at) ?? newState();
  states.set(at, state);
  state.hasWorker ||= row.hasWorker;
  state.hasIngest ||= row.hasIngest;
  const slice = state.slices.get(row.hunt) ?? createSlice();
  state.slices.set(row.hunt, slice);
  addTick(slice, row.tick);
  if (row.lag.length === 0) return;
  state.hasLag = true;
  raiseLag(state, row);
}

function newState(): BucketState {
  return {
    hasWorker: false,
    hasIngest: false,
    slices: new Map(),
    lag: [],
    oldestMs: 0,
    hasLag: false,
  };
}

function toBucket(at: number, state: BucketState | undefined): Bucket {
  if (state === undefined) return { at, hasWorker: false, hasIngest: false, all: {}, hunts: {} };
  const { hasWorker, hasIngest, slices, lag, oldestMs, hasLag } = state;
  const all = slices.get(ALL_HUNTS);
  const hunts = [...slices].filter(([hunt]) => hunt !== ALL_HUNTS);
  return {
    at,
    hasWorker,
    hasIngest,
    all: all === undefined ? {} : viewSlice(all),
    hunts: Object.fromEntries(hunts.map(([hunt, slice]) => [hunt, viewSlice(slice)])),
    ...(hasLag ? { lag: { lag, oldestMs } } : {}),
  };
}

/**
 * Works out the figures of every bucket, and those of one hunt over all of them. Each sketch is
 * decoded once: the whole is merged from the buckets' own.
 */
function settleStages(states: readonly BucketState[], hunt: string): BucketSlice['stages'] {
  const wholes = new Map<Stage, StageSketch>();
  for (const { slices } of states) {
    for (const [name, slice] of slices) {
      for (const stage of slice.pieces.keys()) {
        const sketch = createSketch();
        mergeStage(sketch, slice, stage);
        slice.figures.set(stage, figuresOf(sketch));
        if (name !== hunt) continue;
        const whole = wholes.get(stage);
        if (whole === undefined) wholes.set(stage, sketch);
        else whole.merge(sketch);
      }
    }
  }
  const figures = [...wholes].map(([stage, whole]) => [stage, figuresOf(whole)]);
  return Object.fromEntries(figures) as { [S in Stage]?: StageFigures };
}
