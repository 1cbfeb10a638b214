/** Folds the ticks of one hunt, or of all, into the counts and sketches of one bucket. */
import type { HuntTick, Stage } from '@trove/contracts';
import type { BucketSlice, Counts, Covered, StageFigures } from './buckets.js';
import { createSketch, mergeSketch, quantilesOf, type StageSketch } from './stageSketch.js';

const COUNT_FIELDS = [
  'acks',
  'refusals',
  'outcomes',
  'verdicts',
  'duplicates',
  'observed',
  'unmet',
  'suspicions',
  'recommendations',
  'followedAfter',
  'truth',
  'checks',
] as const;
type CountField = (typeof COUNT_FIELDS)[number];

/** The part of a hunt's tick that says nothing once it is added to those of others. */
export type HuntDetail = Pick<HuntTick, 'unmet' | 'covered'>;

export interface SliceState {
  readonly counts: { [F in CountField]?: Counts };
  points: number;
  /** How often clues were suggested, by their place in the file; only in one hunt's slice. */
  covered: { of: number; readonly clues: Map<number, number> } | undefined;
  /** Encoded sketches waiting to be merged; dropped once a bucket is sealed. */
  readonly pieces: Map<Stage, string[]>;
  /** Figures of `pieces`, as long as none was added since. */
  readonly figures: Map<Stage, StageFigures>;
}

export function createSlice(): SliceState {
  return { counts: {}, points: 0, covered: undefined, pieces: new Map(), figures: new Map() };
}

/** Adds one tick. A stage whose sketch is damaged is left out; its counts still count. */
export function addTick(slice: SliceState, tick: HuntTick): void {
  for (const field of COUNT_FIELDS) addCounts(slice, field, tick[field]);
  slice.points += tick.points ?? 0;
  for (const [stage, encoded] of Object.entries(tick.stages ?? {}) as [Stage, string][]) {
    const pieces = slice.pieces.get(stage);
    if (pieces) pieces.push(encoded);
    else slice.pieces.set(stage, [encoded]);
    slice.figures.delete(stage);
  }
}

/** Adds one tick to its own hunt's slice: the clues suggested too, which all hunts' has not. */
export function addHuntTick(slice: SliceState, tick: HuntTick): void {
  addTick(slice, tick);
  addCovered(slice, tick.covered);
}

/** Adds what is told of single hunts where all are looked at. */
export function addDetail(slice: SliceState, { unmet, covered }: HuntDetail): void {
  addCounts(slice, 'unmet', unmet);
  addCovered(slice, covered);
}

/** What was added by `addDetail`. */
export function detailOf({ counts: { unmet }, covered }: SliceState): HuntDetail {
  return {
    ...(unmet === undefined ? {} : { unmet }),
    ...(covered === undefined ? {} : { covered: coveredOf(covered) }),
  } as HuntDetail;
}

function addCovered(slice: SliceState, covered: HuntTick['covered']): void {
  if (covered === undefined) return;
  slice.covered ??= { of: 0, clues: new Map() };
  slice.covered.of = Math.max(slice.covered.of, covered.of);
  const { clues } = slice.covered;
  // Ticks from before suggestions were counted by clue name each once.
  covered.clues.forEach((clue, i) => {
    clues.set(clue, (clues.get(clue) ?? 0) + (covered.times?.[i] ?? 1));
  });
}

/** Adds counts to one field of a slice. */
export function addCounts(slice: SliceState, field: CountField, counts: Counts | undefined): void {
  if (!counts) return;
  const into = slice.counts[field] ?? {};
  slice.counts[field] = into;
  for (const [key, count] of Object.entries(counts)) {
    if (count) into[key] = (into[key] ?? 0) + count;
  }
}

/** Merges what is kept of one stage into a sketch, for quantiles over several buckets. */
export function mergeStage(into: StageSketch, slice: SliceState, stage: Stage): void {
  for (const piece of slice.pieces.get(stage) ?? []) mergeOrSkip(into, piece);
}

/** Works out the figures and lets the sketches go; durations that come later are not merged. */
export function sealSlice(slice: SliceState): void {
  settleFigures(slice);
  slice.pieces.clear();
}

/** The slice as plain JSON without empty parts. */
export function viewSlice(slice: SliceState): BucketSlice {
  settleFigures(slice);
  return {
    ...copyCounts(slice),
    ...(slice.covered ? { covered: coveredOf(slice.covered) } : {}),
    ...(slice.points === 0 ? {} : { points: slice.points }),
    ...(slice.figures.size === 0 ? {} : { stages: Object.fromEntries(slice.figures) }),
  };
}

export function coveredOf({ of, clues }: NonNullable<SliceState['covered']>): Covered {
  return { of, clues: [...clues.keys()], times: [...clues.values()] };
}

function copyCounts(slice: SliceState): BucketSlice {
  return Object.fromEntries(
    Object.entries(slice.counts).map(([field, counts]) => [field, { ...counts }]),
  );
}

function settleFigures(slice: SliceState): void {
  for (const stage of slice.pieces.keys()) {
    if (slice.figures.has(stage)) continue;
    const sketch = createSketch();
    mergeStage(sketch, slice, stage);
    slice.figures.set(stage, figuresOf(sketch));
  }
}

export function figuresOf(sketch: StageSketch): StageFigures {
  const { count, p50, p95, p99 } = quantilesOf(sketch);
  return [count, p50, p95, p99];
}

function mergeOrSkip(into: StageSketch, piece: string): void {
  try {
    mergeSketch(into, piece);
  } catch {
    // A damaged sketch says nothing; the counts beside it still do.
  }
}
